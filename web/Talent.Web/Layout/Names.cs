using System.Collections.Concurrent;
using System.Text.Json;

namespace Talent.Web.Layout;

/// <summary>What countries, languages and currencies are called in the reader's language. From CLDR, through the build.</summary>
internal static class Names
{
    static readonly ConcurrentDictionary<string, Lists> ByLanguage = new(StringComparer.Ordinal);

    static Lists Here => ByLanguage.GetOrAdd(PageLanguage.Current.Code, code =>
        JsonSerializer.Deserialize<Lists>(WebAssets.Read($"names.{code}.json"), JsonSerializerOptions.Web)!);

    /// <summary>ISO 3166-1 alpha-2 to name, sorted as the language sorts.</summary>
    public static IReadOnlyDictionary<string, string> Countries => Here.Countries;

    public static IReadOnlyDictionary<string, string> Languages => Here.Languages;

    public static IReadOnlyDictionary<string, string> Currencies => Here.Currencies;

    public static string Country(string code) => Here.Countries.GetValueOrDefault(code, code);

    public static string Language(string tag) => Here.Languages.GetValueOrDefault(tag.Split('-')[0], tag);

    sealed record Lists(
        Dictionary<string, string> Countries, Dictionary<string, string> Languages,
        Dictionary<string, string> Currencies);
}

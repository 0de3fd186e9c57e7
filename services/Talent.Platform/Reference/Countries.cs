using System.Collections.Frozen;
using System.Globalization;
using NodaTime.TimeZones;

namespace Talent.Platform.Reference;

/// <summary>The countries and territories of ISO 3166-1, with names in the platform's seven languages.</summary>
/// <remarks>Names follow Unicode CLDR; zones follow the IANA time zone database inside NodaTime.</remarks>
public static class Countries
{
    static readonly ReferenceTable Table = ReferenceTable.Load("countries.tsv", namesAt: 2, alternativeCodeAt: 1);

    // The database lists a country's zones by geography; where that puts an outlying zone first, or a zone of few
    // people, the one of the capital or the largest city is meant here.
    static readonly FrozenDictionary<string, string> MainZones = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["AU"] = "Australia/Sydney",
        ["BR"] = "America/Sao_Paulo",
        ["CA"] = "America/Toronto",
        ["KZ"] = "Asia/Almaty",
        ["RU"] = "Europe/Moscow",
        ["UA"] = "Europe/Kyiv",
        ["UZ"] = "Asia/Tashkent",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    static readonly FrozenDictionary<string, string> FirstZones =
        (TzdbDateTimeZoneSource.Default.ZoneLocations ?? [])
        .GroupBy(location => location.CountryCode, StringComparer.Ordinal)
        .ToFrozenDictionary(group => group.Key, group => group.First().ZoneId, StringComparer.Ordinal);

    /// <summary>All alpha-2 codes, in no particular order.</summary>
    public static IReadOnlyCollection<string> Codes => Table.Codes;

    /// <summary>True for an ISO 3166-1 alpha-2 code in capitals.</summary>
    public static bool IsKnown(string? code) => Table.IsKnown(code);

    /// <summary>The alpha-2 code for a code (alpha-2 or alpha-3, any case) or a name in any of the platform's
    /// languages, e.g. <c>马来西亚</c>, <c>Viet Nam</c>, <c>阿联酋</c>; null when the text is none.</summary>
    public static string? Resolve(string? text) => Table.Resolve(text);

    /// <summary>The name in the culture's language (zh, ru, pt, ar, fr, es; else English); an unknown code as it
    /// is.</summary>
    public static string Name(string code, CultureInfo culture) => Table.Name(code, culture);

    /// <summary>The IANA zone of the country's capital or largest city; <c>Etc/UTC</c> where the database knows no
    /// zone (two uninhabited territories) or the code is unknown.</summary>
    public static string DefaultZone(string code) =>
        MainZones.GetValueOrDefault(code) ?? FirstZones.GetValueOrDefault(code, "Etc/UTC");

    /// <summary>The alpha-2 codes whose code or name is nearest to the text, best first; may be empty.</summary>
    public static IReadOnlyList<string> Suggest(string? text, int limit = 3) => Table.Suggest(text, limit);
}

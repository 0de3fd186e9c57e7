using System.Collections.Concurrent;
using System.Globalization;
using Talent.Contracts.Jobs;
using Catalogue = Talent.Taxonomy.Taxonomy;

namespace Talent.Web.Layout;

/// <summary>What countries, languages, currencies, skills and occupations are called in the reader's language.</summary>
internal static class Names
{
    /// <summary>The languages that a form offers: those of the platform's countries and of many workplaces. Others are
    /// known to the services and can be imported.</summary>
    static readonly string[] OfferedLanguages = [.. (
        "am ar az be bg bn cs da de el en es et fa fi fr ha he hi hr hu hy id it ja ka kk km ko ky lo lt lv mn ms my ne "
        + "nl no pl ps pt ro ru si sk sl sr sv sw ta tg th tk tr uk ur uz vi xh zh zu").Split(' ')];

    static readonly ConcurrentDictionary<PageLanguage, Lists> ByLanguage = new();

    static Lists Here => ByLanguage.GetOrAdd(PageLanguage.Current, language => new Lists(language.Culture));

    /// <summary>ISO 3166-1 alpha-2 to name, sorted as the language sorts.</summary>
    public static IReadOnlyList<KeyValuePair<string, string>> Countries => Here.Countries;

    public static IReadOnlyList<KeyValuePair<string, string>> Languages => Here.Languages;

    public static IReadOnlyList<KeyValuePair<string, string>> Currencies => Here.Currencies;

    /// <summary>The country's name; an unknown code as it is.</summary>
    public static string Country(string code) => Platform.Reference.Countries.Name(code, Culture);

    /// <summary>The language's name, as it stands alone; an unknown tag as it is.</summary>
    public static string Language(string tag)
    {
        var code = tag.Split('-')[0];
        return Platform.Reference.Languages.IsKnown(code)
            ? Capital(Platform.Reference.Languages.Name(code, Culture), Culture) : tag;
    }

    /// <summary>The label of what a text was understood as; the text itself when it was not.</summary>
    public static string Concept(ConceptRef concept) =>
        (concept.Uri is { } uri ? Catalogue.Default.Find(uri)?.Label(PageLanguage.Current.Code) : null) ?? concept.Text;

    /// <summary>Many languages write these names small inside a sentence; in a list or a table they begin large.</summary>
    public static string Capital(string name, CultureInfo culture) =>
        name.Length == 0 ? name : char.ToUpper(name[0], culture) + name[1..];

    static CultureInfo Culture => PageLanguage.Current.Culture;

    sealed class Lists(CultureInfo culture)
    {
        public KeyValuePair<string, string>[] Countries { get; } = Sorted(
            Platform.Reference.Countries.Codes, code => Platform.Reference.Countries.Name(code, culture), culture);

        public KeyValuePair<string, string>[] Languages { get; } = Sorted(
            OfferedLanguages, code => Capital(Platform.Reference.Languages.Name(code, culture), culture), culture);

        /// <summary>By code, since the code is what a list of them shows first.</summary>
        public KeyValuePair<string, string>[] Currencies { get; } = [.. Platform.Reference.Currencies.Codes
            .Order(StringComparer.Ordinal).Select(code => KeyValuePair.Create(code, Platform.Reference.Currencies.Name(code, culture)))];

        static KeyValuePair<string, string>[] Sorted(
            IEnumerable<string> codes, Func<string, string> name, CultureInfo culture) =>
            [.. codes.Select(code => KeyValuePair.Create(code, name(code)))
                .OrderBy(pair => pair.Value, StringComparer.Create(culture, ignoreCase: true))];
    }
}

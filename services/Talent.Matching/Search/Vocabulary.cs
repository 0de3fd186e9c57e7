using System.Collections.Frozen;
using System.Globalization;
using Talent.Platform.Reference;
using Talent.Taxonomy;
using Catalogue = Talent.Taxonomy.Taxonomy;

namespace Talent.Matching.Search;

/// <summary>The codes that a search may be filtered by: their labels in the reader's language, and what may have been meant by a
/// code that is none.</summary>
sealed class Vocabulary(Catalogue taxonomy)
{
    const int MostSuggestions = 5;

    public static readonly string[] Modes = ["onsite", "hybrid", "remote"];
    public static readonly string[] Contracts = ["permanent", "fixed", "internship", "order-training"];

    static readonly string[] LabelLanguages = ["en", "zh", "ru", "pt", "ar", "fr", "es"];
    static readonly FrozenDictionary<string, string[]> Labels = ReadLabels();

    public bool IsKnown(string facet, string value) => facet switch
    {
        Facets.Country => Countries.IsKnown(value),
        Facets.Language => Languages.IsKnown(value),
        Facets.Skill => taxonomy.Find(value) is not null,
        Facets.Mode => Modes.Contains(value, StringComparer.Ordinal),
        Facets.Contract => Contracts.Contains(value, StringComparer.Ordinal),
        _ => false,
    };

    public string Label(string facet, string value, CultureInfo culture) => facet switch
    {
        Facets.Country => Countries.Name(value, culture),
        Facets.Language => Languages.Name(value, culture),
        Facets.Skill => taxonomy.Find(value)?.Label(culture.TwoLetterISOLanguageName) ?? value,
        _ => Text($"{facet}.{value}", culture) ?? value,
    };

    public IReadOnlyList<string> Suggest(string facet, string value, CultureInfo culture) => facet switch
    {
        Facets.Country => Countries.Suggest(value, MostSuggestions),
        Facets.Language => Languages.Suggest(value, MostSuggestions),
        Facets.Skill => SuggestSkills(value, culture),
        Facets.Mode => Modes,
        Facets.Contract => Contracts,
        _ => [],
    };

    /// <summary>What is wrong, for a problem's code, in the reader's language.</summary>
    public static string Message(string code, CultureInfo culture, params object[] values) =>
        string.Format(culture, Text("problem." + code, culture)!, values);

    static string? Text(string key, CultureInfo culture)
    {
        if (!Labels.TryGetValue(key, out var row))
            return null;
        return row[Math.Max(0, Array.IndexOf(LabelLanguages, culture.TwoLetterISOLanguageName))];
    }

    /// <summary>A URI says what it means at its end: <c>…/plc-programing</c> suggests PLC programming.</summary>
    string[] SuggestSkills(string value, CultureInfo culture)
    {
        var words = value[(value.LastIndexOfAny(['/', ':', '#']) + 1)..];
        words = string.Join(' ', words.Split(['-', '_', '+', '.'], StringSplitOptions.RemoveEmptyEntries));
        if (words.Length is 0 or > 100)
            return [];
        return [.. taxonomy.Suggest(words, culture.TwoLetterISOLanguageName, ConceptKind.Skill, MostSuggestions).Select(found => found.Concept.Uri)
            .Concat(taxonomy.Nearest(words, MostSuggestions).Where(found => found.Concept.Kind == ConceptKind.Skill).Select(found => found.Concept.Uri))
            .Distinct(StringComparer.Ordinal).Take(MostSuggestions)];
    }

    static FrozenDictionary<string, string[]> ReadLabels()
    {
        using var stream = typeof(Vocabulary).Assembly.GetManifestResourceStream(typeof(Vocabulary), "vocabulary.tsv")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).Where(line => line[0] != '#')
            .Select(line => line.TrimEnd('\r').Split('\t')).ToFrozenDictionary(row => row[0], row => row[1..], StringComparer.Ordinal);
    }
}

/// <summary>The facets' names, which are also those of the filters.</summary>
static class Facets
{
    public const string Country = "country";
    public const string Mode = "mode";
    public const string Contract = "contract";
    public const string Language = "language";
    public const string Skill = "skill";
    public const string Isced = "isced";
}

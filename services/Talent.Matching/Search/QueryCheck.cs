using System.Globalization;
using Talent.Platform.Http;

namespace Talent.Matching.Search;

/// <summary>Collects what cannot be searched with, so that the reader learns of all of it at once.</summary>
sealed class QueryCheck(Vocabulary vocabulary, CultureInfo culture)
{
    public const int LongestText = 200;
    public const int LargestPage = 100;
    public const int UsualPage = 20;
    /// <summary>More values of one filter than any page offers.</summary>
    const int MostValues = 50;

    readonly List<FieldProblem> problems = [];

    public IReadOnlyList<FieldProblem> Problems => problems;

    public void Text(string? text)
    {
        if (text?.Length > LongestText)
            Add("q", "too-long", [], text.Length, LongestText);
    }

    public void Values(string facet, IReadOnlyList<string> values)
    {
        if (values.Count > MostValues)
            Add(facet, "number-out-of-range", [], values.Count, 0, MostValues);
        foreach (var value in values.Take(MostValues))
        {
            if (!vocabulary.IsKnown(facet, value))
                Unknown(facet, value, vocabulary.Suggest(facet, value, culture));
        }
    }

    public void OneOf(string field, string? value, params string[] known)
    {
        if (value is not null && !known.Contains(value, StringComparer.Ordinal))
            Unknown(field, value, known);
    }

    public void Range(string field, int? value, int least, int most)
    {
        if (value < least || value > most)
            Add(field, "number-out-of-range", [], value, least, most);
    }

    public void Unknown(string field, string value, IReadOnlyList<string> suggestions) =>
        problems.Add(new(field, "unknown-" + field, Vocabulary.Message("unknown", culture, Short(value)), suggestions));

    public void Add(string field, string code, IReadOnlyList<string> suggestions, params object[] values) =>
        problems.Add(new(field, code, Vocabulary.Message(code, culture, values), suggestions));

    static string Short(string value) => value.Length > 80 ? value[..80] + '…' : value;

    /// <summary>The place to go on from; null for the first page.</summary>
    public SortKey? After(string? cursor, string query)
    {
        if (string.IsNullOrEmpty(cursor))
            return null;
        if (Cursor.TryRead(cursor, query, out var key))
            return key;
        Add("after", "unknown-cursor", []);
        return null;
    }
}

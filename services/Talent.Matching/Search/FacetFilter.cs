using System.Globalization;
using Talent.Contracts.Matching;

namespace Talent.Matching.Search;

/// <summary>One facet: the values asked for, and how many hits each value has.</summary>
/// <remarks>A hit counts here when it passes all other filters, so that the reader sees what another choice would give.</remarks>
/// <param name="values">Values asked for, all known to the vocabulary; none: no filter.</param>
/// <param name="most">How many values are shown besides the selected ones.</param>
sealed class FacetFilter(string name, IReadOnlyList<string> values, Codes codes, int most = int.MaxValue)
{
    readonly int[] wanted = [.. values.Distinct(StringComparer.Ordinal).Select(codes.Find)];
    // By code: a search for nothing in particular counts several values of every document.
    readonly int[] counts = new int[codes.Count];

    public string Name => name;

    /// <summary>True when nothing is asked for or the value is one of those asked for.</summary>
    public bool Accepts(int code) => wanted.Length == 0 || (code >= 0 && Array.IndexOf(wanted, code) >= 0);

    /// <summary>True when all values asked for are among the given ones.</summary>
    public bool AcceptsAll(ReadOnlySpan<int> given)
    {
        foreach (var code in wanted)
        {
            if (code < 0 || !given.Contains(code))
                return false;
        }
        return true;
    }

    public void Count(int code)
    {
        // A code that a writer has just added belongs to no document that this search sees.
        if ((uint)code < (uint)counts.Length)
            counts[code]++;
    }

    public void Count(ReadOnlySpan<int> given)
    {
        foreach (var code in given)
            Count(code);
    }

    /// <summary>Most frequent first; selected values always, even with 0 hits.</summary>
    public IReadOnlyList<Facet> ToFacets(Vocabulary vocabulary, CultureInfo culture)
    {
        var counted = counts.Index().Where(entry => entry.Item > 0)
            .Select(entry => (Value: codes[entry.Index], Count: entry.Item)).ToList();
        counted.AddRange(values.Distinct(StringComparer.Ordinal)
            .Where(value => !counted.Exists(entry => entry.Value == value)).Select(value => (value, 0)).ToList());
        return [.. counted.OrderByDescending(entry => entry.Count).ThenBy(entry => entry.Value, StringComparer.Ordinal)
            .Where((entry, place) => place < most || values.Contains(entry.Value, StringComparer.Ordinal))
            .Select(entry => new Facet(entry.Value, vocabulary.Label(name, entry.Value, culture), entry.Count,
                values.Contains(entry.Value, StringComparer.Ordinal)))];
    }
}

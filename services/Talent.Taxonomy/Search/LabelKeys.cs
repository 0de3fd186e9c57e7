using System.Text;
using Talent.Taxonomy.Text;

namespace Talent.Taxonomy.Search;

/// <summary>Labels of one kind by their exact keys: folded, without separators, and as a set of terms.</summary>
internal sealed class LabelKeys
{
    private readonly LabelIndex _index;
    private readonly Dictionary<string, Label> _byFolded = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Label> _byCompact = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Label> _byTerms = new(StringComparer.Ordinal);

    internal LabelKeys(LabelIndex index, ConceptKind kind)
    {
        _index = index;
        // Preferred labels first: where two concepts share a synonym, or one's synonym is another's name, the name wins.
        foreach (var label in index.Labels.Where(label => label.Concept.Kind == kind).OrderByDescending(label => label.Preferred))
        {
            _byFolded.TryAdd(label.Folded, label);
            _byCompact.TryAdd(Compact(label.Folded), label);
            if (label.Terms.Length > 0) _byTerms.TryAdd(TermsKey(label.Terms), label);
        }
    }

    internal ConceptMatch? Find(string folded, List<Token> tokens)
    {
        if (_byFolded.TryGetValue(folded, out var label)) return new ConceptMatch(label.Concept, 1, label.Text);
        if (_byCompact.TryGetValue(Compact(folded), out label)) return new ConceptMatch(label.Concept, 0.97, label.Text);
        if (ByTerms(tokens) is { } sameTerms) return new ConceptMatch(sameTerms.Concept, 0.95, sameTerms.Text);
        return null;
    }

    /// <summary>The label with exactly these terms, in any order.</summary>
    internal Label? ByTerms(List<Token> tokens)
    {
        if (tokens.Count == 0) return null;
        var numbers = new int[tokens.Count];
        for (var i = 0; i < numbers.Length; i++)
            if ((numbers[i] = _index.NumberOf(tokens[i].Term)) < 0) return null;
        return _byTerms.GetValueOrDefault(TermsKey(numbers));
    }

    private static string TermsKey(int[] terms)
    {
        var sorted = terms.Distinct().Order().ToArray();
        return string.Create(sorted.Length * 2, sorted, static (span, numbers) =>
        {
            for (var i = 0; i < numbers.Length; i++)
            {
                span[i * 2] = (char)(numbers[i] >> 16);
                span[(i * 2) + 1] = (char)numbers[i];
            }
        });
    }

    private static string Compact(string folded)
    {
        var result = new StringBuilder(folded.Length);
        foreach (var c in folded)
            if (char.IsLetterOrDigit(c) || char.IsSurrogate(c) || c is '+' or '#' || (c == '.' && result.Length == 0)) result.Append(c);
        return result.ToString();
    }
}

using System.Buffers;
using System.Collections.Frozen;
using Talent.Taxonomy.Text;

namespace Talent.Taxonomy.Search;

/// <summary>
/// Finds labels inside a text: the longest sequence of terms from each place, by a trie over terms. Chinese needs no word
/// segmentation, as the overlapping bigrams of a label are the bigrams of the text around it.
/// </summary>
internal sealed class Annotator
{
    // In a text of more terms than this, an acronym of two or three letters must be written in capitals: "AR" is not the Portuguese "ar".
    private const int ShortQuery = 4;

    // Names that are also everyday words count there only with their capital.
    private static readonly FrozenSet<string> Homographs = FrozenSet.Create(
        StringComparer.Ordinal, "React", "Swift", "Spark", "Unity", "Flutter", "Excel", "Tableau", "Solidity", "Illustrator", "Blender");

    private static readonly SearchValues<char> SentenceEnds = SearchValues.Create(".;!?\n。；！？،؛");

    private readonly LabelIndex _index;
    private readonly Dictionary<long, int> _edges = [];
    private readonly List<List<Label>?> _ends = [null];

    internal Annotator(LabelIndex index)
    {
        _index = index;
        foreach (var label in index.Labels)
        {
            if (label.Terms.Length == 0) continue;
            var ends = _ends[Insert(label.Terms)] ??= [];
            if (!ends.Exists(other => other.Concept == label.Concept && IsCaseSensitive(other.Text) == IsCaseSensitive(label.Text))) ends.Add(label);
        }
    }

    internal List<ConceptMatch> Annotate(string text)
    {
        var tokens = TextAnalysis.Analyze(text);
        var numbers = new int[tokens.Count];
        for (var i = 0; i < numbers.Length; i++) numbers[i] = _index.NumberOf(tokens[i].Term);
        var found = new List<ConceptMatch>();
        var seen = new HashSet<Concept>();
        for (var start = 0; start < numbers.Length;)
        {
            var length = LongestFrom(text, tokens, numbers, start, out var labels);
            if (length > 0) Collect(text, tokens, start, length, labels, found, seen);
            start += Math.Max(1, length);
        }

        return found;
    }

    private int Insert(int[] terms)
    {
        var node = 0;
        foreach (var term in terms)
        {
            var edge = Edge(node, term);
            if (!_edges.TryGetValue(edge, out var next))
            {
                _edges[edge] = next = _ends.Count;
                _ends.Add(null);
            }

            node = next;
        }

        return node;
    }

    private int LongestFrom(string text, List<Token> tokens, int[] numbers, int start, out List<Label> labels)
    {
        var longest = 0;
        labels = [];
        for (int node = 0, i = start; i < numbers.Length && numbers[i] >= 0; i++)
        {
            if (i > start && EndsSentence(text, tokens[i - 1], tokens[i])) break;
            if (!_edges.TryGetValue(Edge(node, numbers[i]), out node)) break;
            if (_ends[node] is not { } ends) continue;
            longest = i - start + 1;
            labels = ends;
        }

        return longest;
    }

    private static void Collect(
        string text, List<Token> tokens, int start, int length, List<Label> labels, List<ConceptMatch> found, HashSet<Concept> seen)
    {
        var first = tokens[start];
        var last = tokens[start + length - 1];
        var spelling = text.AsSpan(first.Start, last.Start + last.Length - first.Start);
        foreach (var label in labels)
        {
            if (tokens.Count > ShortQuery && IsCaseSensitive(label.Text) && !spelling.SequenceEqual(label.Text)) continue;
            if (!seen.Add(label.Concept)) continue;
            var confidence = spelling.Equals(label.Text, StringComparison.OrdinalIgnoreCase) ? 1 : 0.95;
            found.Add(new ConceptMatch(label.Concept, confidence, label.Text));
        }
    }

    private static bool EndsSentence(string text, Token before, Token after)
    {
        var from = before.Start + before.Length;
        return after.Start > from && text.AsSpan(from, after.Start - from).ContainsAny(SentenceEnds);
    }

    private static bool IsCaseSensitive(string label) => IsAcronym(label) || Homographs.Contains(label);

    private static bool IsAcronym(string label)
    {
        if (label.Length > 3) return false;
        foreach (var c in label)
            if (!char.IsAsciiLetterUpper(c)) return false;
        return true;
    }

    private static long Edge(int node, int term) => ((long)node << 32) | (uint)term;
}

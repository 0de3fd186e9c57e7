using System.Runtime.InteropServices;

namespace Talent.Taxonomy.Search;

/// <summary>Finds the words of the vocabulary that a misspelt word may have been: shared trigrams first, then edit distance.</summary>
internal sealed class SpellingIndex
{
    private const int ShortestWord = 4;
    private const int LongestWord = 40;

    [ThreadStatic]
    private static byte[]? _scratch;

    private readonly LabelIndex _labels;
    private readonly Dictionary<long, List<int>> _wordsByTrigram = [];

    internal SpellingIndex(LabelIndex labels)
    {
        _labels = labels;
        for (var term = 0; term < labels.Terms.Length; term++)
        {
            var word = labels.Terms[term];
            if (!IsWord(word)) continue;
            for (var i = -1; i < word.Length - 1; i++)
            {
                ref var words = ref CollectionsMarshal.GetValueRefOrAddDefault(_wordsByTrigram, Trigram(word, i), out _);
                words ??= [];
                if (words.Count == 0 || words[^1] != term) words.Add(term);
            }
        }
    }

    /// <summary>Up to three other terms with their similarity (from 0.7, see <see cref="Similarity"/>), best first.</summary>
    internal List<(int Term, float Similarity)> Candidates(string word)
    {
        var found = new List<(int Term, float Similarity)>();
        if (!IsWord(word)) return found;
        var shared = _scratch is { } kept && kept.Length >= _labels.Terms.Length ? kept : _scratch = new byte[_labels.Terms.Length];
        var touched = new List<int>(256);
        for (var i = -1; i < word.Length - 1; i++)
        {
            if (!_wordsByTrigram.TryGetValue(Trigram(word, i), out var words)) continue;
            foreach (var term in words)
                if (shared[term]++ == 0) touched.Add(term);
        }

        // One slip of the finger spoils three or four of as many trigrams as there are letters.
        var least = Math.Max(2, (int)(word.Length * 0.4));
        foreach (var term in touched)
        {
            var count = shared[term];
            shared[term] = 0;
            if (count < least || Math.Abs(_labels.Terms[term].Length - word.Length) > 2) continue;
            var similarity = Similarity(word, _labels.Terms[term]);
            if (similarity is >= 0.7f and < 1) found.Add((term, similarity));
        }

        found.Sort((a, b) => a.Similarity != b.Similarity ? b.Similarity.CompareTo(a.Similarity) : a.Term.CompareTo(b.Term));
        if (found.Count > 3) found.RemoveRange(3, found.Count - 3);
        return found;
    }

    /// <summary>
    /// 1 − edits ÷ length of the longer word, with the first letter weighing double and short words held more strictly:
    /// one wrong letter in four makes another word more often than a misspelling.
    /// </summary>
    internal static float Similarity(ReadOnlySpan<char> one, ReadOnlySpan<char> other)
    {
        var edits = (float)EditDistance(one, other);
        if (one[0] != other[0]) edits += 0.5f;
        var length = Math.Max(one.Length, other.Length);
        return 1f - (edits * (length <= 5 ? 1.6f : 1f) / length);
    }

    /// <summary>Optimal string alignment: insertions, deletions, substitutions and swaps of neighbours count 1.</summary>
    private static int EditDistance(ReadOnlySpan<char> one, ReadOnlySpan<char> other)
    {
        Span<int> before = stackalloc int[other.Length + 1];
        Span<int> previous = stackalloc int[other.Length + 1];
        Span<int> current = stackalloc int[other.Length + 1];
        for (var j = 0; j <= other.Length; j++) previous[j] = j;
        for (var i = 1; i <= one.Length; i++)
        {
            current[0] = i;
            for (var j = 1; j <= other.Length; j++)
            {
                var cost = one[i - 1] == other[j - 1] ? 0 : 1;
                current[j] = Math.Min(Math.Min(current[j - 1], previous[j]) + 1, previous[j - 1] + cost);
                if (i > 1 && j > 1 && one[i - 1] == other[j - 2] && one[i - 2] == other[j - 1])
                    current[j] = Math.Min(current[j], before[j - 2] + 1);
            }

            var oldest = before;
            before = previous;
            previous = current;
            current = oldest;
        }

        return previous[other.Length];
    }

    // Bigrams of Chinese or Thai are no words to misspell, and a digit changed is another number.
    private static bool IsWord(string word) =>
        word.Length is >= ShortestWord and <= LongestWord && !word.AsSpan().ContainsAnyInRange('0', '9');

    private static long Trigram(string word, int start) =>
        ((long)At(word, start) << 32) | ((long)At(word, start + 1) << 16) | At(word, start + 2);

    private static char At(string word, int i) => i >= 0 && i < word.Length ? word[i] : '\0';
}

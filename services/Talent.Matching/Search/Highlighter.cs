using System.Text;
using Talent.Taxonomy.Text;

namespace Talent.Matching.Search;

/// <summary>Marks what matched in an original text, and cuts the fragment where the matches are densest.</summary>
sealed class Highlighter
{
    public const char Start = '\uE000';
    public const char End = '\uE001';
    /// <summary>Characters of a fragment, the marks not counted.</summary>
    public const int FragmentLength = 240;

    const char Ellipsis = '…';

    readonly HashSet<string> terms;
    readonly string? prefix;
    readonly List<string[]> phrases;

    /// <param name="labels">Labels of the query's concepts in the text's language: what a query in another language matched by.</param>
    public Highlighter(SearchText text, IEnumerable<string> labels)
    {
        terms = text.Terms.ToHashSet(StringComparer.Ordinal);
        prefix = text.LastIsPrefix ? text.Terms[^1] : null;
        phrases = [.. labels.Select(label => TextAnalysis.Analyze(label).Select(token => token.Term).ToArray())
            .Where(phrase => phrase.Length > 0)];
    }

    /// <summary>The fragment with its matches marked; the beginning of the text when nothing matches.</summary>
    public string Fragment(string text)
    {
        text = string.Concat(text.Where(c => c is not (Start or End)));
        var matches = Matches(text);
        var (from, to) = Window(text, matches);
        var result = new StringBuilder(FragmentLength + 32);
        if (from > 0)
            result.Append(Ellipsis);
        var at = from;
        foreach (var (start, end) in matches)
        {
            if (start < from || end > to)
                continue;
            result.Append(text, at, start - at).Append(Start).Append(text, start, end - start).Append(End);
            at = end;
        }
        result.Append(text, at, to - at);
        if (to < text.Length)
            result.Append(Ellipsis);
        return result.ToString();
    }

    /// <summary>The matching spans in order, overlapping ones (bigrams) joined.</summary>
    List<(int Start, int End)> Matches(string text)
    {
        if (terms.Count == 0 && phrases.Count == 0)
            return [];
        var tokens = TextAnalysis.Analyze(text);
        var spans = new List<(int Start, int End)>();
        for (var i = 0; i < tokens.Count; i++)
        {
            var length = MatchAt(tokens, i);
            if (length == 0)
                continue;
            var (start, end) = (tokens[i].Start, tokens[i + length - 1].Start + tokens[i + length - 1].Length);
            if (spans.Count > 0 && start <= spans[^1].End)
                spans[^1] = (spans[^1].Start, Math.Max(end, spans[^1].End));
            else
                spans.Add((start, end));
        }
        return spans;
    }

    /// <summary>How many tokens from here on match; 0: none.</summary>
    int MatchAt(List<Token> tokens, int i)
    {
        var longest = 0;
        foreach (var phrase in phrases)
        {
            if (phrase.Length <= longest || i + phrase.Length > tokens.Count)
                continue;
            var same = 0;
            while (same < phrase.Length && string.Equals(tokens[i + same].Term, phrase[same], StringComparison.Ordinal))
                same++;
            if (same == phrase.Length)
                longest = same;
        }
        if (longest > 0)
            return longest;
        var term = tokens[i].Term;
        return terms.Contains(term) || (prefix is not null && term.StartsWith(prefix, StringComparison.Ordinal)) ? 1 : 0;
    }

    static (int From, int To) Window(string text, List<(int Start, int End)> matches)
    {
        if (text.Length <= FragmentLength)
            return (0, text.Length);
        // Room for an ellipsis on either side.
        const int room = FragmentLength - 2;
        var (first, last, most) = (0, -1, 0);
        for (int i = 0, j = 0; i < matches.Count; i++)
        {
            j = Math.Max(i, j);
            while (j < matches.Count && matches[j].End - matches[i].Start <= room)
                j++;
            if (j - i > most)
                (first, last, most) = (i, j - 1, j - i);
        }
        if (most == 0)
            return (0, Whole(text, room));
        var spare = room - (matches[last].End - matches[first].Start);
        var from = Math.Max(0, matches[first].Start - (spare / 2));
        from = WordStart(text, from, matches[first].Start);
        return (from, Math.Max(matches[last].End, Whole(text, Math.Min(text.Length, from + room))));
    }

    /// <summary>Forward to the beginning of a word, unless there is none before the match (Chinese has no spaces).</summary>
    static int WordStart(string text, int from, int match)
    {
        if (from == 0)
            return 0;
        var gap = text.AsSpan(from, match - from).IndexOfAny(' ', '\n', '。');
        if (gap >= 0 && gap < match - from)
            return from + gap + 1;
        return char.IsLowSurrogate(text[from]) ? from + 1 : from;
    }

    /// <summary>Back to the end of a word if one is near, and never between the halves of a surrogate pair.</summary>
    static int Whole(string text, int to)
    {
        if (to >= text.Length)
            return text.Length;
        var space = text.LastIndexOf(' ', to, Math.Min(to, 24));
        if (space > 0)
            return space;
        return char.IsLowSurrogate(text[to]) ? to - 1 : to;
    }
}

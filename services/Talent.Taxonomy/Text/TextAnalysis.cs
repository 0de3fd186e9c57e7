using System.Buffers;
using System.Text;

namespace Talent.Taxonomy.Text;

/// <summary>
/// The one text analysis of the platform: everything that is indexed, searched or compared goes through it, so that both sides agree.
/// Independent of the language of the text. Never throws; lone surrogates read as U+FFFD.
/// </summary>
public static class TextAnalysis
{
    private static readonly SearchValues<char> FoldedAscii =
        SearchValues.Create(" `abcdefghijklmnopqrstuvwxyz0123456789!\"#$%&'()*+,-./:;<=>?@[\\]^_{|}~");

    /// <summary>
    /// Splits a text into terms in reading order. Words are folded (<see cref="Fold"/>) and lightly stemmed; runs of Chinese,
    /// Japanese, Thai, Lao, Khmer or Burmese give overlapping bigrams, a run of one character a unigram. "C++", "C#", ".NET" and "5G" stay
    /// whole; "ISO9001" gives the same two terms as "ISO 9001". Terms are at most 64 characters.
    /// </summary>
    /// <param name="text">Any text; null reads as empty.</param>
    /// <param name="keepStopWords">True keeps the function words of zh, en, ru, pt, ar, fr and es.</param>
    public static List<Token> Analyze(string text, bool keepStopWords = false)
    {
        if (string.IsNullOrEmpty(text)) return [];
        var tokens = new List<Token>((text.Length / 6) + 1);
        var tokenizer = new Tokenizer(tokens, keepStopWords, stackalloc char[Tokenizer.LongestTerm + 2]);
        for (var i = 0; i < text.Length;)
        {
            var unit = text[i];
            if (char.IsAsciiLetter(unit))
            {
                i = tokenizer.FeedAsciiLetters(text, i);
            }
            else if (char.IsAscii(unit))
            {
                tokenizer.Feed(unit, i, i + 1);
                i++;
            }
            else
            {
                i += FeedOther(ref tokenizer, text, i);
            }
        }

        tokenizer.Finish();
        return tokens;
    }

    /// <summary>
    /// The form in which two spellings of the same text are equal: NFKC, lower case, without diacritics (ё → е; й stays), Arabic letter
    /// forms unified and vocalisation dropped, digits in ASCII, white space collapsed to one space and trimmed. Idempotent.
    /// </summary>
    public static string Fold(string text)
    {
        if (string.IsNullOrEmpty(text)) return "";
        if (IsFolded(text)) return text;
        var result = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length;)
        {
            var unit = text[i];
            if (char.IsAscii(unit) && unit is not (< ' ' or '\u007F')) AppendFolded(result, char.ToLowerInvariant(unit));
            else if (unit == CharacterFolding.Breve && result.Length > 0 && result[^1] == 'и') result[^1] = 'й';
            else if (TryPair(text, i, out var rune))
            {
                AppendFolded(result, CharacterFolding.Of(rune) ?? rune.ToString());
                i++;
            }
            else if (CharacterFolding.Of(unit) is { } folded) AppendFolded(result, folded);
            else result.Append(unit);
            i++;
        }

        if (result.Length > 0 && result[^1] == ' ') result.Length--;
        return result.ToString();
    }

    private static bool IsFolded(string text) =>
        text[0] != ' ' && text[^1] != ' ' && !text.AsSpan().ContainsAnyExcept(FoldedAscii)
        && !text.Contains("  ", StringComparison.Ordinal);

    private static int FeedOther(ref Tokenizer tokenizer, string text, int i)
    {
        var unit = text[i];
        if (TryPair(text, i, out var rune))
        {
            if (CharacterFolding.Of(rune) is { } replaced) FeedAll(ref tokenizer, replaced, i, i + 2);
            else tokenizer.Feed(rune.Value, i, i + 2);
            return 2;
        }

        if (unit == CharacterFolding.Breve) tokenizer.FeedBreve(i + 1);
        else if (CharacterFolding.Of(unit) is { } folded) FeedAll(ref tokenizer, folded, i, i + 1);
        else tokenizer.Feed(unit, i, i + 1);
        return 1;
    }

    private static void FeedAll(ref Tokenizer tokenizer, string folded, int start, int end)
    {
        if (folded.Length == 0) tokenizer.Extend(end);
        foreach (var rune in folded.EnumerateRunes()) tokenizer.Feed(rune.Value, start, end);
    }

    private static bool TryPair(string text, int i, out Rune rune)
    {
        if (i + 1 < text.Length && Rune.TryCreate(text[i], text[i + 1], out rune)) return true;
        rune = default;
        return false;
    }

    private static void AppendFolded(StringBuilder result, char folded)
    {
        if (folded != ' ' || (result.Length > 0 && result[^1] != ' ')) result.Append(folded);
    }

    private static void AppendFolded(StringBuilder result, string folded)
    {
        foreach (var c in folded) AppendFolded(result, c);
    }
}

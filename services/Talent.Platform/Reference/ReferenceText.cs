using System.Globalization;
using System.Text;

namespace Talent.Platform.Reference;

/// <summary>Makes texts comparable that people write differently: case, width, accents, spaces and
/// punctuation.</summary>
static class ReferenceText
{
    /// <summary>The text as lower-case letters, digits and currency signs, NFKC, without accents; empty when none is
    /// left.</summary>
    public static string Fold(string? text)
    {
        if (string.IsNullOrEmpty(text))
            return "";
        var decomposed = Normalise(Normalise(text, NormalizationForm.FormKC), NormalizationForm.FormD);
        var folded = new StringBuilder(decomposed.Length);
        foreach (var rune in decomposed.EnumerateRunes())
        {
            var category = Rune.GetUnicodeCategory(rune);
            if (Rune.IsLetterOrDigit(rune) || category == UnicodeCategory.CurrencySymbol)
                folded.Append(Rune.ToLowerInvariant(rune).ToString());
        }
        return folded.ToString();
    }

    /// <summary>The keys of <paramref name="candidates"/> whose text is nearest to <paramref name="text"/>, best first:
    /// a candidate counts when it begins with the text or needs few changes of single characters.</summary>
    public static IReadOnlyList<string> Nearest(
        string? text, IEnumerable<KeyValuePair<string, string>> candidates, int limit)
    {
        var wanted = Fold(text);
        // Longer texts are no misspelt code or name, and the distance costs length times length.
        if (wanted.Length is 0 or > 60)
            return [];
        var allowed = Math.Max(1, wanted.Length / 3);
        return
        [
            .. candidates
                .Select(candidate => (Key: candidate.Value, Distance: Distance(wanted, candidate.Key, allowed)))
                .Where(candidate => candidate.Distance <= allowed)
                .GroupBy(candidate => candidate.Key, StringComparer.Ordinal)
                .Select(group => (group.Key, Distance: group.Min(candidate => candidate.Distance)))
                .OrderBy(candidate => candidate.Distance)
                .ThenBy(candidate => candidate.Key, StringComparer.Ordinal)
                .Take(limit)
                .Select(candidate => candidate.Key),
        ];
    }

    // Lone surrogates make Normalize throw; a text with them matches nothing anyway.
    static string Normalise(string text, NormalizationForm form)
    {
        try
        {
            return text.Normalize(form);
        }
        catch (ArgumentException)
        {
            return "";
        }
    }

    static int Distance(string wanted, string candidate, int allowed)
    {
        if (wanted.Length >= 3 && candidate.StartsWith(wanted, StringComparison.Ordinal))
            return 1;
        if (Math.Abs(wanted.Length - candidate.Length) > allowed)
            return int.MaxValue;
        return Levenshtein(wanted, candidate);
    }

    static int Levenshtein(string left, string right)
    {
        var previous = Enumerable.Range(0, right.Length + 1).ToArray();
        var current = new int[right.Length + 1];
        for (var i = 1; i <= left.Length; i++)
        {
            current[0] = i;
            for (var j = 1; j <= right.Length; j++)
            {
                var replaced = previous[j - 1] + (left[i - 1] == right[j - 1] ? 0 : 1);
                current[j] = Math.Min(replaced, Math.Min(previous[j], current[j - 1]) + 1);
            }
            (previous, current) = (current, previous);
        }
        return previous[right.Length];
    }
}

using System.Text.RegularExpressions;

namespace Talent.Platform.Intake;

/// <summary>Keeps a spreadsheet from running a text as a formula (CSV injection): such a text gets an apostrophe in
/// front, which the reader takes away again, so that what was exported reads back as it was.</summary>
static partial class FormulaGuard
{
    // Full-width signs count: spreadsheets of East Asian locales take them for the plain ones.
    const string Starters = "=+-@＝＋－＠";

    /// <summary>The text, with an apostrophe in front when a spreadsheet would run it. Plain numbers stay.</summary>
    public static string Neutralise(string text) => IsRisky(text) ? "'" + text : text;

    /// <summary>The text without the apostrophe that <see cref="Neutralise"/> put in front.</summary>
    public static string Restore(string text) =>
        text.Length > 1 && text[0] == '\'' && IsRisky(text.AsSpan(1)) ? text[1..] : text;

    // Apostrophes in front don't make a text harmless here: only so is Restore the exact inverse of Neutralise.
    static bool IsRisky(ReadOnlySpan<char> text)
    {
        var start = 0;
        while (start < text.Length && (char.IsWhiteSpace(text[start]) || text[start] == '\''))
        {
            if (text[start] is '\t' or '\r' or '\n')
                return true;
            start++;
        }
        return start < text.Length && Starters.Contains(text[start]) && !PlainNumber().IsMatch(text[start..]);
    }

    [GeneratedRegex(@"^[+-][0-9]+([.,][0-9]+)*$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex PlainNumber();
}

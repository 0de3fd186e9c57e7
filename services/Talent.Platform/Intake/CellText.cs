using System.Text;

namespace Talent.Platform.Intake;

/// <summary>What a cell says, without what editors and spreadsheets leave around it.</summary>
static class CellText
{
    static readonly string[] SpreadsheetErrors =
        ["#N/A", "#REF!", "#VALUE!", "#NAME?", "#DIV/0!", "#NULL!", "#NUM!", "#SPILL!", "#CALC!"];

    public static bool IsSpreadsheetError(string text) => SpreadsheetErrors.Contains(text, StringComparer.Ordinal);

    /// <summary>The text tidied, without the apostrophe that an export put in front of a formula; null when nothing is
    /// left.</summary>
    public static string? Clean(string raw)
    {
        var text = Tidy(raw);
        var restored = FormulaGuard.Restore(text);
        text = ReferenceEquals(text, restored) ? text : Tidy(restored);
        return text.Length == 0 ? null : text;
    }

    /// <summary>The text trimmed, line breaks as <c>\n</c>, without control characters: databases refuse U+0000, XML
    /// the others.</summary>
    public static string Tidy(string raw)
    {
        var hasControls = raw.AsSpan().IndexOfAnyInRange('\0', '\u001f') >= 0
            || raw.AsSpan().IndexOfAny('\ufffe', '\uffff') >= 0;
        var text = hasControls ? WithoutControls(raw) : raw;
        var (start, end) = (0, text.Length);
        while (start < end && IsSpace(text[start]))
            start++;
        while (end > start && IsSpace(text[end - 1]))
            end--;
        return text[start..end];
    }

    // The byte order mark is a space of no width when a file was glued together from several.
    static bool IsSpace(char letter) => char.IsWhiteSpace(letter) || letter == '\ufeff';

    static string WithoutControls(string raw)
    {
        var text = new StringBuilder(raw.Length);
        for (var at = 0; at < raw.Length; at++)
        {
            var letter = raw[at];
            if (letter == '\r')
                text.Append(at + 1 < raw.Length && raw[at + 1] == '\n' ? "" : "\n");
            else if (letter is '\t' or '\n' or (>= ' ' and < '\ufffe'))
                text.Append(letter);
        }
        return text.ToString();
    }
}

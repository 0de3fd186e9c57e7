using System.Text;

namespace Talent.Platform.Intake;

/// <summary>Splits CSV (RFC 4180) into records. Our own reader rather than a library's, because one broken quotation
/// mark must cost one row, not the rest of the file: a record whose quotes don't close properly ends with the line in
/// which they opened.</summary>
sealed class CsvSource
{
    // Longer quoted cells than any limit allows come from a quotation mark that was never closed.
    const int LongestQuoted = 100_000;

    static readonly char[] Delimiters = [',', ';', '\t'];

    readonly string text;
    readonly int start;
    readonly char delimiter;
    readonly int maxCells;

    /// <summary>Finds the delimiter; <paramref name="maxCells"/> bounds what is kept of a record.</summary>
    public CsvSource(string text, ColumnSet columns, int maxCells)
    {
        (this.text, this.maxCells) = (text, maxCells);
        (start, delimiter) = Declared(text) ?? (0, Detected(text, columns, maxCells));
    }

    CsvSource(string text, char delimiter, int maxCells)
    {
        (this.text, this.delimiter, this.maxCells) = (text, delimiter, maxCells);
    }

    public IEnumerable<RawRecord> Records()
    {
        var at = start;
        for (var number = 1; at < text.Length; number++)
        {
            var (record, next) = Record(at, number);
            yield return record;
            at = next;
        }
    }

    // Excel's own first line: sep=;
    static (int Start, char Delimiter)? Declared(string text)
    {
        if (!text.StartsWith("sep=", StringComparison.OrdinalIgnoreCase) || text.Length < 5)
            return null;
        var end = LineEnd(text, 4);
        return end == 5 && Delimiters.Contains(text[4]) ? (NextLine(text, end), text[4]) : null;
    }

    // The delimiter that makes most known headings out of the first line wins; then the one that occurs most.
    static char Detected(string text, ColumnSet columns, int maxCells)
    {
        var first = 0;
        while (first < text.Length && char.IsWhiteSpace(text[first]) && text[first] != '\t')
            first++;
        return Delimiters
            .Select(found => (Delimiter: found, new CsvSource(text, found, maxCells).Record(first, 1).Record.Cells))
            .OrderByDescending(found => found.Cells.Count(cell => columns.Find(cell) is not null))
            .ThenByDescending(found => found.Cells.Count)
            .First().Delimiter;
    }

    (RawRecord Record, int Next) Record(int at, int number)
    {
        var cells = new List<string>();
        while (true)
        {
            var (cell, end) = at < text.Length && text[at] == '"' ? Quoted(at) : Unquoted(at);
            if (cell is null)
                return (new(number, cells, IntakeErrors.BadQuotes()), NextLine(text, LineEnd(text, at)));
            if (cells.Count < maxCells)
                cells.Add(cell);
            if (end >= text.Length || text[end] != delimiter)
                return (new(number, cells), NextLine(text, end));
            at = end + 1;
        }
    }

    (string Cell, int End) Unquoted(int at)
    {
        var length = text.AsSpan(at).IndexOfAny(delimiter, '\r', '\n');
        var end = length < 0 ? text.Length : at + length;
        return (text[at..end], end);
    }

    /// <summary>The cell whose opening quotation mark is at <paramref name="at"/>; null when it does not close before a
    /// delimiter or the end of a line.</summary>
    (string? Cell, int End) Quoted(int at)
    {
        var limit = Math.Min(text.Length, at + LongestQuoted);
        StringBuilder? unescaped = null;
        var from = at + 1;
        while (text.AsSpan(from, Math.Max(0, limit - from)).IndexOf('"') is var length and >= 0)
        {
            var quote = from + length;
            if (quote + 1 >= text.Length || text[quote + 1] != '"')
                return Closed(quote + 1) is { } end
                    ? (unescaped is null ? text[from..quote] : unescaped.Append(text, from, length).ToString(), end)
                    : (null, at);
            (unescaped ??= new()).Append(text, from, length + 1);
            from = quote + 2;
        }
        return (null, at);
    }

    /// <summary>Where the cell ends whose closing quotation mark is before <paramref name="at"/>: spaces may follow
    /// it.</summary>
    int? Closed(int at)
    {
        while (at < text.Length && text[at] == ' ')
            at++;
        return at == text.Length || text[at] == delimiter || text[at] is '\r' or '\n' ? at : null;
    }

    static int LineEnd(string text, int at)
    {
        var length = text.AsSpan(at).IndexOfAny('\r', '\n');
        return length < 0 ? text.Length : at + length;
    }

    static int NextLine(string text, int end)
    {
        if (end >= text.Length)
            return text.Length;
        return text[end] == '\r' && end + 1 < text.Length && text[end + 1] == '\n' ? end + 2 : end + 1;
    }
}

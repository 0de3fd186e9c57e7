using System.Collections.Frozen;

namespace Talent.Platform.Intake;

/// <summary>Which cell of a record belongs to which column.</summary>
sealed class TableLayout
{
    readonly ColumnDefinition?[] columnsByCell;
    readonly FrozenDictionary<string, int> positions;
    readonly FileLimits limits;

    TableLayout(ColumnDefinition?[] columnsByCell, IReadOnlyList<RowError> notes, FileLimits limits)
    {
        (this.columnsByCell, Notes, this.limits) = (columnsByCell, notes, limits);
        positions = columnsByCell
            .Select((column, position) => (column, position))
            .Where(cell => cell.column is not null)
            .ToFrozenDictionary(cell => cell.column!.Name, cell => cell.position, StringComparer.Ordinal);
    }

    public IReadOnlyList<RowError> Notes { get; }

    public static TableLayout Of(RawRecord heading, ColumnSet columns, FileLimits limits)
    {
        if (heading.Error is not null)
            throw new IntakeException(heading.Error);
        var headings = heading.Cells.Select(CellText.Clean).ToArray();
        var width = Array.FindLastIndex(headings, text => text is not null) + 1;
        if (width > limits.MaxColumns)
            throw new IntakeException(IntakeErrors.TooManyColumns(limits.MaxColumns));
        var found = headings[..width].Select(columns.Find).ToArray();
        Require(columns, found);
        RefuseDuplicates(headings, found);
        var unknown = headings[..width].Where((text, at) => text is not null && found[at] is null);
        return new(found, [.. unknown.Select(text => Unknown(text!, columns))], limits);
    }

    public ImportRow Row(RawRecord record)
    {
        if (record.Error is not null)
            return new(record.Number, positions, new string?[columnsByCell.Length], [record.Error]);
        var errors = new List<RowError>();
        var cells = new string?[columnsByCell.Length];
        for (var at = 0; at < Math.Min(cells.Length, record.Cells.Count); at++)
        {
            if (columnsByCell[at] is { } column)
                cells[at] = Cell(column, record.Cells[at], errors);
        }
        CheckWidth(record, errors);
        return new(record.Number, positions, cells, errors);
    }

    static void Require(ColumnSet columns, ColumnDefinition?[] found)
    {
        var missing = columns.Columns.Where(column => column.Required && !found.Contains(column)).ToArray();
        if (missing.Length > 0)
            throw new IntakeException(IntakeErrors.MissingHeading(
                string.Join(", ", missing.Select(column => column.Name))));
    }

    static void RefuseDuplicates(string?[] headings, ColumnDefinition?[] found)
    {
        for (var at = 0; at < found.Length; at++)
        {
            if (found[at] is { } column && Array.IndexOf(found, column) < at)
                throw new IntakeException(IntakeErrors.DuplicateHeading(headings[at]!, column.Name));
        }
    }

    static RowError Unknown(string heading, ColumnSet columns)
    {
        var near = columns.Suggest(heading);
        return IntakeErrors.UnknownHeading(
            heading, string.Join(", ", near.Count > 0 ? near : columns.Columns.Select(column => column.Name)));
    }

    string? Cell(ColumnDefinition column, string raw, List<RowError> errors)
    {
        // A cell far beyond any limit is not worth cleaning: its length alone is the answer.
        var text = raw.Length > limits.MaxCellLength ? raw : CellText.Clean(raw);
        var max = Math.Min(column.MaxLength, limits.MaxCellLength);
        if (text is null)
            return null;
        if (text.Length <= max)
        {
            if (text[0] == '#' && CellText.IsSpreadsheetError(text))
                errors.Add(IntakeErrors.CellError(column.Name, text));
            return text;
        }
        errors.Add(IntakeErrors.TooLong(column.Name, max, text.Length));
        return null;
    }

    void CheckWidth(RawRecord record, List<RowError> errors)
    {
        var found = record.Cells.Count;
        while (found > columnsByCell.Length && string.IsNullOrWhiteSpace(record.Cells[found - 1]))
            found--;
        if (found > columnsByCell.Length)
            errors.Add(IntakeErrors.TooManyCells(found, columnsByCell.Length));
        else if (found < columnsByCell.Length && !record.Sparse)
            errors.Add(IntakeErrors.TooFewCells(found, columnsByCell.Length));
    }
}

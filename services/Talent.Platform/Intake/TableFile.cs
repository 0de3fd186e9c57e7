using System.Text.Json;

namespace Talent.Platform.Intake;

/// <summary>A file opened and checked as a whole: readable, within its limits, with the headings it needs. Its rows can
/// be read more than once.</summary>
public sealed class TableFile
{
    readonly Func<IEnumerable<ImportRow>> rows;

    internal TableFile(int total, IReadOnlyList<RowError> notes, Func<IEnumerable<ImportRow>> rows)
    {
        (Total, Notes, this.rows) = (total, notes, rows);
    }

    /// <summary>Rows that are not blank, or items.</summary>
    public int Total { get; }

    /// <summary>What the sender should know although the file is taken: unknown headings.</summary>
    public IReadOnlyList<RowError> Notes { get; }

    /// <summary>The rows in the order of the file, one at a time.</summary>
    public IEnumerable<ImportRow> Rows() => rows();

    internal static TableFile OfItems(JsonElement[] items, FileLimits limits)
    {
        if (items.Length > limits.MaxRows)
            throw new IntakeException(IntakeErrors.TooManyRows(limits.MaxRows));
        return new(items.Length, [], () => items.Select((item, index) => JsonSource.Row(item, index + 1)));
    }

    internal static TableFile OfRecords(Func<IEnumerable<RawRecord>> records, ColumnSet columns, FileLimits limits)
    {
        var total = -1;
        RawRecord heading = default;
        foreach (var record in records().Where(record => !record.IsBlank))
        {
            if (total < 0)
                heading = record;
            if (++total > limits.MaxRows)
                throw new IntakeException(IntakeErrors.TooManyRows(limits.MaxRows));
        }
        if (total < 0)
            throw new IntakeException(IntakeErrors.EmptyFile());
        var layout = TableLayout.Of(heading, columns, limits);
        return new(total, layout.Notes, () => records().Where(record => !record.IsBlank).Skip(1).Select(layout.Row));
    }
}

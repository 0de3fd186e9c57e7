using Talent.Platform.Intake;
using Talent.Platform.Store;

namespace Talent.Platform.Imports;

/// <summary>What a service does with the rows of an uploaded file.</summary>
public interface IRowImporter<TDb> where TDb : ServiceDb
{
    /// <summary>The columns the service understands.</summary>
    ColumnSet Columns { get; }

    /// <summary>Rows shown in the template to download: cells in the order of <see cref="Columns"/>.</summary>
    IReadOnlyList<IReadOnlyList<string>> Examples { get; }

    /// <summary>The row's external id, by which a file is imported again; null when it has none.</summary>
    string? KeyOf(ImportRow row);

    /// <summary>Adds to <paramref name="db"/> what the rows say: entities and outbox messages, not saved; the caller
    /// saves and commits them together with the import's progress. Rows whose errors are known already are not
    /// passed.</summary>
    /// <returns>One result for each row, in order.</returns>
    Task<IReadOnlyList<RowResult>> TakeAsync(
        TDb db, ImportRun run, IReadOnlyList<ImportRow> rows, CancellationToken cancellationToken);
}

/// <summary>What became of a row and, when rejected, why.</summary>
public sealed record RowResult(RowOutcome Outcome, IReadOnlyList<RowError> Errors)
{
    public static RowResult Accepted { get; } = new(RowOutcome.Accepted, []);
    public static RowResult Updated { get; } = new(RowOutcome.Updated, []);
    public static RowResult Unchanged { get; } = new(RowOutcome.Unchanged, []);
    public static RowResult Rejected(IReadOnlyList<RowError> errors) => new(RowOutcome.Rejected, errors);
}

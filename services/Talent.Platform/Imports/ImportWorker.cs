using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Talent.Platform.Intake;
using Talent.Platform.Messaging;
using Talent.Platform.Store;

namespace Talent.Platform.Imports;

/// <summary>Takes uploaded files in, chunk by chunk. The rows of a chunk, the messages about them, the errors and the
/// progress commit together: a process killed at any moment goes on after the last chunk committed, so each row is
/// taken exactly once.</summary>
sealed partial class ImportWorker<TDb>(
    IServiceScopeFactory scopes, IRowImporter<TDb> importer, OutboxSignal signal, TimeProvider clock,
    ILogger<ImportWorker<TDb>> log) : BackgroundService where TDb : ServiceDb
{
    const int ChunkSize = 250;
    const int MostErrorsKept = 10_000;
    static readonly TimeSpan Lease = TimeSpan.FromSeconds(30);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        var first = true;
        while (!stoppingToken.IsCancellationRequested)
        {
            var worked = false;
            try
            {
                worked = await NextAsync(takeOver: first, stoppingToken);
                first = worked && first;
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception failure)
            {
                // The run stays as it is and is taken up again when its lease has run out.
                LogFailed(log, failure, typeof(TDb).Name);
            }
            if (!worked)
                await signal.WaitAsync(typeof(ImportWorker<TDb>), TimeSpan.FromSeconds(1), stoppingToken)
                    .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    /// <param name="takeOver">At the start, on SQLite, a lease can only be a dead process's own.</param>
    async Task<bool> NextAsync(bool takeOver, CancellationToken cancellationToken)
    {
        if (await ClaimAsync(takeOver, cancellationToken) is not { } id)
            return false;
        List<ImportRow> rows;
        try
        {
            rows = await ReadAsync(id, cancellationToken);
        }
        catch (IntakeException unreadable)
        {
            await ChangeAsync(id, run => run.Fail(unreadable.Error, clock.GetUtcNow()), cancellationToken);
            return true;
        }
        await TakeRowsAsync(id, rows, cancellationToken);
        return true;
    }

    async Task<Guid?> ClaimAsync(bool takeOver, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<TDb>();
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var now = clock.GetUtcNow();
        var ignoreLeases = takeOver && db.Database.IsSqlite();
        var candidate = await Waiting(db)
            .Where(run => run.State == ImportRun.Queued
                || (run.State == ImportRun.Running && (ignoreLeases || run.LeaseUntil < now)))
            .OrderBy(run => run.Id).FirstOrDefaultAsync(cancellationToken);
        if (candidate is null)
            return null;
        candidate.Hold(now + Lease);
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return candidate.Id;
    }

    /// <summary>On PostgreSQL instances must not claim the same run: rows that another is claiming are skipped.</summary>
    static IQueryable<ImportRun> Waiting(TDb db)
    {
        if (!db.Database.IsNpgsql())
            return db.Imports;
        var sql = $"SELECT * FROM {db.Service}.imports WHERE state IN ('queued', 'running') " +
            "FOR UPDATE SKIP LOCKED";
        return db.Imports.FromSqlRaw(sql);
    }

    async Task<List<ImportRow>> ReadAsync(Guid id, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<TDb>();
        var run = await db.Imports.SingleAsync(run => run.Id == id, cancellationToken);
        using var content = new MemoryStream(run.Content, writable: false);
        var rows = TableReader.Read(content, run.FileName, importer.Columns, FileLimits.Default).ToList();
        run.Start(rows.Count);
        await db.SaveChangesAsync(cancellationToken);
        return rows;
    }

    async Task TakeRowsAsync(Guid id, List<ImportRow> rows, CancellationToken cancellationToken)
    {
        var firstRows = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var start = 0; start == 0 || start < rows.Count; start += ChunkSize)
        {
            var chunk = rows.Skip(start).Take(ChunkSize).ToList();
            var doubles = Doubles(chunk, firstRows);
            await using var scope = scopes.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<TDb>();
            await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
            var run = await db.Imports.SingleAsync(run => run.Id == id, cancellationToken);
            var skip = Math.Clamp(run.Processed - start, 0, chunk.Count);
            await TakeChunkAsync(db, run, [.. chunk.Skip(skip)], doubles, cancellationToken);
            var now = clock.GetUtcNow();
            run.Advance(now, now + Lease);
            if (start + ChunkSize >= rows.Count)
                run.Finish(now);
            await db.SaveChangesAsync(cancellationToken);
            await transaction.CommitAsync(cancellationToken);
        }
    }

    async Task TakeChunkAsync(
        TDb db, ImportRun run, List<ImportRow> chunk, Dictionary<int, RowError> doubles,
        CancellationToken cancellationToken)
    {
        var sound = chunk.Where(row => row.Errors.Count == 0 && !doubles.ContainsKey(row.Number)).ToList();
        var results = await importer.TakeAsync(db, run, sound, cancellationToken);
        var byRow = sound.Zip(results).ToDictionary(pair => pair.First.Number, pair => pair.Second);
        var number = await db.ImportErrors.CountAsync(error => error.ImportId == run.Id, cancellationToken);
        foreach (var row in chunk)
        {
            var result = byRow.TryGetValue(row.Number, out var taken)
                ? taken
                : RowResult.Rejected(row.Errors.Count > 0 ? row.Errors : [doubles[row.Number]]);
            run.Count(result.Outcome);
            foreach (var error in result.Errors)
            {
                if (++number <= MostErrorsKept)
                    db.ImportErrors.Add(new ImportRowError
                    {
                        ImportId = run.Id,
                        Number = number,
                        Row = row.Number,
                        Error = error,
                    });
            }
        }
    }

    /// <summary>The rows of a chunk whose external id stood in an earlier row of the file.</summary>
    Dictionary<int, RowError> Doubles(List<ImportRow> chunk, Dictionary<string, int> firstRows)
    {
        var doubles = new Dictionary<int, RowError>();
        foreach (var row in chunk)
        {
            if (importer.KeyOf(row) is not { } key)
                continue;
            if (!firstRows.TryAdd(key, row.Number))
                doubles[row.Number] = IntakeErrors.DuplicateExternalId(key, firstRows[key]);
        }
        return doubles;
    }

    async Task ChangeAsync(Guid id, Action<ImportRun> change, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<TDb>();
        change(await db.Imports.SingleAsync(run => run.Id == id, cancellationToken));
        await db.SaveChangesAsync(cancellationToken);
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "An import into {Store} stopped; it will be taken up again")]
    static partial void LogFailed(ILogger logger, Exception failure, string store);
}

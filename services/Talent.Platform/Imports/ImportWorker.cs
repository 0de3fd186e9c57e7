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
/// taken exactly once. Instances that share a store hold a run by a lease; one that was too slow and lost it cannot
/// commit.</summary>
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
        var released = false;
        while (!stoppingToken.IsCancellationRequested)
        {
            var worked = false;
            try
            {
                if (!released)
                    await ReleaseOwnAsync(stoppingToken);
                released = true;
                worked = await NextAsync(stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception failure)
            {
                // The store is away: the run stays as it is and is taken up again when its lease has run out.
                LogFailed(log, failure, typeof(TDb).Name);
            }
            if (!worked)
                await signal.WaitAsync(typeof(ImportWorker<TDb>), TimeSpan.FromSeconds(1), stoppingToken)
                    .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    /// <summary>An SQLite file has one process: a lease found at the start is a dead process's own.</summary>
    async Task ReleaseOwnAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<TDb>();
        if (db.Database.IsSqlite())
            await db.Imports.Where(run => run.State == ImportRun.Running).ExecuteUpdateAsync(
                runs => runs.SetProperty(run => run.LeaseUntil, DateTimeOffset.UnixEpoch), cancellationToken);
    }

    async Task<bool> NextAsync(CancellationToken cancellationToken)
    {
        if (await ClaimAsync(cancellationToken) is not { } id)
            return false;
        try
        {
            await TakeRowsAsync(id, await ReadAsync(id, cancellationToken), cancellationToken);
        }
        catch (IntakeException unreadable)
        {
            await ChangeAsync(id, run => run.Fail(unreadable.Error, clock.GetUtcNow()));
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            await ChangeAsync(id, run => run.Release(clock.GetUtcNow()));
            throw;
        }
        catch (DbUpdateConcurrencyException)
        {
            LogLost(log, id);
        }
        catch (Exception failure)
        {
            LogFailed(log, failure, typeof(TDb).Name);
            await ChangeAsync(id, run => run.Stumble(IntakeErrors.NotTaken(run.Processed), clock.GetUtcNow()));
        }
        return true;
    }

    /// <summary>The oldest run that waits, or whose instance has let its lease run out.</summary>
    internal async Task<Guid?> ClaimAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<TDb>();
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var now = clock.GetUtcNow();
        if ((await Waiting(db, now).ToListAsync(cancellationToken)).SingleOrDefault() is not { } candidate)
            return null;
        candidate.Hold(now + Lease);
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return candidate.Id;
    }

    /// <summary>On PostgreSQL instances must not claim the same run: one that another is claiming is skipped. The whole
    /// query is written out: composed onto, it would lock every waiting run.</summary>
    static IQueryable<ImportRun> Waiting(TDb db, DateTimeOffset now)
    {
        if (db.Database.IsNpgsql())
        {
            var sql = $"SELECT * FROM {db.Service}.imports WHERE state = '{ImportRun.Queued}' " +
                $"OR (state = '{ImportRun.Running}' AND lease_until < {{0}}) ORDER BY id LIMIT 1 FOR UPDATE SKIP LOCKED";
            return db.Imports.FromSqlRaw(sql, now);
        }
        return db.Imports
            .Where(run => run.State == ImportRun.Queued || (run.State == ImportRun.Running && run.LeaseUntil < now))
            .OrderBy(run => run.Id).Take(1);
    }

    async Task<List<ImportRow>> ReadAsync(Guid id, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<TDb>();
        var run = await db.Imports.SingleAsync(run => run.Id == id, cancellationToken);
        var file = await db.ImportFiles.AsNoTracking().SingleAsync(file => file.ImportId == id, cancellationToken);
        using var content = new MemoryStream(file.Content, writable: false);
        var table = TableReader.Open(content, run.FileName, importer.Columns, FileLimits.Default);
        var rows = table.Rows().ToList();
        run.Start(rows.Count, table.Notes);
        await db.SaveChangesAsync(cancellationToken);
        return rows;
    }

    async Task TakeRowsAsync(Guid id, List<ImportRow> rows, CancellationToken cancellationToken)
    {
        // Also over the rows that were committed before a restart: a later one may repeat their external id.
        var firstRows = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var start = 0; start == 0 || start < rows.Count; start += ChunkSize)
        {
            var chunk = rows.GetRange(start, Math.Min(ChunkSize, rows.Count - start));
            var doubles = Doubles(chunk, firstRows);
            await using var scope = scopes.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<TDb>();
            await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
            var run = await db.Imports.SingleAsync(run => run.Id == id, cancellationToken);
            var skip = Math.Clamp(run.Processed - start, 0, chunk.Count);
            var last = start + ChunkSize >= rows.Count;
            if (skip == chunk.Count && !last)
                continue;
            await TakeChunkAsync(db, run, chunk[skip..], doubles, cancellationToken);
            var now = clock.GetUtcNow();
            run.Advance(now, now + Lease);
            if (last)
                run.Finish(now);
            await db.SaveChangesAsync(cancellationToken);
            if (last)
                await ForgetFileAsync(db, id, cancellationToken);
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
                        Error = error.Quotable(),
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

    // Not to be cancelled: how a run ended, or that it is free again, is to be known.
    async Task ChangeAsync(Guid id, Action<ImportRun> change)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<TDb>();
        var run = await db.Imports.SingleAsync(run => run.Id == id, CancellationToken.None);
        change(run);
        await db.SaveChangesAsync(CancellationToken.None);
        if (run.State == ImportRun.Failed)
            await ForgetFileAsync(db, id, CancellationToken.None);
    }

    static Task<int> ForgetFileAsync(TDb db, Guid id, CancellationToken cancellationToken) =>
        db.ImportFiles.Where(file => file.ImportId == id).ExecuteDeleteAsync(cancellationToken);

    [LoggerMessage(Level = LogLevel.Error, Message = "An import into {Store} stopped; it will be taken up again")]
    static partial void LogFailed(ILogger logger, Exception failure, string store);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Import {Id} is another instance's by now")]
    static partial void LogLost(ILogger logger, Guid id);
}

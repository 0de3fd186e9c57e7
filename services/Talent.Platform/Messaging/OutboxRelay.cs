using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Talent.Platform.Store;

namespace Talent.Platform.Messaging;

/// <summary>Delivers what stands in one service's outbox, at least once each. A message that fails is tried again
/// with growing pauses and does not hold up the others; when the failures are the message's or its consumer's, it
/// becomes a dead letter after <see cref="MostAttempts"/> of them.</summary>
sealed partial class OutboxRelay<TDb>(
    IServiceScopeFactory scopes, OutboxSignal signal, TimeProvider clock, ILogger<OutboxRelay<TDb>> log)
    : BackgroundService where TDb : ServiceDb
{
    const int BatchSize = 200;
    const int MostAttempts = 8;
    static readonly TimeSpan Poll = TimeSpan.FromSeconds(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // Off the starting thread: the first query may be slow, and the address should be printed meanwhile.
        await Task.Yield();
        while (!stoppingToken.IsCancellationRequested)
        {
            var delivered = 0;
            try
            {
                delivered = await DeliverBatchAsync(stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception failure)
            {
                // The store is away: nothing is lost, the rows stay where they are.
                LogStoreFailed(log, failure, typeof(TDb).Name);
            }
            if (delivered == 0)
                await signal.WaitAsync(typeof(TDb), Poll, stoppingToken).ConfigureAwait(
                    ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    async Task<int> DeliverBatchAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<TDb>();
        var carrier = scope.ServiceProvider.GetRequiredService<ICarrier>();
        await carrier.ReadyAsync(cancellationToken);
        await using var claim = await ClaimAsync(db, cancellationToken);
        var batch = await DueAsync(db, cancellationToken);
        if (batch.Count == 0)
            return 0;
        var outcomes = new Outcome?[batch.Count];
        try
        {
            await Parallel.ForEachAsync(
                Enumerable.Range(0, batch.Count),
                new ParallelOptions { MaxDegreeOfParallelism = carrier.Parallelism, CancellationToken = cancellationToken },
                async (index, _) => outcomes[index] = await TryAsync(carrier, batch[index]));
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // What was delivered is recorded even when the process is told to stop at this very moment.
        }
        carrier.Flush();
        for (var index = 0; index < batch.Count; index++)
        {
            if (outcomes[index] is { } outcome)
                Settle(db, batch[index], outcome);
        }
        await db.SaveChangesAsync(CancellationToken.None);
        if (claim is not null)
            await claim.CommitAsync(CancellationToken.None);
        return batch.Count;
    }

    /// <summary>On PostgreSQL several instances share the outbox: each locks the rows it delivers until it has
    /// recorded the outcome; a killed one's locks go with its connection. An SQLite file has one process.</summary>
    static async Task<IDbContextTransaction?> ClaimAsync(TDb db, CancellationToken cancellationToken) =>
        db.Database.IsNpgsql() ? await db.Database.BeginTransactionAsync(cancellationToken) : null;

    async Task<List<OutboxMessage>> DueAsync(TDb db, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        if (db.Database.IsNpgsql())
        {
            var sql = $"SELECT * FROM {db.Service}.outbox WHERE delivered_at IS NULL AND due_at <= {{0}} " +
                $"ORDER BY due_at, id LIMIT {BatchSize} FOR UPDATE SKIP LOCKED";
            return await db.Outbox.FromSqlRaw(sql, now).ToListAsync(cancellationToken);
        }
        return await db.Outbox
            .Where(message => message.DeliveredAt == null && message.DueAt <= now)
            .OrderBy(message => message.DueAt).ThenBy(message => message.Id)
            .Take(BatchSize).ToListAsync(cancellationToken);
    }

    async Task<Outcome> TryAsync(ICarrier carrier, OutboxMessage message)
    {
        try
        {
            // A delivery under way is finished, also when the process is told to stop: no half-done work, no noise.
            await carrier.DeliverAsync(message, CancellationToken.None);
            return new Outcome(null, TimeSpan.Zero);
        }
        catch (Exception failure)
        {
            LogDeliveryFailed(log, failure, message.Type, message.Id, message.Attempts + 1);
            return new Outcome(failure, carrier.LongestPause(failure));
        }
    }

    void Settle(TDb db, OutboxMessage message, Outcome outcome)
    {
        var now = clock.GetUtcNow();
        if (outcome.Failure is null)
        {
            message.DeliveredAt = now;
            return;
        }
        var failure = outcome.Failure.ToString();
        message.Attempts++;
        message.LastError = failure.Length > 4000 ? failure[..4000] : failure;
        message.DueAt = now + Backoff(message.Attempts, outcome.LongestPause ?? TimeSpan.FromMinutes(1));
        if (message.Attempts < MostAttempts || outcome.LongestPause is not null)
            return;
        db.DeadLetters.Add(new DeadLetter
        {
            Id = message.Id,
            Type = message.Type,
            Body = message.Body,
            Error = message.LastError,
            Attempts = message.Attempts,
            DiedAt = now,
        });
        db.Outbox.Remove(message);
    }

    /// <summary>0.2 s, 0.4 s, 0.8 s …</summary>
    static TimeSpan Backoff(int attempts, TimeSpan most) =>
        TimeSpan.FromSeconds(Math.Min(most.TotalSeconds, 0.1 * Math.Pow(2, Math.Min(attempts, 30))));

    /// <param name="LongestPause">Null: the failure counts towards a dead letter.</param>
    readonly record struct Outcome(Exception? Failure, TimeSpan? LongestPause);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Delivery of {Type} {Id} failed (attempt {Attempt})")]
    static partial void LogDeliveryFailed(ILogger logger, Exception failure, string type, Guid id, int attempt);

    [LoggerMessage(Level = LogLevel.Error, Message = "The outbox of {Store} cannot be read")]
    static partial void LogStoreFailed(ILogger logger, Exception failure, string store);
}

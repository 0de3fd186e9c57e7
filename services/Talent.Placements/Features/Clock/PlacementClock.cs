using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Talent.Placements.Data;

namespace Talent.Placements.Features.Clock;

/// <summary>Rings what is due: each alarm in a transaction of its own, which also takes it away, so that it happens
/// once whichever instance is quicker and whenever one of them dies.</summary>
sealed partial class PlacementClock(
    IServiceScopeFactory scopes, TimeProvider clock, ILogger<PlacementClock> log) : BackgroundService
{
    const int Batch = 200;
    static readonly TimeSpan Poll = TimeSpan.FromSeconds(1);
    static readonly TimeSpan Pause = TimeSpan.FromMinutes(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Poll, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await RingDueAsync(stoppingToken);
            }
            catch (Exception failure) when (!stoppingToken.IsCancellationRequested)
            {
                LogStopped(log, failure);
            }
        }
    }

    /// <summary>Rings all that is due now, the oldest first; returns how many rang.</summary>
    internal async Task<int> RingDueAsync(CancellationToken cancellationToken)
    {
        var rung = 0;
        while (await DueAsync(cancellationToken) is { Count: > 0 } due)
        {
            foreach (var id in due)
            {
                if (await RingOrPostponeAsync(id, cancellationToken))
                    rung++;
            }
        }
        return rung;
    }

    async Task<List<Guid>> DueAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var now = clock.GetUtcNow();
        return await scope.ServiceProvider.GetRequiredService<PlacementsDb>().Alarms.AsNoTracking()
            .Where(alarm => alarm.DueAt <= now).OrderBy(alarm => alarm.DueAt).ThenBy(alarm => alarm.Id)
            .Select(alarm => alarm.Id).Take(Batch).ToListAsync(cancellationToken);
    }

    async Task<bool> RingOrPostponeAsync(Guid id, CancellationToken cancellationToken)
    {
        try
        {
            return await RingAsync(id, cancellationToken);
        }
        catch (DbUpdateException failure) when (PlacementsDb.WasTooLate(failure))
        {
            // Somebody moved the placement at this moment, or another instance was quicker: if it is still there, it is
            // still due.
            return false;
        }
        catch (Exception failure) when (!cancellationToken.IsCancellationRequested)
        {
            LogFailed(log, failure, id);
            await PostponeAsync(id, cancellationToken);
            return false;
        }
    }

    async Task<bool> RingAsync(Guid id, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PlacementsDb>();
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var now = clock.GetUtcNow();
        if (await db.Alarms.SingleOrDefaultAsync(alarm => alarm.Id == id, cancellationToken) is not { } alarm
            || alarm.DueAt > now)
            return false;
        // Taken away first: what it sets off plans the placement's other alarms anew.
        db.Alarms.Remove(alarm);
        await db.SaveChangesAsync(cancellationToken);
        var ringer = scope.ServiceProvider.GetServices<IAlarmRinger>().Single(one => one.Rings(alarm.Kind));
        await ringer.RingAsync(db, alarm, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return true;
    }

    /// <summary>One that fails does not keep the others waiting.</summary>
    async Task PostponeAsync(Guid id, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var later = clock.GetUtcNow() + Pause;
        await scope.ServiceProvider.GetRequiredService<PlacementsDb>().Alarms.Where(alarm => alarm.Id == id)
            .ExecuteUpdateAsync(alarm => alarm.SetProperty(row => row.DueAt, later), cancellationToken);
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The clock of placements stands still; it tries again")]
    static partial void LogStopped(ILogger logger, Exception failure);

    [LoggerMessage(Level = LogLevel.Error, Message = "Alarm {Id} failed; it rings again in a minute")]
    static partial void LogFailed(ILogger logger, Exception failure, Guid id);
}

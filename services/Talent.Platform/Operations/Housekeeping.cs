using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Talent.Platform.Store;

namespace Talent.Platform.Operations;

/// <summary>Once an hour removes what has served: delivered messages and idempotency keys after a day, inbox entries
/// after a month (a broker may repeat a message that long).</summary>
sealed partial class Housekeeping<TDb>(
    IServiceScopeFactory scopes, TimeProvider clock, ILogger<Housekeeping<TDb>> log) : BackgroundService
    where TDb : ServiceDb
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromHours(1), clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await CleanAsync(stoppingToken);
            }
            catch (Exception failure) when (!stoppingToken.IsCancellationRequested)
            {
                LogFailed(log, failure, typeof(TDb).Name);
            }
        }
    }

    internal async Task CleanAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<TDb>();
        var dayAgo = clock.GetUtcNow().AddDays(-1);
        var monthAgo = clock.GetUtcNow().AddDays(-30);
        await db.Outbox.Where(message => message.DeliveredAt != null && message.DeliveredAt < dayAgo)
            .ExecuteDeleteAsync(cancellationToken);
        await db.IdempotencyKeys.Where(key => key.CreatedAt < dayAgo).ExecuteDeleteAsync(cancellationToken);
        await db.Inbox.Where(entry => entry.HandledAt < monthAgo).ExecuteDeleteAsync(cancellationToken);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Housekeeping of {Store} failed; next try in an hour")]
    static partial void LogFailed(ILogger logger, Exception failure, string store);
}

using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Talent.Notifications.Data;

namespace Talent.Notifications.Features.Updates;

/// <summary>Once an hour removes signals of more than a month ago, and the notices that nobody's update is left of.</summary>
sealed partial class ForgetSignals(IServiceScopeFactory scopes, TimeProvider clock, ILogger<ForgetSignals> log)
    : BackgroundService
{
    public static readonly TimeSpan KeptFor = TimeSpan.FromDays(30);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromHours(1), clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await ForgetAsync(stoppingToken);
            }
            catch (Exception failure) when (!stoppingToken.IsCancellationRequested)
            {
                LogFailed(log, failure);
            }
        }
    }

    internal async Task ForgetAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<NotificationsDb>();
        var before = clock.GetUtcNow() - KeptFor;
        await db.Updates.Where(update => !update.InInbox && update.StoredAt < before).ExecuteDeleteAsync(cancellationToken);
        await db.Notices.Where(notice => notice.At < before && !db.Updates.Any(update => update.NoticeId == notice.Id))
            .ExecuteDeleteAsync(cancellationToken);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Old signals could not be removed; next try in an hour")]
    static partial void LogFailed(ILogger logger, Exception failure);
}

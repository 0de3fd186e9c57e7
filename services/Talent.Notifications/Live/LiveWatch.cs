using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Talent.Notifications.Live;

/// <summary>Every few seconds looks after what no message tells of: tokens that end, and messages to this instance that got
/// lost with its connection to the broker.</summary>
sealed partial class LiveWatch(LiveConnections live, ILogger<LiveWatch> log) : BackgroundService
{
    static readonly TimeSpan Every = TimeSpan.FromSeconds(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                live.CloseEnded();
                await live.CatchUpAsync(stoppingToken);
            }
            catch (Exception failure) when (!stoppingToken.IsCancellationRequested)
            {
                LogFailed(log, failure);
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Live connections could not be looked after; tried again shortly")]
    static partial void LogFailed(ILogger logger, Exception failure);
}

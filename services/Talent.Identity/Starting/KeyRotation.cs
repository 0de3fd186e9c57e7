using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Talent.Platform.Security;

namespace Talent.Identity.Starting;

/// <summary>Looks once an hour whether a new signing key is due; makes the first one before the service listens.</summary>
sealed partial class KeyRotation(Lazy<SigningKeys> keys, TimeProvider clock, ILogger<KeyRotation> log) : BackgroundService
{
    public override Task StartAsync(CancellationToken cancellationToken)
    {
        keys.Value.Rotate();
        return base.StartAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromHours(1), clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                keys.Value.Rotate();
            }
            catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
            {
                LogFailed(log, failure);
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The signing keys could not be looked after; next try in an hour")]
    static partial void LogFailed(ILogger logger, Exception failure);
}

using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Talent.Identity.Data;

namespace Talent.Identity.Starting;

/// <summary>Once an hour removes what has ended: registrations and links after a day, counts of failures, sessions and their
/// refresh tokens after a week.</summary>
sealed partial class Tidying(IServiceScopeFactory scopes, TimeProvider clock, ILogger<Tidying> log) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromHours(1), clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await TidyAsync(stoppingToken);
            }
            catch (Exception failure) when (!stoppingToken.IsCancellationRequested)
            {
                LogFailed(log, failure);
            }
        }
    }

    internal async Task TidyAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<IdentityDb>();
        var now = clock.GetUtcNow();
        var (dayAgo, weekAgo) = (now.AddDays(-1), now.AddDays(-7));
        await db.Registrations.Where(one => one.ExpiresAt < dayAgo).ExecuteDeleteAsync(cancellationToken);
        await db.Links.Where(one => one.ExpiresAt < dayAgo).ExecuteDeleteAsync(cancellationToken);
        var milliseconds = now.ToUnixTimeMilliseconds();
        await db.Failures.Where(one => one.EndsAt < milliseconds).ExecuteDeleteAsync(cancellationToken);
        var ended = db.Sessions.Where(one => one.ExpiresAt < weekAgo || one.RevokedAt < weekAgo);
        await db.RefreshTokens.Where(token => ended.Any(session => session.Id == token.SessionId))
            .ExecuteDeleteAsync(cancellationToken);
        await ended.ExecuteDeleteAsync(cancellationToken);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Tidying accounts failed; next try in an hour")]
    static partial void LogFailed(ILogger logger, Exception failure);
}

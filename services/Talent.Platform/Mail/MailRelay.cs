using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Talent.Platform.Operations;
using Talent.Platform.Store;

namespace Talent.Platform.Mail;

/// <summary>Sending mail from a service.</summary>
public static class MailSetup
{
    /// <summary>Sends what the service's store holds in <c>outgoing_mails</c> (see <see cref="ServiceDb.Send"/>).</summary>
    public static void AddMail<TDb>(this WebApplicationBuilder builder) where TDb : ServiceDb
    {
        builder.Services.TryAddSingleton<MailSettings>();
        builder.Services.TryAddSingleton<MailCarrier>();
        builder.Services.AddWorkAfterStart<MailRelay<TDb>>();
    }
}

/// <summary>Sends the mails of one service's store, at least once each. One that fails is tried again with growing pauses
/// for three days and does not hold up the others; after that it stays, with its error, until an operator removes it.</summary>
sealed partial class MailRelay<TDb>(
    IServiceScopeFactory scopes, MailCarrier carrier, TimeProvider clock, ILogger<MailRelay<TDb>> log)
    : BackgroundService where TDb : ServiceDb
{
    const int BatchSize = 20;
    static readonly TimeSpan Poll = TimeSpan.FromSeconds(1);
    static readonly TimeSpan LongestPause = TimeSpan.FromHours(1);
    static readonly TimeSpan GivenUpAfter = TimeSpan.FromDays(3);
    // Far enough, and within what both stores can hold.
    static readonly DateTimeOffset Never = new(9000, 1, 1, 0, 0, 0, TimeSpan.Zero);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Poll);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                while (await SendBatchAsync(stoppingToken) == BatchSize)
                    LogMore(log, BatchSize);
            }
            catch (Exception failure) when (!stoppingToken.IsCancellationRequested)
            {
                // The store is away: the rows stay where they are.
                LogStoreFailed(log, failure, typeof(TDb).Name);
            }
        }
    }

    /// <returns>How many were tried.</returns>
    internal async Task<int> SendBatchAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<TDb>();
        // On PostgreSQL several instances share the table: each locks what it sends. An SQLite file has one process.
        await using var claim = db.Database.IsNpgsql() ? await db.Database.BeginTransactionAsync(cancellationToken) : null;
        var batch = await DueAsync(db, cancellationToken);
        foreach (var mail in batch)
            await SendAsync(db, mail, cancellationToken);
        // What was sent is recorded even when the process is told to stop at this very moment.
        await db.SaveChangesAsync(CancellationToken.None);
        if (claim is not null)
            await claim.CommitAsync(CancellationToken.None);
        return batch.Count;
    }

    async Task<List<OutgoingMail>> DueAsync(TDb db, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        if (db.Database.IsNpgsql())
        {
            var sql = $"SELECT * FROM {db.Service}.outgoing_mails WHERE due_at <= {{0}} " +
                $"ORDER BY due_at LIMIT {BatchSize} FOR UPDATE SKIP LOCKED";
            return await db.OutgoingMails.FromSqlRaw(sql, now).ToListAsync(cancellationToken);
        }
        return await db.OutgoingMails.Where(mail => mail.DueAt <= now)
            .OrderBy(mail => mail.DueAt).Take(BatchSize).ToListAsync(cancellationToken);
    }

    async Task SendAsync(TDb db, OutgoingMail mail, CancellationToken cancellationToken)
    {
        try
        {
            await carrier.CarryAsync(mail, cancellationToken);
            db.OutgoingMails.Remove(mail);
        }
        catch (Exception failure) when (!cancellationToken.IsCancellationRequested)
        {
            var now = clock.GetUtcNow();
            mail.Attempts++;
            mail.LastError = failure.Message.Length > 1000 ? failure.Message[..1000] : failure.Message;
            mail.DueAt = now - mail.CreatedAt > GivenUpAfter ? Never : now + PauseAfter(mail.Attempts);
            LogFailed(log, failure, mail.Id, mail.Attempts);
        }
    }

    /// <summary>10 s, 20 s, 40 s … 1 h.</summary>
    static TimeSpan PauseAfter(int attempts) =>
        TimeSpan.FromSeconds(Math.Min(LongestPause.TotalSeconds, 5 * Math.Pow(2, Math.Min(attempts, 30))));

    [LoggerMessage(Level = LogLevel.Warning, Message = "Mail {Id} could not be sent (attempt {Attempt})")]
    static partial void LogFailed(ILogger logger, Exception failure, Guid id, int attempt);

    [LoggerMessage(Level = LogLevel.Error, Message = "The mails of {Store} cannot be read")]
    static partial void LogStoreFailed(ILogger logger, Exception failure, string store);

    [LoggerMessage(Level = LogLevel.Debug, Message = "{Count} mails sent, more are waiting")]
    static partial void LogMore(ILogger logger, int count);
}

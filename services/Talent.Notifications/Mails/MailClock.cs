using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Talent.Notifications.Data;
using Talent.Notifications.Features.Updates;

namespace Talent.Notifications.Mails;

/// <summary>Sends what waited for the end of the quiet hours or for the digest: one mail to a person, about all that is due
/// and was not read meanwhile.</summary>
sealed partial class MailClock(
    IServiceScopeFactory scopes, NoticeLetters letters, TimeProvider clock, ILogger<MailClock> log) : BackgroundService
{
    static readonly TimeSpan Poll = TimeSpan.FromSeconds(10);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Poll);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await SendDueAsync(stoppingToken);
            }
            catch (Exception failure) when (!stoppingToken.IsCancellationRequested)
            {
                LogFailed(log, failure);
            }
        }
    }

    /// <summary>Sends to everybody to whom something is due now.</summary>
    internal async Task SendDueAsync(CancellationToken cancellationToken)
    {
        List<Guid> accounts;
        await using (var scope = scopes.CreateAsyncScope())
        {
            var db = scope.ServiceProvider.GetRequiredService<NotificationsDb>();
            var now = clock.GetUtcNow();
            accounts = await db.WaitingMails.Where(mail => mail.DueAt <= now)
                .Select(mail => mail.AccountId).Distinct().ToListAsync(cancellationToken);
        }
        foreach (var account in accounts)
            await SendAsync(account, cancellationToken);
    }

    async Task SendAsync(Guid account, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<NotificationsDb>();
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var now = clock.GetUtcNow();
        var due = db.WaitingMails.Where(mail => mail.AccountId == account && mail.DueAt <= now);
        var rows = await (
            from mail in due
            join update in db.Updates.AsNoTracking() on new { mail.AccountId, mail.Seq } equals new { update.AccountId, update.Seq }
            join notice in db.Notices.AsNoTracking() on update.NoticeId equals notice.Id
            orderby update.Seq
            select new UpdateRow(update, notice)).ToListAsync(cancellationToken);
        // Another instance that has the same in hand has removed them when this statement's turn comes: it sends, we do not.
        if (await due.ExecuteDeleteAsync(cancellationToken) != rows.Count)
            return;
        var read = await db.Recipients.Where(one => one.AccountId == account).Select(one => one.ReadUpTo)
            .SingleOrDefaultAsync(cancellationToken);
        var told = rows.Where(row => row.Update.Seq > read).Select(row => Told.Of(row.Notice)).ToList();
        if (told.Count > 0 && await db.People.FindAsync([account], cancellationToken) is { } person)
            db.Send(told.Count == 1 ? letters.OfOne(person, told[0]) : letters.OfMany(person, told), clock);
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Mails that are due could not be written; tried again shortly")]
    static partial void LogFailed(ILogger logger, Exception failure);
}

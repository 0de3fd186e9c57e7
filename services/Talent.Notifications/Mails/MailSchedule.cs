using Microsoft.EntityFrameworkCore;
using Talent.Notifications.Data;
using Talent.Notifications.Domain;

namespace Talent.Notifications.Mails;

static class MailSchedule
{
    /// <summary>The person's preferences, or the defaults.</summary>
    public static async Task<MailPreferences> PreferencesOfAsync(
        this NotificationsDb db, Guid account, CancellationToken cancellationToken) =>
        await db.Preferences.FindAsync([account], cancellationToken) ?? MailPreferences.DefaultOf(account);

    /// <summary>The person's hours are others now: what waits is due by them. Saved with the next save.</summary>
    public static async Task RescheduleAsync(
        this NotificationsDb db, Guid account, MailPreferences preferences, string zone, CancellationToken cancellationToken)
    {
        var hours = new MailHours(preferences, zone);
        await db.WaitingMails.Where(mail => mail.AccountId == account)
            .ForEachAsync(mail => mail.DueAt = hours.DueAt(mail.Timing, mail.Since), cancellationToken);
    }
}

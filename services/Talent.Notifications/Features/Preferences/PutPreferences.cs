using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Talent.Contracts.Notifications;
using Talent.Notifications.Data;
using Talent.Notifications.Domain;
using Talent.Notifications.Mails;
using Talent.Notifications.Texts;
using Talent.Platform.Http;
using Talent.Platform.Security;

namespace Talent.Notifications.Features.Preferences;

/// <summary><c>PUT /notifications/preferences</c>: replaces them; what is left out gets its default. Mails that wait are
/// due by the new hours.</summary>
static class PutPreferences
{
    public static async Task<Results<Ok<NotificationPreferences>, ProblemHttpResult>> Handle(
        NotificationPreferences input, Caller caller, NotificationsDb db, CancellationToken cancellationToken)
    {
        var wrong = Wrong(input).ToList();
        if (wrong.Count > 0)
            return Problems.Invalid(wrong);
        var kept = await db.PreferencesOfAsync(caller.AccountId, cancellationToken);
        if (db.Entry(kept).State is EntityState.Detached)
            db.Preferences.Add(kept);
        kept.QuietFrom = input.QuietFrom ?? MailPreferences.DefaultQuietFrom;
        kept.QuietTo = input.QuietTo ?? MailPreferences.DefaultQuietTo;
        kept.DigestAt = input.DigestAt ?? MailPreferences.DefaultDigestAt;
        kept.Kinds = input.Kinds ?? new Dictionary<string, string>(StringComparer.Ordinal);
        var zone = await db.People.Where(person => person.AccountId == caller.AccountId).Select(person => person.Zone)
            .SingleOrDefaultAsync(cancellationToken);
        await db.RescheduleAsync(caller.AccountId, kept, zone ?? "Etc/UTC", cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        return TypedResults.Ok(kept.View());
    }

    static IEnumerable<FieldProblem> Wrong(NotificationPreferences input)
    {
        foreach (var (path, time) in new[]
        {
            ("$.quietFrom", input.QuietFrom), ("$.quietTo", input.QuietTo), ("$.digestAt", input.DigestAt),
        })
            if (time is not null && !MailHours.IsTime(time))
                yield return new FieldProblem(path, "bad-time", NotificationTexts.Of("bad-time", Shown(time)));
        foreach (var (kind, timing) in input.Kinds ?? new Dictionary<string, string>(StringComparer.Ordinal))
        {
            if (!KindsOfNotice.All.Contains(kind, StringComparer.Ordinal))
                yield return FieldProblem.UnknownOption("$.kinds", Shown(kind), KindsOfNotice.All);
            else if (!MailTimings.All.Contains(timing, StringComparer.Ordinal))
                yield return FieldProblem.UnknownOption($"$.kinds.{kind}", Shown(timing ?? ""), MailTimings.All);
        }
    }

    static string Shown(string text) => text.Length > 40 ? text[..40] + "…" : text;
}

using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Talent.Contracts.Notifications;
using Talent.Notifications.Data;
using Talent.Notifications.Mails;
using Talent.Platform.Security;

namespace Talent.Notifications.Features.Preferences;

/// <summary><c>GET /notifications/preferences</c>: what was chosen, else the defaults.</summary>
static class GetPreferences
{
    public static async Task<Ok<NotificationPreferences>> Handle(
        Caller caller, NotificationsDb db, CancellationToken cancellationToken) =>
        TypedResults.Ok((await db.PreferencesOfAsync(caller.AccountId, cancellationToken)).View());
}

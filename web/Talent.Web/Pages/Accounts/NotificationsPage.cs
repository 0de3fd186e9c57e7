using Microsoft.AspNetCore.Http;
using Talent.Contracts.Notifications;
using Talent.Web.Clients;
using Talent.Web.Forms;
using Talent.Web.Layout;

namespace Talent.Web.Pages.Accounts;

/// <param name="Form">The times, and by kind of notice when the person is mailed.</param>
/// <param name="Done">Whether it has just been saved.</param>
public sealed record NotificationsModel(FormState Form, bool Done);

/// <summary>When the person is mailed.</summary>
internal static class NotificationsPage
{
    const string KindPrefix = "kinds.";

    /// <summary>The field of a kind.</summary>
    public static string FieldOf(string kind) => KindPrefix + kind;

    public static async Task<IResult> GetAsync(string? done, NotificationsClient notifications, CancellationToken cancel)
    {
        var chosen = await notifications.PreferencesAsync(cancel);
        var values = new FormValues
        {
            ["quietFrom"] = chosen.QuietFrom, ["quietTo"] = chosen.QuietTo, ["digestAt"] = chosen.DigestAt,
        };
        foreach (var (kind, timing) in chosen.Kinds ?? new Dictionary<string, string>(StringComparer.Ordinal))
            values[FieldOf(kind)] = timing;
        return Page.Of<Notifications, NotificationsModel>(new NotificationsModel(new FormState(values), done is not null));
    }

    public static async Task<IResult> PostAsync(
        HttpRequest request, NotificationsClient notifications, Visitor visitor, CancellationToken cancel)
    {
        var values = await FormValues.ReadAsync(request, cancel);
        var kinds = KindsOfNotice.All.Where(kind => values[FieldOf(kind)] is { Length: > 0 })
            .ToDictionary(kind => kind, kind => values[FieldOf(kind)]!, StringComparer.Ordinal);
        var problem = await notifications.ChangePreferencesAsync(
            new NotificationPreferences(values["quietFrom"], values["quietTo"], values["digestAt"], kinds), cancel);
        return problem is null
            ? Results.LocalRedirect(visitor.Href("/account/notifications?done=saved"))
            : Page.Of<Notifications, NotificationsModel>(
                new NotificationsModel(new FormState(values, problem), false), problem.Status);
    }
}

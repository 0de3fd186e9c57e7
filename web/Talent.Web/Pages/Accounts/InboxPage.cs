using System.Globalization;
using Microsoft.AspNetCore.Http;
using Talent.Contracts.Identity;
using Talent.Contracts.Notifications;
using Talent.Platform.Security;
using Talent.Web.Clients;
using Talent.Web.Forms;
using Talent.Web.Layout;

namespace Talent.Web.Pages.Accounts;

/// <summary>Something that waits for the person.</summary>
/// <param name="Symbol">An icon's name.</param>
/// <param name="About">Names its texts: title, text, action.</param>
/// <param name="Subject">What it is about, for the title; null: the title names nothing.</param>
/// <param name="Link">Where it is dealt with, without the language.</param>
/// <param name="Note">What somebody wrote about it, e.g. the office's reason; null: nothing.</param>
public sealed record InboxItem(string Symbol, string About, string? Subject, string Link, string? Note = null);

/// <param name="Invitations">Those that wait for the person's answer.</param>
/// <param name="Updates">A page of what the person was told, newest first; null for one who acts as nobody yet.</param>
/// <param name="Earlier">Whether it is not the newest page.</param>
/// <param name="Zone">IANA id, of the person.</param>
/// <param name="Problem">Why what was just asked for could not be done; null: nothing was.</param>
public sealed record InboxModel(
    IReadOnlyList<InboxItem> Items, IReadOnlyList<OwnInvitation> Invitations, UpdatePage? Updates, bool Earlier, string Zone,
    ApiProblem? Problem = null);

internal static class InboxPage
{
    const int FewCodes = 3;
    const int PageSize = 50;

    public static async Task<IResult> GetAsync(
        long? after, IdentityClient identity, OrganisationsClient organisations, NotificationsClient notifications,
        Caller caller, CancellationToken cancel)
    {
        var me = await identity.MeAsync(cancel);
        return Page.Of<Inbox, InboxModel>(new InboxModel(
            after is null ? await WaitingAsync(me, organisations, caller, cancel) : [],
            after is null ? await organisations.OwnInvitationsAsync(cancel) : [],
            caller.Role == Roles.Pending ? null : await notifications.InboxAsync(after, PageSize, cancel), after is not null, me.Zone));
    }

    /// <summary>All that the page showed was read.</summary>
    public static async Task<IResult> PostReadAsync(
        HttpRequest request, NotificationsClient notifications, Visitor visitor, CancellationToken cancel)
    {
        var values = await FormValues.ReadAsync(request, cancel);
        long? upTo = long.TryParse(values["upTo"], CultureInfo.InvariantCulture, out var number) ? number : null;
        if (await notifications.ReadAsync(upTo, cancel) is { } problem)
            throw new ApiException(problem);
        return Results.LocalRedirect(visitor.Href("/inbox"));
    }

    public static async Task<IResult> PostInvitationAsync(
        HttpRequest request, OrganisationsClient organisations, IdentityClient identity, Visitor visitor,
        CancellationToken cancel)
    {
        var values = await FormValues.ReadAsync(request, cancel);
        if (!Guid.TryParse(values["id"], out var invitation))
            return Results.BadRequest();
        var (joined, problem) = await organisations.AcceptOwnAsync(invitation, cancel);
        if (joined is null)
            return Page.Of<Inbox, InboxModel>(
                new InboxModel([], await organisations.OwnInvitationsAsync(cancel), null, false, "", problem), problem!.Status);
        await identity.ActAsync(new ActInput(joined.OrganisationId), cancel);
        await WebSession.RenewAsync(request.HttpContext);
        return Results.LocalRedirect(visitor.Href("/home"));
    }

    static async Task<IReadOnlyList<InboxItem>> WaitingAsync(
        Me me, OrganisationsClient organisations, Caller caller, CancellationToken cancel)
    {
        var items = new List<InboxItem>();
        if (me is { SecondFactor: false, Passkeys: 0, SecondFactorRequired: true })
            items.Add(new InboxItem("shield-lock", "factor", null, Onward.SecondFactor));
        if (Of(me.Memberships.FirstOrDefault(one => one.Acting)) is { } state)
            items.Add(state with { Note = await ReasonAsync(organisations, caller, cancel) });
        if (caller.Role == Roles.Office
            && (await organisations.InStateAsync(OrganisationStates.Submitted, null, cancel)).Items.Count > 0)
            items.Add(new InboxItem("building", "queue", null, "/office"));
        if (me.SecondFactor && me.RecoveryCodesLeft < FewCodes)
            items.Add(new InboxItem("key", "codes", null, "/account/recovery-codes"));
        return items;
    }

    static InboxItem? Of(MembershipInfo? acting) => acting is null || acting.State == OrganisationStates.Verified
        ? null
        : new InboxItem("building", acting.State, acting.Name, "/organisation");

    static async Task<string?> ReasonAsync(OrganisationsClient organisations, Caller caller, CancellationToken cancel) =>
        caller is { OrganisationId: { } id } && caller.Role != Roles.Pending
            ? (await organisations.GetAsync(id, cancel)).Reason
            : null;
}

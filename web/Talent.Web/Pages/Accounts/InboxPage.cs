using Microsoft.AspNetCore.Http;
using Talent.Contracts.Identity;
using Talent.Platform.Security;
using Talent.Web.Clients;
using Talent.Web.Layout;

namespace Talent.Web.Pages.Accounts;

/// <summary>Something that waits for the person.</summary>
/// <param name="Symbol">An icon's name.</param>
/// <param name="About">Names its texts: title, text, action.</param>
/// <param name="Subject">What it is about, for the title; null: the title names nothing.</param>
/// <param name="Link">Where it is dealt with, without the language.</param>
/// <param name="Note">What somebody wrote about it, e.g. the office's reason; null: nothing.</param>
public sealed record InboxItem(string Symbol, string About, string? Subject, string Link, string? Note = null);

public sealed record InboxModel(IReadOnlyList<InboxItem> Items);

internal static class InboxPage
{
    const int FewCodes = 3;

    public static async Task<IResult> GetAsync(
        IdentityClient identity, OrganisationsClient organisations, Caller caller, CancellationToken cancel)
    {
        var me = await identity.MeAsync(cancel);
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
        return Page.Of<Inbox, InboxModel>(new InboxModel(items));
    }

    static InboxItem? Of(MembershipInfo? acting) => acting is null || acting.State == OrganisationStates.Verified
        ? null
        : new InboxItem("building", acting.State, acting.Name, "/organisation");

    static async Task<string?> ReasonAsync(OrganisationsClient organisations, Caller caller, CancellationToken cancel) =>
        caller is { OrganisationId: { } id } && caller.Role != Roles.Pending
            ? (await organisations.GetAsync(id, cancel)).Reason
            : null;
}

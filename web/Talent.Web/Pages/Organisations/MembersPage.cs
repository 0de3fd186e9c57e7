using Microsoft.AspNetCore.Http;
using Talent.Contracts.Identity;
using Talent.Platform.Security;
using Talent.Web.Clients;
using Talent.Web.Forms;
using Talent.Web.Layout;

namespace Talent.Web.Pages.Organisations;

/// <param name="Invitations">Those that wait; empty for who may not invite.</param>
/// <param name="Roles">The roles a member can have here.</param>
/// <param name="Done">What has just been done, one of <see cref="MembersPage.Doings"/>; null: nothing.</param>
public sealed record MembersModel(IReadOnlyList<Member> Members, IReadOnlyList<Invitation> Invitations,
    IReadOnlyList<string> Roles, FormState Form, string? Done = null);

internal static class MembersPage
{
    public static readonly IReadOnlyList<string> Doings = ["invited", "withdrawn", "changed", "removed"];

    public static Task<IResult> GetAsync(string? done, OrganisationsClient organisations, Caller caller, Visitor visitor,
        CancellationToken cancel) => ShowAsync(organisations, caller, visitor, new FormState(new FormValues()),
            Doings.Contains(done, StringComparer.Ordinal) ? done : null, cancel);

    public static async Task<IResult> PostInviteAsync(HttpRequest request, OrganisationsClient organisations, Caller caller,
        Visitor visitor, CancellationToken cancel)
    {
        var values = await FormValues.ReadAsync(request, cancel);
        var problem = await organisations.InviteAsync(
            caller.Organisation, new InvitationInput(values["email"], values["role"], visitor.Language.Code), cancel);
        return await AfterAsync(problem, values, "invited", organisations, caller, visitor, cancel);
    }

    public static async Task<IResult> PostWithdrawAsync(HttpRequest request, OrganisationsClient organisations,
        Caller caller, Visitor visitor, CancellationToken cancel)
    {
        var values = await FormValues.ReadAsync(request, cancel);
        if (!Guid.TryParse(values["id"], out var invitation))
            return Results.BadRequest();
        var problem = await organisations.WithdrawAsync(caller.Organisation, invitation, cancel);
        return await AfterAsync(problem, values, "withdrawn", organisations, caller, visitor, cancel);
    }

    /// <summary>Gives a member another role, or takes the member out: the button says which.</summary>
    public static async Task<IResult> PostMemberAsync(HttpRequest request, OrganisationsClient organisations, Caller caller,
        Visitor visitor, CancellationToken cancel)
    {
        var values = await FormValues.ReadAsync(request, cancel);
        if (!Guid.TryParse(values["account"], out var account))
            return Results.BadRequest();
        var removes = values["do"] == "remove";
        var problem = removes
            ? await organisations.RemoveMemberAsync(caller.Organisation, account, cancel)
            : await organisations.ChangeMemberAsync(caller.Organisation, account, new MemberRoleInput(values["role"]), cancel);
        if (problem is null && account == caller.AccountId)
        {
            // What the person may do here has changed, perhaps to nothing.
            await WebSession.RenewAsync(request.HttpContext);
            return Results.LocalRedirect(visitor.Href("/home"));
        }
        return await AfterAsync(problem, values, removes ? "removed" : "changed", organisations, caller, visitor, cancel);
    }

    static async Task<IResult> AfterAsync(ApiProblem? problem, FormValues values, string done,
        OrganisationsClient organisations, Caller caller, Visitor visitor, CancellationToken cancel) => problem is null
        ? Results.LocalRedirect(visitor.Href($"/organisation/members?done={done}"))
        : await ShowAsync(organisations, caller, visitor, new FormState(values, problem), null, cancel);

    static async Task<IResult> ShowAsync(OrganisationsClient organisations, Caller caller, Visitor visitor, FormState form,
        string? done, CancellationToken cancel)
    {
        var id = caller.Organisation;
        var invitations = visitor.LeadsOrganisation ? await organisations.InvitationsAsync(id, cancel) : [];
        return Page.Of<Members, MembersModel>(
            new MembersModel(await organisations.MembersAsync(id, cancel), invitations, RolesOf(caller.Role), form, done),
            form.Problem?.Status ?? StatusCodes.Status200OK);
    }

    static IReadOnlyList<string> RolesOf(string role) => role switch
    {
        Roles.Employer => [MemberRoles.Recruiter, MemberRoles.Owner],
        Roles.Coordinator => [MemberRoles.Coordinator, MemberRoles.Owner],
        _ => [MemberRoles.Reviewer, MemberRoles.Administrator],
    };
}

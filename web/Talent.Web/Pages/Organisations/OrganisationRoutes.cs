using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Talent.Platform.Security;
using Talent.Web.Pages.Office;

namespace Talent.Web.Pages.Organisations;

/// <summary>The organisation one acts for, joining one, and the office's view of all.</summary>
internal static class OrganisationRoutes
{
    public static void MapOrganisations(this RouteGroupBuilder pages)
    {
        pages.MapGet("/invitation", InvitationPage.GetAsync).AllowAnonymous();
        pages.MapPost("/invitation", InvitationPage.PostAsync).RequireAuthorization(Policies.SignedIn);
        pages.MapGet("/organisations/new", OrganisationPage.GetNew).RequireAuthorization(Policies.SignedIn);
        pages.MapPost("/organisations/new", OrganisationPage.PostNewAsync).RequireAuthorization(Policies.SignedIn);
        MapOwn(pages.MapGroup("/organisation").RequireAuthorization(Policies.Recruiting));
        MapOffice(pages.MapGroup("/office").RequireAuthorization(Policies.Office));
    }

    static void MapOwn(RouteGroupBuilder pages)
    {
        pages.MapGet("", OrganisationPage.GetAsync);
        pages.MapPost("", OrganisationPage.PostAsync);
        pages.MapPost("/documents", OrganisationPage.PostDocumentAsync);
        pages.MapPost("/documents/remove", OrganisationPage.PostRemoveDocumentAsync);
        pages.MapPost("/submit", OrganisationPage.PostSubmitAsync);
        pages.MapGet("/members", MembersPage.GetAsync);
        pages.MapPost("/members/invite", MembersPage.PostInviteAsync);
        pages.MapPost("/members/withdraw", MembersPage.PostWithdrawAsync);
        pages.MapPost("/members/change", MembersPage.PostMemberAsync);
        pages.MapGet("/keys", KeysPage.GetAsync);
        pages.MapPost("/keys", KeysPage.PostAsync);
        pages.MapPost("/keys/revoke", KeysPage.PostRevokeAsync);
        pages.MapGet("/audit", AuditPage.GetAsync);
    }

    static void MapOffice(RouteGroupBuilder pages)
    {
        pages.MapGet("", OfficePages.GetQueueAsync);
        pages.MapGet("/organisations/{id:guid}", OfficePages.GetOrganisationAsync);
        pages.MapPost("/organisations/{id:guid}/decide", OfficePages.PostDecisionAsync);
    }
}

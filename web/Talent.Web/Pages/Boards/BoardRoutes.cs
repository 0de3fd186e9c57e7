using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Talent.Platform.Security;
using Talent.Web.Layout;

namespace Talent.Web.Pages.Boards;

/// <summary>What colleges and the office oversee, what waits for each role, and consents.</summary>
internal static class BoardRoutes
{
    public static void MapBoards(this RouteGroupBuilder pages)
    {
        pages.MapGet("/today", TodayPage.GetAsync).RequireAuthorization(Policies.Acting);
        MapOverseeing(pages.MapGroup("/coordinator").RequireAuthorization(Policies.Coordinator), "/coordinator");
        MapOverseeing(pages.MapGroup("/office").RequireAuthorization(Policies.Office), "/office");
        MapConsents(pages.MapGroup("/graduate/consents").RequireAuthorization(Policies.Graduate));
        var cohorts = pages.MapGroup("/coordinator/cohorts/{name}/consents").RequireAuthorization(Policies.Coordinator);
        cohorts.MapPost("", CohortConsentsPage.PostAsync);
        cohorts.MapPost("/withdraw", CohortConsentsPage.PostWithdrawAsync);
        pages.MapGet("/account/consents", ToConsents).RequireAuthorization(Policies.Acting);
    }

    static void MapOverseeing(RouteGroupBuilder pages, string root)
    {
        pages.MapGet("/board", BoardPage.GetAsync).WithMetadata(new Overseen(root));
        pages.MapGet("/placements", PlacementListPage.GetAsync).WithMetadata(new Overseen(root));
    }

    static void MapConsents(RouteGroupBuilder pages)
    {
        pages.MapGet("", ConsentsPage.GetAsync);
        pages.MapPost("", ConsentsPage.PostAsync);
        pages.MapPost("/withdraw", ConsentsPage.PostWithdrawAsync);
    }

    /// <summary>Where messages about consents lead.</summary>
    static IResult ToConsents(Visitor visitor) => Results.LocalRedirect(visitor.Href(
        visitor.Caller?.Role == Roles.Graduate ? "/graduate/consents" : "/coordinator"));
}

/// <summary>Under which address somebody oversees placements: <c>/coordinator</c> or <c>/office</c>.</summary>
internal sealed record Overseen(string Root)
{
    public static string RootOf(HttpContext http) => http.GetEndpoint()!.Metadata.GetRequiredMetadata<Overseen>().Root;
}

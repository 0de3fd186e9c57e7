using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Talent.Platform.Security;

namespace Talent.Web.Pages.Placements;

/// <summary>The pages of a placement, which all its sides share; each sees what it may.</summary>
internal static class PlacementRoutes
{
    public static void MapPlacements(this RouteGroupBuilder pages)
    {
        pages.MapGet("/calendar", CalendarPage.GetAsync).RequireAuthorization(Policies.TakingPart);
        pages.MapPost("/calendar", CalendarPage.PostAsync).RequireAuthorization(Policies.TakingPart);
        var placement = pages.MapGroup("/placements/{id:guid}");
        placement.MapGet("", PlacementPages.GetAsync).RequireAuthorization(Policies.Acting);
        placement.MapPost("", PlacementPages.PostAsync).RequireAuthorization(Policies.TakingPart);
        placement.MapGet("/interviews/new", ProposeInterviewPage.GetAsync).RequireAuthorization(Policies.Employer);
        placement.MapPost("/interviews/new", ProposeInterviewPage.PostAsync).RequireAuthorization(Policies.Employer);
        placement.MapGet("/interviews/{interview:guid}/scorecard", ScoreInterviewPage.GetAsync)
            .RequireAuthorization(Policies.Employer);
        placement.MapPost("/interviews/{interview:guid}/scorecard", ScoreInterviewPage.PostAsync)
            .RequireAuthorization(Policies.Employer);
        placement.MapGet("/offers/new", MakeOfferPage.GetAsync).RequireAuthorization(Policies.Employer);
        placement.MapPost("/offers/new", MakeOfferPage.PostAsync).RequireAuthorization(Policies.Employer);
        placement.MapGet("/offers/{offer:guid}", OfferDocumentPage.GetAsync).RequireAuthorization(Policies.Acting);
    }
}

using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Talent.Platform.Security;

namespace Talent.Placements.Features.Overview;

static class OverviewEndpoints
{
    public static void MapOverview(this IEndpointRouteBuilder routes)
    {
        var placements = routes.MapGroup("/api/v1/placements").WithTags("placements");
        placements.MapGet("/", GetPlacements.Handle).RequireAuthorization(Policies.Acting)
            .WithName("GetPlacements").WithSummary("The caller's placements, with how many stand in each stage");
        placements.MapGet("/board", GetBoard.Handle).RequireAuthorization(Policies.Overseeing)
            .WithName("GetBoard")
            .WithSummary("Cohorts by stage, what is overdue, retention, funnel, months, countries");
        placements.MapGet("/export.csv", ExportPlacements.Csv).RequireAuthorization(Policies.Acting)
            .WithName("ExportPlacementsCsv").WithSummary("The list as CSV");
        placements.MapGet("/export.xlsx", ExportPlacements.Xlsx).RequireAuthorization(Policies.Acting)
            .WithName("ExportPlacementsXlsx").WithSummary("The list as a workbook");
        placements.MapGet("/today", GetToday.Handle).RequireAuthorization(Policies.Acting)
            .WithName("GetToday").WithSummary("Who needs the caller today");
        placements.MapGet("/answering/{organisation:guid}", GetAnswering.Handle).AllowAnonymous()
            .WithName("GetAnswering").WithSummary("How an employer answers applications");
    }
}

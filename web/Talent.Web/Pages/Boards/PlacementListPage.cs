using Microsoft.AspNetCore.Http;
using Talent.Contracts.Placements;
using Talent.Web.Clients;
using Talent.Web.Layout;

namespace Talent.Web.Pages.Boards;

/// <param name="Root">The address that the reader oversees placements under, without the language.</param>
/// <param name="Found">Null when the filter was refused.</param>
/// <param name="Cohorts">Names to choose from.</param>
public sealed record PlacementListModel(
    string Root, OverseenQuery Query, PlacementPage? Found, IReadOnlyList<string> Cohorts, DateTimeOffset Now,
    ApiProblem? Problem)
{
    public string Address => Root + "/placements";

    /// <summary>Where the list, as it is filtered, is had as a table; <paramref name="format"/> is <c>csv</c> or
    /// <c>xlsx</c>.</summary>
    public string ExportAddress(string format) => $"/api/v1/placements/export.{format}{Query.FromStart}";

    /// <summary>The list with another choice of stages, from its start.</summary>
    public string InStage(string? stage) =>
        Address + (Query with { Stages = stage is null ? [] : [stage] }).FromStart;
}

internal static class PlacementListPage
{
    public static async Task<IResult> GetAsync(PlacementBoardClient placements, GraduatesClient graduates,
        TimeProvider clock, HttpContext http, CancellationToken cancel)
    {
        var root = Overseen.RootOf(http);
        var query = OverseenQuery.Of(http.Request.Query);
        var (found, problem) = await placements.ListAsync(query, cancel);
        // The office oversees every college's; of so many it types the name, if it has to.
        IReadOnlyList<string> cohorts = root == "/office" ? []
            : [.. (await graduates.CohortsAsync(cancel)).Select(cohort => cohort.Name)];
        var model = new PlacementListModel(root, query, found, cohorts, clock.GetUtcNow(), problem);
        return Page.Of<PlacementList, PlacementListModel>(model, problem?.Status ?? StatusCodes.Status200OK);
    }
}

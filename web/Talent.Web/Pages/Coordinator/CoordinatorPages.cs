using Microsoft.AspNetCore.Http;
using Talent.Contracts.Graduates;
using Talent.Contracts.Matching;
using Talent.Contracts.Platform;
using Talent.Web.Clients;
using Talent.Web.Layout;

namespace Talent.Web.Pages.Coordinator;

/// <param name="Standing">Null until matching knows the cohort.</param>
public sealed record CohortRow(CohortSummary Cohort, CohortStanding? Standing);

public sealed record CohortsModel(IReadOnlyList<CohortRow> Rows);

/// <param name="Earlier">True when this is not the first page.</param>
public sealed record CohortModel(string Name, CohortRow? Row, Page<GraduateView> Graduates, bool Earlier);

internal static class CoordinatorPages
{
    public static async Task<IResult> GetCohortsAsync(
        GraduatesClient graduates, MatchingClient matching, CancellationToken cancel) =>
        Page.Of<Cohorts, CohortsModel>(new CohortsModel(await RowsAsync(graduates, matching, cancel)));

    public static async Task<IResult> GetCohortAsync(
        string name, string? after, GraduatesClient graduates, MatchingClient matching, CancellationToken cancel)
    {
        var rows = await RowsAsync(graduates, matching, cancel);
        var row = rows.FirstOrDefault(row => row.Cohort.Name == name);
        if (row is null)
            return Results.NotFound();
        var page = await graduates.InCohortAsync(name, after, cancel);
        return Page.Of<Cohort, CohortModel>(new CohortModel(name, row, page, after is not null));
    }

    static async Task<IReadOnlyList<CohortRow>> RowsAsync(
        GraduatesClient graduates, MatchingClient matching, CancellationToken cancel)
    {
        var cohorts = await graduates.CohortsAsync(cancel);
        var standings = (await matching.CohortsAsync(cancel)).ToLookup(standing => standing.Cohort, StringComparer.Ordinal);
        return [.. cohorts.Select(cohort => new CohortRow(cohort, standings[cohort.Name].FirstOrDefault()))];
    }
}

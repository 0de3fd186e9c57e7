using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Talent.Contracts.Graduates;
using Talent.Contracts.Matching;
using Talent.Contracts.Placements;
using Talent.Contracts.Platform;
using Talent.Web.Clients;
using Talent.Web.Forms;
using Talent.Web.Layout;
using Talent.Web.Pages.Boards;

namespace Talent.Web.Pages.Coordinator;

/// <param name="Standing">Null until matching knows the cohort.</param>
public sealed record CohortRow(CohortSummary Cohort, CohortStanding? Standing);

public sealed record CohortsModel(IReadOnlyList<CohortRow> Rows);

/// <param name="Earlier">True when this is not the first page.</param>
/// <param name="Form">What is typed of a consent to be recorded.</param>
/// <param name="Done">What has just been done: see <see cref="ConsentsPage.Deeds"/>; null: nothing.</param>
public sealed record CohortModel(
    string Name, CohortRow? Row, Page<GraduateView> Graduates, bool Earlier, IReadOnlyList<Consent> Consents,
    DateOnly Today, FormState Form, string? Done);

/// <summary>The services that a cohort's page asks.</summary>
internal sealed record CohortReading(
    [FromServices] GraduatesClient Graduates, [FromServices] MatchingClient Matching,
    [FromServices] PlacementBoardClient Placements, [FromServices] TimeProvider Clock);

internal static class CoordinatorPages
{
    public static async Task<IResult> GetCohortsAsync(
        GraduatesClient graduates, MatchingClient matching, CancellationToken cancel) =>
        Page.Of<Cohorts, CohortsModel>(new CohortsModel(await RowsAsync(graduates, matching, cancel)));

    public static Task<IResult> GetCohortAsync(string name, string? after, string? done,
        [AsParameters] CohortReading reading, CancellationToken cancel) => ShowCohortAsync(
            name, after, new FormState(new FormValues()), ConsentsPage.Deeds.Contains(done) ? done : null, reading, cancel);

    public static async Task<IResult> ShowCohortAsync(
        string name, string? after, FormState form, string? done, CohortReading reading, CancellationToken cancel)
    {
        var rows = await RowsAsync(reading.Graduates, reading.Matching, cancel);
        var row = rows.FirstOrDefault(row => row.Cohort.Name == name);
        if (row is null)
            return Results.NotFound();
        var page = await reading.Graduates.InCohortAsync(name, after, cancel);
        var consents = await reading.Placements.ConsentsAsync(name, null, cancel);
        var today = DateOnly.FromDateTime(reading.Clock.GetUtcNow().UtcDateTime);
        return Page.Of<Cohort, CohortModel>(
            new CohortModel(name, row, page, after is not null, consents.Items, today, form, done),
            form.Problem?.Status ?? StatusCodes.Status200OK);
    }

    static async Task<IReadOnlyList<CohortRow>> RowsAsync(
        GraduatesClient graduates, MatchingClient matching, CancellationToken cancel)
    {
        var cohorts = await graduates.CohortsAsync(cancel);
        var standings = (await matching.CohortsAsync(cancel)).ToLookup(standing => standing.Cohort, StringComparer.Ordinal);
        return [.. cohorts.Select(cohort => new CohortRow(cohort, standings[cohort.Name].FirstOrDefault()))];
    }
}

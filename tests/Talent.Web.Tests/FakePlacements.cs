using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.IdentityModel.JsonWebTokens;
using Talent.Contracts.Placements;
using Talent.Contracts.Platform;
using Talent.Platform.Security;

namespace Talent.Web.Tests;

/// <summary>The placements service at the edge of the process: answers canned records.</summary>
public sealed class FakePlacements
{
    internal Placement Shown { get; set; } = PlacementSamples.Applied;

    internal IReadOnlyList<PlacementItem> Items { get; set; } = PlacementSamples.Items;

    internal Answering Answering { get; set; } = new(Samples.Job.OrganisationId, 20, 18, 30);

    internal IReadOnlyList<Consent> Consents { get; set; } = [];

    /// <summary>Of a bulk move, those that cannot be moved, and why.</summary>
    internal Dictionary<Guid, string> Stuck { get; } = [];

    static readonly DateTimeOffset At = new(2026, 5, 4, 3, 2, 1, TimeSpan.Zero);

    public const string CalendarAddress = "https://talent.example/api/v1/placements/calendar/a.ics";

    public void Map(WebApplication app)
    {
        var root = app.MapGroup("/api/v1/placements");
        // Employers and graduates ask without the stroke at the end, those who oversee with it: see FakeOverview.
        root.MapGet("/", (HttpContext http, Guid? job, string[]? stage) => http.Request.Path.Value!.EndsWith('/')
            ? FakeOverview.List(stage) : Results.Ok(List(job, stage)));
        root.MapGet("/{id:guid}", (Guid id) => id == Guid.Empty ? Results.NotFound() : Results.Ok(Shown));
        root.MapGet("/answering/{id:guid}", () => Answering);
        root.MapGet("/consents", (HttpContext http, string? cohort) =>
            new Page<Consent>(cohort is null && RoleOf(http) == Roles.Coordinator ? Consents : OverviewSamples.Consents, null));
        root.MapGet("/calendar", () => new CalendarFeed(true, null, At));
        root.MapPost("/calendar", () => new CalendarFeed(true, CalendarAddress, At));
        root.MapPost("/applications", () => Results.Created("/", Shown));
        root.MapPost("/applications/{id:guid}/{deed}", () => Shown);
        root.MapPost("/applications/moves", (BulkMoveInput input) => new BulkMoveResult([.. input.Ids!.Select(id =>
            Stuck.TryGetValue(id, out var why) ? new BulkMoveItem(id, false, "wrong-step", why) : new BulkMoveItem(id, true, null, null))]));
        root.MapPut("/{id:guid}/permit", () => Shown);
        root.MapPost("/{id:guid}/follow-ups", () => Shown);
        root.MapGet("/interviews/hours", () => new SharedHours("Europe/Berlin", "Africa/Cairo", PlacementSamples.Interview.SharedHours));
        root.MapPost("/interviews", () => PlacementSamples.Interview);
        root.MapPost("/interviews/{id:guid}/{deed}", () => PlacementSamples.Interview);
        root.MapPut("/interviews/{id:guid}/scorecard", () => PlacementSamples.Interview);
        root.MapGet("/offers/template", () => new OfferTemplate(
            PlacementSamples.Terms, new DateOnly(2099, 6, 1), [new TermSource("noticeDays", null)]));
        root.MapPost("/offers", () => PlacementSamples.Offer);
        root.MapPost("/offers/{id:guid}/{deed}", () => PlacementSamples.Offer);
    }

    /// <summary>What the caller's token says, which nobody checks here.</summary>
    static string? RoleOf(HttpContext http) =>
        new JsonWebToken(http.Request.Headers.Authorization.ToString()["Bearer ".Length..])
            .TryGetPayloadValue<string>(TalentClaims.Role, out var role) ? role : null;

    PlacementPage List(Guid? job, string[]? stage)
    {
        var all = Items.Where(item => job is null || item.JobId == job).ToArray();
        var shown = all.Where(item => stage is not { Length: > 0 } || stage.Contains(item.Stage, StringComparer.Ordinal)).ToArray();
        return new PlacementPage(shown, shown.Length,
            all.GroupBy(item => item.Stage, StringComparer.Ordinal)
                .ToDictionary(group => group.Key, group => group.Count(), StringComparer.Ordinal), null);
    }
}

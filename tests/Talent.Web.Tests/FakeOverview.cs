using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Talent.Contracts.Placements;
using Talent.Platform.Http;

namespace Talent.Web.Tests;

/// <summary>What the placements service counts, lists and keeps of consents, at the edge of the process.</summary>
public sealed class FakeOverview
{
    public PlacementBoard Board { get; set; } = OverviewSamples.Board;

    public IReadOnlyList<TodayItem> Today { get; set; } = OverviewSamples.Today;

    public void Map(IEndpointRouteBuilder app)
    {
        var routes = app.MapGroup("/api/v1/placements");
        routes.MapGet("/board", (string? country) => country == "ZZ"
            ? Problems.Invalid(new FieldProblem("country", "unknown-option", "ZZ is no country.")) : Results.Ok(Board));
        routes.MapGet("/today", () => Today);
        routes.MapPost("/consents", () => Results.Created("/", OverviewSamples.Consents[0]));
        routes.MapDelete("/consents/{id:guid}", () => Results.NoContent());
    }

    /// <summary>The list of those who oversee.</summary>
    public static IResult List(string[]? stage) => stage is ["nowhere"]
        ? Problems.Invalid(new FieldProblem("stage", "unknown-option", "There is no stage nowhere."))
        : Results.Ok(OverviewSamples.Page);
}

using System.Globalization;
using Microsoft.AspNetCore.Http;
using Talent.Contracts.Placements;
using Talent.Web.Clients;
using Talent.Web.Layout;

namespace Talent.Web.Pages.Boards;

/// <param name="Root">The address that the reader oversees placements under, without the language.</param>
/// <param name="Board">Null when the filter was refused.</param>
/// <param name="From">How many cohorts are left out before the first that is shown.</param>
public sealed record BoardModel(
    string Root, PlacementBoard? Board, string? Programme, string? Country, int From, ApiProblem? Problem)
{
    /// <summary>As many as keep the page small.</summary>
    public const int CohortsShown = 40;

    public IReadOnlyList<BoardCohort> Cohorts => [.. Board!.Cohorts.Skip(From).Take(CohortsShown)];

    public bool IsFiltered => Programme is not null || Country is not null;

    /// <summary>The address of the board with its filter, from another cohort on.</summary>
    public string Address(int from) => Root + "/board" + ApiCalls.Query(("programme", Programme), ("country", Country),
        ("from", from == 0 ? null : from.ToString(CultureInfo.InvariantCulture)));

    /// <summary>The address of the placements that a number counts.</summary>
    public string ListAddress(BoardCohort? cohort, string? stage = null, bool overdue = false) =>
        Root + "/placements" + new OverseenQuery(
            Cohort: cohort?.Cohort, College: cohort?.College, Overdue: overdue, Sort: overdue ? "due" : null)
        {
            Stages = stage is null ? [] : [stage],
        }.FromStart;
}

internal static class BoardPage
{
    public static async Task<IResult> GetAsync(string? programme, string? country, int? from,
        PlacementBoardClient placements, HttpContext http, CancellationToken cancel)
    {
        var (wanted, where) = (Clean(programme), Clean(country));
        var (board, problem) = await placements.BoardAsync(wanted, where, cancel);
        var model = new BoardModel(
            Overseen.RootOf(http), board, wanted, where, Math.Clamp(from ?? 0, 0, 100_000), problem);
        return Page.Of<Board, BoardModel>(model, problem?.Status ?? StatusCodes.Status200OK);
    }

    static string? Clean(string? value) => string.IsNullOrWhiteSpace(value) ? null : value.Trim();
}

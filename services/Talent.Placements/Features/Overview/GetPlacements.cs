using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Talent.Contracts.Placements;
using Talent.Placements.Features.Applications;
using Talent.Platform.Http;

namespace Talent.Placements.Features.Overview;

/// <summary><c>GET /placements</c>: an employer's own, a graduate's own, a college's, or for the office all; with how
/// many there are in each stage.</summary>
static class GetPlacements
{
    public static async Task<Results<Ok<PlacementPage>, ProblemHttpResult>> Handle(
        [AsParameters] Filter filter, int? limit, string? after, [AsParameters] Desk desk)
    {
        if (filter.Wrong() is { } wrong)
            return wrong;
        if (limit is < 1 or > Cursors.MostLimit)
            return Problems.Invalid(Cursors.Check(limit, null)!);
        if (!PlaceInList.TryRead(after, out var place))
            return Problems.Invalid(Cursors.UnknownCursor());
        var (db, cancellationToken) = (desk.Db, desk.CancellationToken);
        var own = await db.OwnProfileAsync(desk.Caller, cancellationToken);
        var all = filter.Apply(db, db.Candidacies.AsNoTracking().SeenBy(desk.Caller, own?.Id), desk.Now);
        var stages = await all.GroupBy(one => one.Stage)
            .Select(group => new { Stage = group.Key, Count = group.Count() })
            .ToDictionaryAsync(group => group.Stage, group => group.Count, StringComparer.Ordinal, cancellationToken);
        var most = limit ?? Cursors.DefaultLimit;
        var rows = await PlacementRows.Of(db, filter.InStages(all), filter.Sort, place)
            .Take(most + 1).ToListAsync(cancellationToken);
        var total = filter.Stage is { Length: > 0 } asked
            ? asked.Distinct(StringComparer.Ordinal).Sum(stage => stages.GetValueOrDefault(stage))
            : stages.Values.Sum();
        var next = rows.Count > most ? PlaceInList.After(rows[most - 1], filter.Sort) : null;
        return TypedResults.Ok(new PlacementPage(
            [.. rows.Take(most).Select(row => row.Item(desk.Now, Sight.SideOf(desk.Caller)))], total, stages, next));
    }
}

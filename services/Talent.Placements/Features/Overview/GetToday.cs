using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Talent.Contracts.Placements;
using Talent.Placements.Domain;
using Talent.Placements.Features.Applications;
using Talent.Placements.Features.Interviews;

namespace Talent.Placements.Features.Overview;

/// <summary><c>GET /placements/today</c>: who needs the caller, the most urgent first. A side is shown the steps it
/// owes that are due within three days (a graduate: all); a coordinator besides what others owe the college's
/// graduates and have let go by; the office what anybody has; and everyone their interviews of today.</summary>
static class GetToday
{
    const int Most = 100;
    static readonly TimeSpan Ahead = TimeSpan.FromDays(3);

    public static async Task<Ok<List<TodayItem>>> Handle([AsParameters] Desk desk)
    {
        var (db, now) = (desk.Db, desk.Now);
        var own = await db.OwnProfileAsync(desk.Caller, desk.CancellationToken);
        var seen = db.Candidacies.AsNoTracking().SeenBy(desk.Caller, own?.Id).Where(one => one.NextCode != null);
        var rows = await PlacementRows.Of(db, Owed(seen, desk.Actor.Side, now), "due", null)
            .Take(Most).ToListAsync(desk.CancellationToken);
        var items = rows.Select(row => new TodayItem(
            row.Id, row.NextCode!, row.NextDueAt, row.NextDueAt < now, row.Graduate, row.JobTitle, row.JobLanguage,
            row.Organisation, row.Cohort));
        var interviews = await InterviewViews.TodayAsync(db, desk.Caller, own?.Id, now, desk.CancellationToken);
        return TypedResults.Ok(items.Concat(interviews)
            .OrderBy(item => item.DueAt ?? DateTimeOffset.MaxValue).Take(Most).ToList());
    }

    static IQueryable<Candidacy> Owed(IQueryable<Candidacy> seen, string side, DateTimeOffset now)
    {
        var soon = now + Ahead;
        return side switch
        {
            Sides.Graduate => seen.Where(one => one.NextSide == side),
            Sides.Office => seen.Where(one => one.NextDueAt < now),
            Sides.Coordinator => seen.Where(
                one => one.NextDueAt < now || (one.NextSide == side && one.NextDueAt < soon)),
            _ => seen.Where(one => one.NextSide == side && (one.NextDueAt == null || one.NextDueAt < soon)),
        };
    }
}

using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Talent.Contracts.Placements;
using Talent.Placements.Calendar;
using Talent.Placements.Domain;
using Talent.Placements.Features.Applications;
using Talent.Platform.Http;
using Talent.Platform.Reference;

namespace Talent.Placements.Features.Interviews;

/// <summary><c>GET /placements/interviews/{id}</c>, the same as a calendar at <c>….ics</c>, and <c>GET
/// /placements/interviews/hours</c>.</summary>
static class GetInterview
{
    const int UsualDays = 14;
    const int MostDays = 60;

    public static async Task<Results<Ok<Interview>, ProblemHttpResult>> Handle(Guid id, [AsParameters] Desk desk)
    {
        if (await FindAsync(id, desk) is not { } found)
            return InterviewErrors.Unknown();
        desk.Http.Response.Headers.ETag = ETags.Of(found.Round.Version);
        return TypedResults.Ok(
            await InterviewViews.OneAsync(desk.Db, found.Case, found.Round, desk.Caller, desk.CancellationToken));
    }

    public static async Task<Results<FileContentHttpResult, ProblemHttpResult>> Calendar(
        Guid id, [AsParameters] Desk desk, PublicAddress address)
    {
        if (await FindAsync(id, desk) is not { } found)
            return InterviewErrors.Unknown();
        var withPeople = desk.Actor.Side != Sides.Office;
        var text = CalendarWriter.Invitation(InterviewEvents.Of(found.Round, found.Case, address, withPeople));
        return TypedResults.File(
            System.Text.Encoding.UTF8.GetBytes(text), CalendarWriter.ContentType, $"interview-{id}.ics");
    }

    /// <summary>When both sides are at work, for an employer that looks for slots.</summary>
    public static async Task<Results<Ok<SharedHours>, ProblemHttpResult>> Hours(
        Guid application, string? zone, DateOnly? from, int? days, [AsParameters] Desk desk)
    {
        if (await desk.Db.FindCaseAsync(application, desk.Caller, desk.CancellationToken) is not { } of)
            return PlacementErrors.Unknown();
        if (days is < 1 or > MostDays)
            return Problems.Invalid(new FieldProblem(
                "days", "window-out-of-range", InterviewTexts.Of("window-out-of-range", days)));
        var own = zone is null ? of.Job.Need.Zone : Zones.Resolve(zone);
        if (own is null)
            return Problems.Invalid(FieldProblem.UnknownOption("zone", zone!, Zones.Suggest(zone)));
        var first = from ?? LocalDays.Today(desk.Now, own);
        var shared = WorkingHours.Shared(
            DateTimeZoneProviders.Tzdb[own], DateTimeZoneProviders.Tzdb[of.Graduate.Zone], of.Graduate.Hours,
            LocalDate.FromDateOnly(first), days ?? UsualDays);
        return TypedResults.Ok(new SharedHours(own, of.Graduate.Zone, [.. shared.Where(slot => slot.End > desk.Now)]));
    }

    static async Task<(InterviewRound Round, PlacementCase Case)?> FindAsync(Guid id, Desk desk)
    {
        var round = await desk.Db.Interviews.AsNoTracking().SingleOrDefaultAsync(one => one.Id == id, desk.CancellationToken);
        if (round is null || await desk.Db.FindCaseAsync(round.PlacementId, desk.Caller, desk.CancellationToken) is not { } of)
            return null;
        return (round, of);
    }
}

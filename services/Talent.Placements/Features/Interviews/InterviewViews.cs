using Microsoft.EntityFrameworkCore;
using NodaTime;
using Talent.Contracts.Placements;
using Talent.Placements.Data;
using Talent.Placements.Domain;
using Talent.Placements.Features.Applications;
using Talent.Platform.Security;

namespace Talent.Placements.Features.Interviews;

/// <summary>The interviews of a placement as a caller may see them, oldest first.</summary>
static class InterviewViews
{
    public static async Task<IReadOnlyList<Interview>> OfAsync(
        PlacementsDb db, PlacementCase of, Caller caller, CancellationToken cancellationToken)
    {
        // Beside what is tracked here, so that a change that has just been made is seen.
        var rounds = await db.Interviews.Where(one => one.PlacementId == of.Candidacy.Id)
            .OrderBy(one => one.Id).ToListAsync(cancellationToken);
        var views = new List<Interview>(rounds.Count);
        foreach (var round in rounds)
            views.Add(await OneAsync(db, of, round, caller, cancellationToken));
        return views;
    }

    /// <summary>The interviews that a caller has today, in the interview's zone.</summary>
    /// <param name="graduate">The caller's own profile, of a graduate.</param>
    public static async Task<IReadOnlyList<TodayItem>> TodayAsync(
        PlacementsDb db, Caller caller, Guid? graduate, DateTimeOffset now, CancellationToken cancellationToken)
    {
        // Whatever the zone, today began less than a day ago and ends within one.
        var (first, last) = (now.AddDays(-1), now.AddDays(1));
        var seen = db.Candidacies.SeenBy(caller, graduate);
        var rounds = await (
            from round in db.Interviews.AsNoTracking()
            where round.State == InterviewStates.Booked && round.BookedStart > first && round.BookedStart < last
            join candidacy in seen on round.PlacementId equals candidacy.Id
            join job in db.Jobs on round.JobId equals job.Id
            join who in db.Graduates on round.GraduateId equals who.Id
            orderby round.BookedStart
            select new { round.Zone, round.BookedEnd, Item = new TodayItem(
                round.PlacementId, "interview", round.BookedStart, false, who.Name, job.Title, job.Language,
                job.OrganisationName, who.Cohort) }).ToListAsync(cancellationToken);
        return [.. rounds.Where(round => round.BookedEnd > now
                && LocalDays.Today(round.Item.DueAt!.Value, round.Zone) == LocalDays.Today(now, round.Zone))
            .Select(round => round.Item)];
    }

    public static async Task<Interview> OneAsync(
        PlacementsDb db, PlacementCase of, InterviewRound round, Caller caller, CancellationToken cancellationToken)
    {
        var side = Sight.SideOf(caller);
        return new Interview
        {
            Id = round.Id,
            ApplicationId = round.PlacementId,
            Version = round.Version,
            State = round.State,
            Slots = round.Slots,
            Taken = round.IsOpen ? await TakenAsync(db, round, cancellationToken) : [],
            Booked = round.Booked,
            Zone = round.Zone,
            GraduateZone = of.Graduate.Zone,
            SharedHours = round.IsOpen ? SharedHours(round, of.Graduate) : [],
            Place = round.Place,
            Panel = round.Panel,
            Message = side == Sides.Office ? null : round.Message,
            CancelReason = round.CancelReason,
            Sequence = round.Sequence,
            Scorecard = side == Sides.Employer ? round.Scorecard : null,
        };
    }

    static async Task<IReadOnlyList<DateTimeOffset>> TakenAsync(
        PlacementsDb db, InterviewRound round, CancellationToken cancellationToken)
    {
        var (first, last) = (round.Slots[0].Start, round.Slots[^1].End);
        var booked = await db.Bookings.AsNoTracking()
            .Where(other => other.JobId == round.JobId && other.InterviewId != round.Id)
            .Where(other => other.Start < last && other.End > first)
            .Select(other => new { other.Start, other.End }).ToListAsync(cancellationToken);
        return [.. round.Slots.Where(slot => booked.Exists(other => other.Start < slot.End && other.End > slot.Start))
            .Select(slot => slot.Start)];
    }

    static IReadOnlyList<Slot> SharedHours(InterviewRound round, KnownGraduate graduate)
    {
        var (zone, other) = (DateTimeZoneProviders.Tzdb[round.Zone], DateTimeZoneProviders.Tzdb[graduate.Zone]);
        return [.. round.Slots.Select(slot => Instant.FromDateTimeOffset(slot.Start).InZone(zone).Date).Distinct()
            .SelectMany(day => WorkingHours.Shared(zone, other, graduate.Hours, day, 1))];
    }
}

using Microsoft.EntityFrameworkCore;
using Talent.Contracts.Notifications;
using Talent.Contracts.Placements;
using Talent.Placements.Data;
using Talent.Placements.Domain;
using Talent.Placements.Features.Applications;
using Talent.Platform;

namespace Talent.Placements.Features.Interviews;

/// <summary>What the clock does about an interview: reminds both sides a day and an hour before, and notes that it is
/// over.</summary>
static class InterviewAlarms
{
    /// <summary>How long the employer has for the scorecard.</summary>
    public static readonly TimeSpan TimeToScore = TimeSpan.FromDays(3);

    static readonly TimeSpan[] Before = [TimeSpan.FromHours(24), TimeSpan.FromHours(1)];

    /// <summary>Sets the alarms as the interview stands now; those set before go.</summary>
    public static async Task SetAsync(
        PlacementsDb db, InterviewRound round, DateTimeOffset now, CancellationToken cancellationToken)
    {
        db.Alarms.RemoveRange(await db.Alarms.Where(alarm => alarm.Subject == round.Id).ToListAsync(cancellationToken));
        if (round is not { State: InterviewStates.Booked, BookedStart: { } start, BookedEnd: { } end })
            return;
        // What would be due already is not said: it was booked a moment ago.
        foreach (var before in Before.Where(before => start - before > now))
            Add(db, round, AlarmKinds.InterviewSoon, start - before, now);
        Add(db, round, AlarmKinds.InterviewOver, end, now);
    }

    /// <summary>Both sides are reminded.</summary>
    public static async Task RemindAsync(
        PlacementsDb db, PlacementRecord record, Alarm alarm, CancellationToken cancellationToken)
    {
        if (await OfAsync(db, alarm, cancellationToken) is not { Round.State: InterviewStates.Booked } due)
            return;
        var told = due.Round.Told(KindsOfNotice.InterviewSoon);
        await record.TellAsync(
            db, due.Case, Actor.Platform, told.Kind!, cancellationToken, told.Subject, told.Values);
    }

    /// <summary>Its time is over: the employer is asked for the scorecard.</summary>
    public static async Task HoldAsync(
        PlacementsDb db, PlacementRecord record, Alarm alarm, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (await OfAsync(db, alarm, cancellationToken) is not { } due || !due.Round.Hold(now))
            return;
        await Bookings.FreeAsync(db, due.Round.Id, cancellationToken);
        var one = due.Case.Candidacy;
        if (one.Stage == Stages.Interview && due.Round.Scorecard is null)
            one.Owe("score-interview", Sides.Employer, due.Round.BookedEnd!.Value + TimeToScore, settles: true);
        else
            one.Touch(settles: false);
        var told = due.Round.Told(KindsOfNotice.InterviewHeld);
        await record.KeepAsync(db, due.Case, Actor.Platform, told.Kind!, cancellationToken, told.Subject, told.Values);
    }

    static async Task<(InterviewRound Round, PlacementCase Case)?> OfAsync(
        PlacementsDb db, Alarm alarm, CancellationToken cancellationToken)
    {
        if (await db.Interviews.SingleOrDefaultAsync(one => one.Id == alarm.Subject, cancellationToken) is not { } round)
            return null;
        var candidacy = await db.Candidacies.Include(one => one.Moves)
            .SingleAsync(one => one.Id == round.PlacementId, cancellationToken);
        return (round, await db.CaseOfAsync(candidacy, cancellationToken));
    }

    static void Add(PlacementsDb db, InterviewRound round, string kind, DateTimeOffset dueAt, DateTimeOffset now) =>
        db.Alarms.Add(new Alarm
        {
            Id = OrderedIds.Next(now),
            PlacementId = round.PlacementId,
            Kind = kind,
            Subject = round.Id,
            DueAt = dueAt,
        });
}

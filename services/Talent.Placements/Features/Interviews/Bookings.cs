using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Talent.Placements.Data;
using Talent.Placements.Domain;

namespace Talent.Placements.Features.Interviews;

/// <summary>Keeps the times that are taken. Called inside the transaction that the interview's change commits in.</summary>
static class Bookings
{
    /// <summary>Takes the interview's time for its job and its graduate and lets go of the one it had; null, or who was
    /// quicker.</summary>
    public static async Task<ProblemHttpResult?> TakeAsync(
        PlacementsDb db, InterviewRound round, CancellationToken cancellationToken)
    {
        var (start, end) = (round.BookedStart!.Value, round.BookedEnd!.Value);
        await TakeTurnAsync(db, round, cancellationToken);
        var others = db.Bookings.AsNoTracking()
            .Where(other => other.InterviewId != round.Id && other.Start < end && other.End > start);
        if (await others.AnyAsync(other => other.JobId == round.JobId, cancellationToken))
            return InterviewErrors.Conflict("slot-taken", InterviewErrors.Say(start, round.Zone));
        if (await others.Where(other => other.GraduateId == round.GraduateId).OrderBy(other => other.Start)
            .FirstOrDefaultAsync(cancellationToken) is { } own)
            return InterviewErrors.Conflict("graduate-busy", InterviewErrors.Say(own.Start, round.Zone));
        await FreeAsync(db, round.Id, cancellationToken);
        db.Bookings.Add(new Booking
        {
            InterviewId = round.Id,
            JobId = round.JobId,
            GraduateId = round.GraduateId,
            Start = start,
            End = end,
        });
        return null;
    }

    /// <summary>Lets go of the interview's time, if it has one.</summary>
    public static Task FreeAsync(PlacementsDb db, Guid interview, CancellationToken cancellationToken) =>
        db.Bookings.Where(booking => booking.InterviewId == interview).ExecuteDeleteAsync(cancellationToken);

    // Always in the same order, so that two who need both rows do not wait for each other. Who is the first ever adds the
    // row; two who do so at once cannot both, and the later tries anew.
    static async Task TakeTurnAsync(PlacementsDb db, InterviewRound round, CancellationToken cancellationToken)
    {
        foreach (var holder in new[] { round.JobId, round.GraduateId }.Order())
        {
            if (await db.BookingTurns.Where(turn => turn.HolderId == holder).ExecuteUpdateAsync(
                turn => turn.SetProperty(row => row.Turns, row => row.Turns + 1), cancellationToken) == 0)
                db.BookingTurns.Add(new BookingTurn { HolderId = holder, Turns = 1 });
        }
    }
}

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
        // Two times that overlap need not begin together, so no key keeps them apart: one after the other does.
        await db.TakeTurnAsync(cancellationToken);
        var others = db.Bookings.AsNoTracking()
            .Where(other => other.InterviewId != round.Id && other.Start < end && other.End > start);
        if (await others.AnyAsync(other => other.JobId == round.JobId, cancellationToken))
            return InterviewErrors.Conflict("slot-taken", InterviewErrors.Say(start, round.Zone));
        if (await others.Where(other => other.GraduateId == round.GraduateId).OrderBy(other => other.Start)
            .FirstOrDefaultAsync(cancellationToken) is { } own)
            return InterviewErrors.Conflict("graduate-busy", InterviewErrors.Say(own.Start, round.Zone));
        if (await db.Bookings.FindAsync([round.Id], cancellationToken) is { } before)
        {
            (before.Start, before.End) = (start, end);
            return null;
        }
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
    public static async Task FreeAsync(PlacementsDb db, Guid interview, CancellationToken cancellationToken)
    {
        if (await db.Bookings.FindAsync([interview], cancellationToken) is { } booking)
            db.Bookings.Remove(booking);
    }
}

using Microsoft.EntityFrameworkCore;
using Talent.Placements.Data;
using Talent.Placements.Domain;

namespace Talent.Placements.Features.Applications;

/// <summary>Takes and frees the openings of a job, by one statement each: whatever the race, no more are taken than
/// there are. Called inside the transaction that the change commits in.</summary>
static class SeatKeeping
{
    /// <summary>Lets the job's row follow the candidacy; false when it needs an opening and none is left.</summary>
    /// <param name="seated">Whether it took one before the change.</param>
    public static async Task<bool> FollowAsync(
        PlacementsDb db, Candidacy candidacy, bool seated, CancellationToken cancellationToken)
    {
        if (candidacy.TakesSeat == seated)
            return true;
        var row = db.Seats.Where(seats => seats.JobId == candidacy.JobId);
        if (candidacy.TakesSeat)
        {
            return await row.Where(seats => seats.Filled < seats.Openings).ExecuteUpdateAsync(
                seats => seats.SetProperty(one => one.Filled, one => one.Filled + 1), cancellationToken) == 1;
        }
        await row.Where(seats => seats.Filled > 0).ExecuteUpdateAsync(
            seats => seats.SetProperty(one => one.Filled, one => one.Filled - 1), cancellationToken);
        return true;
    }
}

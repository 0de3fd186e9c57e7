using Microsoft.EntityFrameworkCore;
using Talent.Contracts.Placements;
using Talent.Placements.Data;
using Talent.Placements.Domain;
using Talent.Placements.Features.Offers;

namespace Talent.Placements.Features.Interviews;

/// <summary>What no longer has a purpose goes with its placement: once it has ended, was taken back or an offer is accepted,
/// interviews to come are cancelled and open offers withdrawn. Beside the placement's change, in its transaction.</summary>
static class CloseWithPlacement
{
    public static async Task FollowAsync(
        PlacementsDb db, Candidacy one, DateTimeOffset now, CancellationToken cancellationToken)
    {
        // Nothing was proposed yet, and what an undone proposal leaves stands on the shortlist.
        if (one.Stage is Stages.Applied or Stages.Screened)
            return;
        if (one.Stage is not (Stages.Interview or Stages.Offer))
            await CancelInterviewsAsync(db, one.Id, now, cancellationToken);
        if (one.Stage is not Stages.Offer)
            await WithdrawOffersAsync(db, one.Id, now, cancellationToken);
    }

    static async Task CancelInterviewsAsync(
        PlacementsDb db, Guid placement, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var open = await db.Interviews.Where(round => round.PlacementId == placement
            && (round.State == InterviewStates.Proposed || round.State == InterviewStates.Booked))
            .ToListAsync(cancellationToken);
        // One that has begun is held in peace.
        foreach (var round in open.Where(round => round.Cancel(null, now) is null))
        {
            await Bookings.FreeAsync(db, round.Id, cancellationToken);
            await InterviewAlarms.SetAsync(db, round, now, cancellationToken);
        }
    }

    static async Task WithdrawOffersAsync(
        PlacementsDb db, Guid placement, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var open = await db.Offers.Where(offer => offer.PlacementId == placement && offer.State == OfferStates.Open)
            .ToListAsync(cancellationToken);
        foreach (var offer in open.Where(offer => offer.Withdraw(null, now) is null))
            await OfferAlarms.SetAsync(db, offer, now, cancellationToken);
    }
}

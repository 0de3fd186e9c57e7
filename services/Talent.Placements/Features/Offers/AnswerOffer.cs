using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Talent.Contracts.Notifications;
using Talent.Contracts.Placements;
using Talent.Placements.Domain;
using Talent.Placements.Features.Applications;
using Talent.Platform.Intake;

namespace Talent.Placements.Features.Offers;

/// <summary><c>POST /placements/offers/{id}/decline|withdraw</c>, and what every answer to an offer does.</summary>
static class AnswerOffer
{
    const int LongestReason = 1000;

    /// <summary>The graduate declines: the application ends.</summary>
    public static Task<Results<Ok<Offer>, ProblemHttpResult>> Decline(Guid id, OfferReason input, [AsParameters] Desk desk) =>
        WithReasonAsync(id, input, desk, (of, offer, reason) =>
        {
            if (offer.Decline(reason, desk.Now) is { } error)
                return Outcome.Refused(OfferErrors.Of(error, offer, of.Candidacy.Zone));
            return of.Candidacy.Close(EndReasons.OfferDeclined, desk.Actor, reason, desk.Now) is { } stays
                ? Outcome.Refused(PlacementErrors.Of(stays))
                : offer.Told(KindsOfNotice.OfferDeclined, reason);
        });

    /// <summary>The employer withdraws it: another can be made.</summary>
    public static Task<Results<Ok<Offer>, ProblemHttpResult>> Withdraw(Guid id, OfferReason input, [AsParameters] Desk desk) =>
        WithReasonAsync(id, input, desk, (of, offer, reason) =>
        {
            if (offer.Withdraw(reason, desk.Now) is { } error)
                return Outcome.Refused(OfferErrors.Of(error, offer, of.Candidacy.Zone));
            of.Candidacy.Owe("make-offer", Sides.Employer, desk.Now.AddDays(of.Candidacy.ReplyDays), settles: true);
            return offer.Told(KindsOfNotice.OfferWithdrawn, reason);
        });

    /// <summary>Changes the offer with this id and what goes with it.</summary>
    /// <param name="wrong">What is wrong with the input, said to those alone who may know of the offer; null:
    /// nothing.</param>
    public static async Task<Results<Ok<Offer>, ProblemHttpResult>> ChangeAsync(
        Guid id, Desk desk, ProblemHttpResult? wrong, Func<PlacementCase, OfferVersion, Task<Outcome>> step)
    {
        var placement = await desk.Db.Offers.Where(one => one.Id == id).Select(one => (Guid?)one.PlacementId)
            .SingleOrDefaultAsync(desk.CancellationToken);
        if (placement is null)
            return OfferErrors.Unknown();
        OfferVersion? offer = null;
        var (of, problem) = await desk.TryAsync(placement.Value, async of =>
        {
            if (wrong is not null)
                return Outcome.Refused(wrong);
            offer = await desk.Db.Offers.SingleAsync(one => one.Id == id, desk.CancellationToken);
            var outcome = await step(of, offer);
            if (outcome.Problem is null)
                await OfferAlarms.SetAsync(desk.Db, offer, desk.Now, desk.CancellationToken);
            return outcome;
        });
        return of is null
            ? problem!
            : TypedResults.Ok(await OfferViews.OneAsync(desk.Db, of, offer!, desk.Caller, desk.Now, desk.CancellationToken));
    }

    static async Task<Results<Ok<Offer>, ProblemHttpResult>> WithReasonAsync(
        Guid id, OfferReason input, Desk desk, Func<PlacementCase, OfferVersion, string, Outcome> step)
    {
        var checks = new InputChecks([]);
        var reason = checks.Text("reason", input.Reason, LongestReason, required: true);
        var wrong = checks.Errors.Count > 0 ? PlacementErrors.Invalid(checks.Errors) : null;
        return await ChangeAsync(id, desk, wrong, (of, offer) => Task.FromResult(step(of, offer, reason!)));
    }
}

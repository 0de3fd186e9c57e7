using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Talent.Contracts.Notifications;
using Talent.Contracts.Placements;
using Talent.Placements.Domain;
using Talent.Placements.Features.Applications;
using Talent.Platform.Http;

namespace Talent.Placements.Features.Offers;

/// <summary><c>POST /placements/offers</c>: the employer makes an offer, or the next version of it, which replaces the open
/// one.</summary>
static class MakeOffer
{
    const int UsualDays = 7;
    const int MostDays = 60;

    public static async Task<Results<Created<Offer>, ProblemHttpResult>> Handle(OfferInput input, [AsParameters] Desk desk)
    {
        if (input.ApplicationId is not { } application)
            return Problems.Invalid(FieldProblem.Missing("$.applicationId"));
        if (input.Exception is { } exception && exception != StepExceptions.WithoutInterview)
            return Problems.Invalid(
                FieldProblem.UnknownOption("$.exception", exception, [StepExceptions.WithoutInterview]));
        OfferVersion? offer = null;
        var (of, problem) = await desk.TryAsync(application, async of =>
        {
            var today = LocalDays.Today(desk.Now, of.Candidacy.Zone);
            var (terms, problems) = OfferInputs.Terms(input.Terms, of.Job.Need, today);
            var last = input.ExpiresOn ?? ExpiresOn(today);
            if (last < today.AddDays(1) || last > today.AddDays(MostDays))
                problems = [.. problems, OfferErrors.Field(
                    "expiresOn", "expires-out-of-range", OfferErrors.Say(last), OfferErrors.Say(today.AddDays(1)),
                    OfferErrors.Say(today.AddDays(MostDays)))];
            if (problems.Count > 0)
                return Outcome.Refused(Problems.Invalid(problems));
            var expiresAt = LocalDays.End(last, of.Candidacy.Zone);
            if (of.Candidacy.MakeOffer(desk.Actor, input.Exception, expiresAt, desk.Now) is { } error)
                return Outcome.Refused(PlacementErrors.Of(error));
            offer = await MakeAsync(desk, application, terms, expiresAt);
            return offer.Told(KindsOfNotice.OfferMade);
        });
        if (of is null)
            return problem!;
        return TypedResults.Created(
            $"/api/v1/placements/offers/{offer!.Id}",
            await OfferViews.OneAsync(desk.Db, of, offer, desk.Caller, desk.Now, desk.CancellationToken));
    }

    /// <summary>The last day to answer when none is said.</summary>
    public static DateOnly ExpiresOn(DateOnly today) => today.AddDays(UsualDays);

    /// <summary>What people are told of an offer.</summary>
    public static Outcome Told(this OfferVersion offer, string kind, string? comment = null) => Outcome.Of(
        null, kind, new NoticeSubject("offer", offer.Id),
        ("untilAt", offer.ExpiresAt.ToString("O", CultureInfo.InvariantCulture)), ("comment", comment));

    static async Task<OfferVersion> MakeAsync(Desk desk, Guid application, OfferTerms terms, DateTimeOffset expiresAt)
    {
        var before = await desk.Db.Offers.Where(offer => offer.PlacementId == application)
            .OrderBy(offer => offer.Number).ToListAsync(desk.CancellationToken);
        foreach (var other in before)
        {
            other.Replace();
            await OfferAlarms.SetAsync(desk.Db, other, desk.Now, desk.CancellationToken);
        }
        var number = before.Count == 0 ? 1 : before[^1].Number + 1;
        var offer = OfferVersion.Make(application, number, terms, expiresAt, desk.Caller.Name, desk.Now);
        desk.Db.Offers.Add(offer);
        await OfferAlarms.SetAsync(desk.Db, offer, desk.Now, desk.CancellationToken);
        return offer;
    }
}

using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Talent.Contracts.Placements;
using Talent.Placements.Data;
using Talent.Placements.Domain;
using Talent.Placements.Features.Applications;
using Talent.Placements.Features.Rates;
using Talent.Platform.Security;

namespace Talent.Placements.Features.Offers;

/// <summary>The offers of a placement as a caller may see them, newest first.</summary>
static class OfferViews
{
    public static async Task<IReadOnlyList<Offer>> OfAsync(
        PlacementsDb db, PlacementCase of, Caller caller, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var offers = await db.Offers.Where(offer => offer.PlacementId == of.Candidacy.Id)
            .OrderByDescending(offer => offer.Number).ToListAsync(cancellationToken);
        if (offers.Count == 0)
            return [];
        var rates = await db.RatesAsync(cancellationToken);
        return [.. offers.Select(offer => View(of, offer, rates, now))];
    }

    public static async Task<Offer> OneAsync(
        PlacementsDb db, PlacementCase of, OfferVersion offer, Caller caller, DateTimeOffset now,
        CancellationToken cancellationToken) => View(of, offer, await db.RatesAsync(cancellationToken), now);

    static Offer View(PlacementCase of, OfferVersion offer, IReadOnlyDictionary<string, Rate> rates, DateTimeOffset now) => new()
    {
        Id = offer.Id,
        ApplicationId = offer.PlacementId,
        Number = offer.Number,
        // What can no longer be accepted is not shown as if it could, the instant before the clock has ended it either.
        State = offer.State == OfferStates.Open && now >= offer.ExpiresAt ? OfferStates.Expired : offer.State,
        Terms = offer.Terms,
        MadeAt = offer.MadeAt,
        MadeBy = offer.MadeBy,
        ExpiresAt = offer.ExpiresAt,
        DocumentHash = offer.DocumentHash,
        Comparison = TermWords.Compare(of.Job.Need, offer.Terms, rates),
        TakeHome = TakeHomeOf(of.Graduate, offer, rates, now),
        Reason = offer.Reason,
        Signature = offer is { SignedName: { } name, SignedAt: { } at }
            ? new OfferSignature(name, at, offer.DocumentHash)
            : null,
    };

    static TakeHome? TakeHomeOf(
        KnownGraduate graduate, OfferVersion offer, IReadOnlyDictionary<string, Rate> rates, DateTimeOffset now)
    {
        var estimate = MonthlyPay.Estimate(
            offer.Terms, graduate.Currency ?? CurrencyOf(graduate.Country), rates, LocalDays.Today(now, graduate.Zone));
        return estimate is null ? null : estimate with { RateSource = Source(estimate.RateSource) };
    }

    static string Source(string source) => source.Replace(
        "reference", OfferTexts.Of("source_reference"), StringComparison.Ordinal);

    static string CurrencyOf(string country)
    {
        try
        {
            return new RegionInfo(country).ISOCurrencySymbol;
        }
        catch (ArgumentException)
        {
            return Rate.Dollar;
        }
    }
}

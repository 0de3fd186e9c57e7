using Talent.Contracts.Jobs;
using Talent.Contracts.Placements;

namespace Talent.Placements.Domain;

/// <summary>Which terms of an offer are worse for the graduate than what the job advertised.</summary>
static class OfferComparison
{
    static readonly string[] Contracts = ["internship", "order-training", "fixed", "permanent"];
    static readonly string[] Modes = ["onsite", "hybrid", "remote"];
    static readonly string[] Permits = ["own", "assisted", "provided"];

    /// <summary>The terms compared, in the order to be shown.</summary>
    public static IReadOnlyList<string> Terms { get; } = ["pay", "contract", "mode", "place", "start", "permit", "fees"];

    /// <summary>The terms that are worse.</summary>
    public static IReadOnlySet<string> Worse(JobNeed job, OfferTerms offer, IReadOnlyDictionary<string, Rate> rates) =>
        Terms.Where(term => term switch
        {
            "pay" => PaysLess(job, offer, rates),
            "contract" => IsBelow(Contracts, offer.Contract, job.Contract),
            "mode" => IsBelow(Modes, offer.Mode, job.Mode),
            "place" => IsElsewhere(job, offer),
            "start" => offer.StartsOn > job.StartsOn,
            "permit" => IsBelow(Permits, Cared(offer.Permit), Cared(job.Permit)),
            _ => CostsMore(job.Fees, offer.Fees ?? []),
        }).ToHashSet(StringComparer.Ordinal);

    /// <summary>Per month, after deductions when that was advertised. Pay that cannot be compared counts as less: nothing shows
    /// that it is as much.</summary>
    static bool PaysLess(JobNeed job, OfferTerms offer, IReadOnlyDictionary<string, Rate> rates)
    {
        if (job.PayMin is not { } least || job.Currency is not { } advertised
            || offer is not { Pay: { } pay, Currency: { } paid })
            return false;
        var promised = MonthlyPay.Of(least, job.PayPeriod, offer.HoursPerWeek);
        var offered = MonthlyPay.Of(pay, offer.PayPeriod, offer.HoursPerWeek);
        var net = 1 - offer.DeductionsPercent / 100m;
        if (job.PayNet && offer.PayNet != true)
        {
            if (net is null)
                return true;
            offered *= net.Value;
        }
        // Net pay is at least that much before deductions.
        else if (!job.PayNet && offer.PayNet == true && net is > 0)
        {
            offered /= net.Value;
        }
        if (paid == advertised)
            return offered < promised;
        return Rate.Between(paid, advertised, rates) is not { } rate || offered * rate.PerDollar < promised;
    }

    static bool IsElsewhere(JobNeed job, OfferTerms offer) =>
        !string.Equals(offer.Country, job.Country, StringComparison.Ordinal)
        || (job.Mode != "remote" && job.City is { } city && offer.City is not null
            && !string.Equals(offer.City, city, StringComparison.OrdinalIgnoreCase));

    // Where none is needed nobody is left alone with it.
    static string? Cared(string? permit) => permit == "not-needed" ? "provided" : permit;

    /// <summary>A fee for the graduate that was not advertised, or one for the employer that is no longer promised.</summary>
    static bool CostsMore(IReadOnlyList<Fee> advertised, IReadOnlyList<Fee> offered) =>
        offered.Any(fee => fee.PaidBy == "graduate" && !advertised.Any(known => known.PaidBy == "graduate" && Same(known, fee)))
        || advertised.Any(known => known.PaidBy == "employer"
            && !offered.Any(fee => fee.PaidBy == "employer" && Same(known, fee)));

    static bool Same(Fee one, Fee other) => string.Equals(one.What, other.What, StringComparison.OrdinalIgnoreCase);

    static bool IsBelow(string[] ranks, string? offered, string? advertised) =>
        Array.IndexOf(ranks, offered) < Array.IndexOf(ranks, advertised);
}

using Talent.Contracts.Placements;

namespace Talent.Placements.Domain;

/// <summary>Pay made comparable: per month, before or after deductions, in one currency.</summary>
static class MonthlyPay
{
    const decimal WeeksPerMonth = 52m / 12m;
    const decimal UsualWeek = 40m;

    /// <summary>An amount per month.</summary>
    /// <param name="hoursPerWeek">For pay by the hour; null: 40.</param>
    public static decimal Of(decimal amount, string? period, decimal? hoursPerWeek) => period switch
    {
        "hour" => amount * (hoursPerWeek ?? UsualWeek) * WeeksPerMonth,
        "year" => amount / 12m,
        _ => amount,
    };

    /// <summary>What is left each month in another currency; null when the pay, its currency or the rate is not known.</summary>
    public static TakeHome? Estimate(OfferTerms terms, string currency, IReadOnlyDictionary<string, Rate> rates, DateOnly today)
    {
        if (terms.Pay is not { } pay || terms.Currency is not { } paid)
            return null;
        var gross = Of(pay, terms.PayPeriod, terms.HoursPerWeek);
        var known = terms.PayNet == true || terms.DeductionsPercent is not null;
        var left = terms.PayNet == true ? gross : gross * (1 - (terms.DeductionsPercent ?? 0) / 100m);
        if (string.Equals(paid, currency, StringComparison.Ordinal))
            return new TakeHome(Rounded(left), currency, 1, today, "", known);
        if (Rate.Between(paid, currency, rates) is not { } rate)
            return null;
        return new TakeHome(
            Rounded(left * rate.PerDollar), currency, SixFigures(rate.PerDollar), rate.On, rate.Source, known);
    }

    static decimal Rounded(decimal amount) => amount switch
    {
        >= 100_000 => Math.Round(amount / 100m, MidpointRounding.AwayFromZero) * 100m,
        >= 1_000 => Math.Round(amount, MidpointRounding.AwayFromZero),
        _ => Math.Round(amount, 2, MidpointRounding.AwayFromZero),
    };

    static decimal SixFigures(decimal rate) => rate >= 1 ? Math.Round(rate, 4) : Math.Round(rate, 8);
}

/// <summary>What a currency is worth.</summary>
/// <param name="PerDollar">Units of it for one US dollar; above 0.</param>
/// <param name="On">The day it was so.</param>
/// <param name="Source">Who says so.</param>
sealed record Rate(string Currency, decimal PerDollar, DateOnly On, string Source)
{
    /// <summary>Units of <paramref name="to"/> for one of <paramref name="from"/>, as old as the older of both; null when one
    /// of them is not known.</summary>
    public static Rate? Between(string from, string to, IReadOnlyDictionary<string, Rate> rates)
    {
        if (!rates.TryGetValue(from, out var one) || !rates.TryGetValue(to, out var other))
            return null;
        var older = one.On <= other.On ? one : other;
        // The dollar is the measure: it has no source of its own.
        var source = from == Dollar ? other.Source : to == Dollar || one.Source == other.Source ? one.Source
            : $"{one.Source}; {other.Source}";
        var on = from == Dollar ? other.On : to == Dollar ? one.On : older.On;
        return new Rate(to, other.PerDollar / one.PerDollar, on, source);
    }

    public const string Dollar = "USD";
}

using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Talent.Contracts.Identity;
using Talent.Contracts.Placements;
using Talent.Placements.Data;
using Talent.Placements.Domain;
using Talent.Placements.Features.Applications;
using Talent.Placements.Features.Offers;
using Talent.Platform.Auditing;
using Talent.Platform.Http;
using Talent.Platform.Intake;

namespace Talent.Placements.Features.Rates;

/// <summary><c>GET|PUT /placements/rates</c>: what take-home estimates are reckoned with.</summary>
static class KeepRates
{
    const int MostRates = 300;
    const int LongestSource = 200;
    const decimal Least = 0.000001m;
    const decimal Most = 1_000_000_000m;

    public static async Task<Ok<ExchangeRates>> Get(PlacementsDb db, CancellationToken cancellationToken) =>
        TypedResults.Ok(await AllAsync(db, cancellationToken));

    /// <summary>Replaces the rates that are named.</summary>
    public static async Task<Results<Ok<ExchangeRates>, ProblemHttpResult>> Put(
        ExchangeRates input, PlacementsDb db, Audit audit, TimeProvider clock, CancellationToken cancellationToken)
    {
        var problems = new List<FieldProblem>();
        var rates = Read(input, DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime), problems);
        if (problems.Count > 0)
            return Problems.Invalid(problems);
        var known = await db.ExchangeRates.ToDictionaryAsync(
            row => row.Currency, StringComparer.Ordinal, cancellationToken);
        foreach (var rate in rates)
            Keep(db, known.GetValueOrDefault(rate.Currency), rate);
        audit.Record(db, AuditActions.RatesChanged, "rates", null, string.Join(", ", rates.Select(rate => string.Create(
            CultureInfo.InvariantCulture, $"{rate.Currency} {rate.PerDollar} ({rate.On:yyyy-MM-dd})"))));
        await db.SaveChangesAsync(cancellationToken);
        return TypedResults.Ok(await AllAsync(db, cancellationToken));
    }

    static async Task<ExchangeRates> AllAsync(PlacementsDb db, CancellationToken cancellationToken)
    {
        var rates = await db.RatesAsync(cancellationToken);
        return new ExchangeRates([.. rates.Values.OrderBy(rate => rate.Currency, StringComparer.Ordinal)
            .Select(rate => new ExchangeRate(rate.Currency, rate.PerDollar, rate.On, rate.Source))]);
    }

    static void Keep(PlacementsDb db, ExchangeRateRow? known, Rate rate)
    {
        if (known is null)
        {
            db.ExchangeRates.Add(new ExchangeRateRow
            {
                Currency = rate.Currency, PerDollar = rate.PerDollar, On = rate.On, Source = rate.Source,
            });
            return;
        }
        (known.PerDollar, known.On, known.Source) = (rate.PerDollar, rate.On, rate.Source);
    }

    static List<Rate> Read(ExchangeRates input, DateOnly today, List<FieldProblem> problems)
    {
        var rates = new List<Rate>();
        var count = input.Rates?.Count ?? 0;
        if (count == 0)
            problems.Add(FieldProblem.Missing("$.rates"));
        else if (count > MostRates)
            problems.AddRange(PlacementErrors.Fields([IntakeErrors.TooManyItems("rates", MostRates, count)]));
        for (var at = 0; at < count && count <= MostRates; at++)
        {
            if (Read(input.Rates![at], $"rates[{at}]", today, problems) is not { } rate)
                continue;
            if (rates.Exists(other => other.Currency == rate.Currency))
                problems.Add(OfferErrors.Field($"rates[{at}].currency", "rate-twice", rate.Currency));
            rates.Add(rate);
        }
        return rates;
    }

    static Rate? Read(ExchangeRate? input, string path, DateOnly today, List<FieldProblem> problems)
    {
        var checks = new InputChecks([]);
        var currency = checks.Currency($"{path}.currency", input?.Currency);
        var source = checks.Text($"{path}.source", input?.Source, LongestSource, required: true);
        var before = problems.Count;
        if (string.IsNullOrWhiteSpace(input?.Currency))
            checks.Errors.Add(IntakeErrors.Missing($"{path}.currency"));
        if (input?.On is null)
            checks.Errors.Add(IntakeErrors.Missing($"{path}.on"));
        if (input?.PerDollar is not { } value)
            checks.Errors.Add(IntakeErrors.Missing($"{path}.per_dollar"));
        else if (value is < Least or > Most)
            checks.Errors.Add(IntakeErrors.NumberOutOfRange(
                $"{path}.per_dollar", value.ToString(CultureInfo.InvariantCulture), "0.000001", "1000000000"));
        else if (currency == Rate.Dollar && value != 1)
            problems.Add(OfferErrors.Field($"{path}.perDollar", "dollar-is-one"));
        if (input?.On > today)
            problems.Add(OfferErrors.Field($"{path}.on", "rate-ahead", OfferErrors.Say(input.On.Value), OfferErrors.Say(today)));
        problems.AddRange(PlacementErrors.Fields(checks.Errors));
        return problems.Count == before ? new Rate(currency!, input!.PerDollar!.Value, input.On!.Value, source!) : null;
    }
}

using System.Globalization;
using Talent.Contracts.Jobs;
using Talent.Contracts.Placements;
using Talent.Placements.Domain;
using Talent.Platform.Reference;
using Talent.Platform.Texts;

namespace Talent.Placements.Features.Offers;

/// <summary>Terms in words of the reader's language, what was advertised beside what is offered.</summary>
static class TermWords
{
    public static IReadOnlyList<TermComparison> Compare(JobNeed job, OfferTerms offer, IReadOnlyDictionary<string, Rate> rates)
    {
        var worse = OfferComparison.Worse(job, offer, rates);
        return [.. OfferComparison.Terms.Select(term =>
        {
            var (advertised, offered) = Words(term, job, offer);
            return new TermComparison(term, advertised, offered, worse.Contains(term));
        })];
    }

    static (string? Advertised, string? Offered) Words(string term, JobNeed job, OfferTerms offer) => term switch
    {
        "pay" => (Pay(job.PayMin, job.PayMax, job.Currency, job.PayPeriod, job.PayNet),
            Pay(offer.Pay, offer.Pay, offer.Currency, offer.PayPeriod, offer.PayNet == true)),
        "contract" => (OfferTexts.Of($"contract_{job.Contract}"), OfferTexts.Of($"contract_{offer.Contract}")),
        "mode" => (OfferTexts.Of($"mode_{job.Mode}"), OfferTexts.Of($"mode_{offer.Mode}")),
        "place" => (Place(job.Country, job.City), Place(offer.Country!, offer.City)),
        "start" => (Day(job.StartsOn), Day(offer.StartsOn)),
        "permit" => (OfferTexts.Of($"permit_{job.Permit}"), OfferTexts.Of($"permit_{offer.Permit}")),
        _ => (Fees(job.Fees), Fees(offer.Fees ?? [])),
    };

    static string? Pay(decimal? least, decimal? most, string? currency, string? period, bool net)
    {
        if ((least ?? most) is null || currency is null)
            return null;
        var amount = (least, most) switch
        {
            ({ } from, { } to) when from == to => Money(from, currency),
            ({ } from, { } to) => $"{Number(from)}–{Money(to, currency)}",
            ({ } from, null) => OfferTexts.Of("pay-least", Money(from, currency)),
            _ => OfferTexts.Of("pay-most", Money(most!.Value, currency)),
        };
        return OfferTexts.Of($"pay_{period ?? "month"}", amount, OfferTexts.Of(net ? "pay-net" : "pay-gross"));
    }

    static string Money(decimal amount, string currency) => $"{Number(amount)} {currency}";

    static string Number(decimal amount) => amount.ToString(
        decimal.Truncate(amount) == amount ? "N0" : "N2", TextLanguage.Current.Culture);

    static string Place(string country, string? city)
    {
        var name = Countries.Name(country, CultureInfo.CurrentUICulture);
        return city is null ? name : $"{city}{TextLanguage.Current.ListSeparator}{name}";
    }

    static string? Day(DateOnly? day) => day is { } known ? OfferErrors.Say(known) : null;

    static string? Fees(IReadOnlyList<Fee> fees) => fees.Count == 0
        ? null
        : string.Join("; ", fees.Select(fee => OfferTexts.Of($"fee_{fee.PaidBy}", fee.What)));
}

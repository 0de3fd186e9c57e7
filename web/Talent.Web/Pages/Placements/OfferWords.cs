using System.Globalization;
using Microsoft.Extensions.Localization;
using Talent.Contracts.Placements;
using Talent.Web.Layout;
using Talent.Web.Resources;

namespace Talent.Web.Pages.Placements;

/// <summary>The terms of an offer in words of the current language, in the order in which they are read.</summary>
internal static class OfferWords
{
    public static IReadOnlyList<(string Label, string Value)> Of(
        Placement placement, Offer offer, IStringLocalizer<Texts> texts, Formats format)
    {
        var terms = offer.Terms;
        var all = new (string Label, string? Value)[]
        {
            ("Employer", placement.Job.OrganisationName),
            ("Graduate", placement.Graduate.Name),
            ("Job_title", terms.Title),
            ("Job_contract", Code(texts, "Contract", terms.Contract)),
            ("Job_place", terms.Country is { } country ? Formats.Place(terms.City, country) : null),
            ("Job_mode", Code(texts, "Mode", terms.Mode)),
            ("Job_pay", Pay(terms, texts, format)),
            ("Offer_deductions", terms.DeductionsPercent is { } share ? format.Percent((double)share / 100) : null),
            ("Offer_hours", terms.HoursPerWeek?.ToString("0.##", CultureInfo.CurrentCulture)),
            ("Job_zone", terms.Zone is { } zone ? Formats.Zone(zone, offer.MadeAt) : null),
            ("Job_starts_on", Day(terms.StartsOn, format)),
            ("Offer_ends_on", Day(terms.EndsOn, format) ?? texts["Offer_for_good"]),
            ("Offer_probation", terms.ProbationMonths is { } months ? format.Count("Months", months) : null),
            ("Offer_notice", terms.NoticeDays is { } days ? format.Count("Days", days) : null),
            ("Job_permit", Code(texts, "Permit", terms.Permit)),
            ("Offer_travel", Code(texts, "Travel", terms.Travel)),
            ("JobForm_fees", Fees(terms, texts)),
            ("Offer_other", terms.Other),
            ("Offer_expires_on", format.Moment(offer.ExpiresAt, placement.Job.Zone)),
        };
        return [.. all.Select(term => (texts[term.Label].Value, term.Value ?? texts["Offer_unsaid"].Value))];
    }

    static string? Pay(OfferTerms terms, IStringLocalizer<Texts> texts, Formats format) =>
        format.Pay(terms.Pay, terms.Pay, terms.Currency, terms.PayPeriod) is { } pay
            ? Formats.List([pay, texts[terms.PayNet == true ? "Pay_net" : "Pay_gross"]]) : null;

    static string Fees(OfferTerms terms, IStringLocalizer<Texts> texts) => terms.Fees is { Count: > 0 } fees
        ? Formats.List(fees.Select(fee => $"{fee.What} – {texts[$"Fee_{fee.PaidBy}"].Value}"))
        : texts["Offer_no_fees"];

    static string? Code(IStringLocalizer<Texts> texts, string list, string? code) =>
        code is null ? null : texts[$"{list}_{code}"].Value;

    static string? Day(DateOnly? day, Formats format) => day is { } known ? format.Date(known) : null;
}

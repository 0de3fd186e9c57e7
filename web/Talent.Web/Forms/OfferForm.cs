using Talent.Contracts.Jobs;
using Talent.Contracts.Placements;

namespace Talent.Web.Forms;

/// <summary>Between the terms of an offer and the form that writes them.</summary>
internal static class OfferForm
{
    public static readonly IReadOnlyList<string> Travels = ["employer", "graduate", "shared"];

    public static FormValues Fill(OfferTerms terms)
    {
        var form = new FormValues
        {
            ["terms.title"] = terms.Title, ["terms.contract"] = terms.Contract, ["terms.country"] = terms.Country,
            ["terms.city"] = terms.City, ["terms.mode"] = terms.Mode, ["terms.currency"] = terms.Currency,
            ["terms.payPeriod"] = terms.PayPeriod, ["terms.payNet"] = terms.PayNet == true ? "true" : null,
            ["terms.zone"] = terms.Zone, ["terms.permit"] = terms.Permit, ["terms.travel"] = terms.Travel,
            ["terms.other"] = terms.Other,
        };
        form.Set("terms.pay", terms.Pay);
        form.Set("terms.deductionsPercent", terms.DeductionsPercent);
        form.Set("terms.hoursPerWeek", terms.HoursPerWeek);
        form.Set("terms.startsOn", terms.StartsOn);
        form.Set("terms.endsOn", terms.EndsOn);
        form.Set("terms.probationMonths", terms.ProbationMonths);
        form.Set("terms.noticeDays", terms.NoticeDays);
        foreach (var (index, fee) in (terms.Fees ?? []).Index())
        {
            form[$"terms.fees[{index}].what"] = fee.What;
            form[$"terms.fees[{index}].paidBy"] = fee.PaidBy;
        }
        return form;
    }

    public static OfferTerms Read(FormValues form) => new()
    {
        Title = form["terms.title"],
        Contract = form["terms.contract"],
        Country = form["terms.country"],
        City = form["terms.city"],
        Mode = form["terms.mode"],
        Pay = form.Amount("terms.pay"),
        Currency = form["terms.currency"],
        PayPeriod = form["terms.payPeriod"],
        PayNet = form.Flag("terms.payNet"),
        DeductionsPercent = form.Amount("terms.deductionsPercent"),
        HoursPerWeek = form.Amount("terms.hoursPerWeek"),
        Zone = form["terms.zone"],
        StartsOn = form.Date("terms.startsOn"),
        EndsOn = form.Date("terms.endsOn"),
        ProbationMonths = form.Number("terms.probationMonths"),
        NoticeDays = form.Number("terms.noticeDays"),
        Fees = [.. form.Each("terms.fees", "what").Select(at => new Fee(form[$"{at}.what"], form[$"{at}.paidBy"]))],
        Permit = form["terms.permit"],
        Travel = form["terms.travel"],
        Other = form["terms.other"],
    };
}

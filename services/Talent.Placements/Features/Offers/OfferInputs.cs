using System.Globalization;
using Talent.Contracts.Jobs;
using Talent.Contracts.Placements;
using Talent.Placements.Features.Applications;
using Talent.Platform.Http;
using Talent.Platform.Intake;

namespace Talent.Placements.Features.Offers;

/// <summary>Reads the terms of an offer; what they leave out and the job says is the job's. Or says what is wrong, by
/// field.</summary>
static class OfferInputs
{
    const int LongestTitle = 200;
    const int LongestCity = 100;
    const int LongestOther = 4000;
    const int MostFees = 20;

    static readonly string[] Travel = ["employer", "graduate", "shared"];

    /// <summary>The terms in the form in which they are kept and signed; meaningful only without problems.</summary>
    public static (OfferTerms Terms, IReadOnlyList<FieldProblem> Problems) Terms(OfferTerms? input, JobNeed job, DateOnly today)
    {
        var written = input ?? new OfferTerms();
        var checks = new InputChecks([]);
        var problems = new List<FieldProblem>();
        var terms = new OfferTerms
        {
            Title = checks.Text("terms.title", written.Title, LongestTitle) ?? job.Title,
            Contract = checks.Option("terms.contract", written.Contract, OptionSet.Contracts) ?? job.Contract,
            Country = checks.Country("terms.country", written.Country) ?? job.Country,
            City = checks.Text("terms.city", written.City, LongestCity) ?? job.City,
            Mode = checks.Option("terms.mode", written.Mode, OptionSet.Modes) ?? job.Mode,
            Pay = Within(checks, "terms.pay", written.Pay, 0.01m, 1_000_000_000m, required: true),
            Currency = checks.Currency("terms.currency", written.Currency) ?? job.Currency,
            PayPeriod = checks.Option("terms.pay_period", written.PayPeriod, OptionSet.PayPeriods) ?? job.PayPeriod ?? "month",
            PayNet = written.PayNet ?? false,
            DeductionsPercent = Within(checks, "terms.deductions_percent", written.DeductionsPercent, 0, 70),
            HoursPerWeek = Within(checks, "terms.hours_per_week", written.HoursPerWeek, 1, 60),
            Zone = checks.Zone("terms.zone", written.Zone) ?? job.Zone,
            StartsOn = written.StartsOn ?? (job.StartsOn >= today ? job.StartsOn : null),
            EndsOn = written.EndsOn,
            ProbationMonths = checks.Number("terms.probation_months", written.ProbationMonths, 0, 12),
            NoticeDays = checks.Number("terms.notice_days", written.NoticeDays, 0, 180),
            Fees = Fees(written.Fees, job, checks),
            Permit = checks.Option("terms.permit", written.Permit, OptionSet.Permits) ?? job.Permit,
            Travel = TravelOf(written.Travel, problems),
            Other = checks.Text("terms.other", written.Other, LongestOther),
        };
        if (terms.Currency is null && string.IsNullOrWhiteSpace(written.Currency))
            checks.Errors.Add(IntakeErrors.Missing("terms.currency"));
        CheckDays(terms, today, checks, problems);
        problems.AddRange(PlacementErrors.Fields(checks.Errors));
        return (terms, problems);
    }

    static void CheckDays(OfferTerms terms, DateOnly today, InputChecks checks, List<FieldProblem> problems)
    {
        if (terms.StartsOn is not { } starts)
            checks.Errors.Add(IntakeErrors.Missing("terms.starts_on"));
        else if (starts < today)
            checks.Errors.Add(IntakeErrors.DateInPast("terms.starts_on", Iso(starts), Iso(today)));
        if (terms.Contract == "fixed" && terms.EndsOn is null)
            problems.Add(OfferErrors.Field("terms.endsOn", "ends-missing"));
        if (terms.EndsOn is not { } ends)
            return;
        if (terms.Contract == "permanent")
            problems.Add(OfferErrors.Field("terms.endsOn", "ends-not-here"));
        else if (ends < terms.StartsOn)
            problems.Add(OfferErrors.Field(
                "terms.endsOn", "ends-before-start", OfferErrors.Say(ends), OfferErrors.Say(terms.StartsOn.Value)));
    }

    /// <summary>As they are written; left out, they are those that were advertised.</summary>
    static IReadOnlyList<Fee> Fees(IReadOnlyList<Fee>? written, JobNeed job, InputChecks checks)
    {
        if (written is null)
            return job.Fees;
        if (written.Count > MostFees)
            checks.Errors.Add(IntakeErrors.TooManyItems("terms.fees", MostFees, written.Count));
        var fees = new List<Fee>();
        foreach (var fee in checks.Items("terms.fees", written))
        {
            var what = checks.Text("terms.fees", fee.What, LongestTitle, required: true);
            var paidBy = checks.Option("terms.fees", fee.PaidBy, OptionSet.Payers);
            if (fee.PaidBy is null)
                checks.Errors.Add(IntakeErrors.Missing("terms.fees"));
            if (what is not null && paidBy is not null)
                fees.Add(new Fee(what, paidBy));
        }
        return fees;
    }

    static string? TravelOf(string? written, List<FieldProblem> problems)
    {
        if (written is null || Travel.Contains(written, StringComparer.Ordinal))
            return written;
        problems.Add(FieldProblem.UnknownOption("$.terms.travel", written, Travel));
        return null;
    }

    static decimal? Within(
        InputChecks checks, string column, decimal? value, decimal least, decimal most, bool required = false)
    {
        if (value is null && required)
            checks.Errors.Add(IntakeErrors.Missing(column));
        if (value is null || (value >= least && value <= most))
            return value is { } amount ? Math.Round(amount, 2, MidpointRounding.AwayFromZero) / 1.00m : null;
        checks.Errors.Add(IntakeErrors.NumberOutOfRange(column, Written(value.Value), Written(least), Written(most)));
        return null;
    }

    static string Written(decimal value) => value.ToString(CultureInfo.InvariantCulture);

    static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}

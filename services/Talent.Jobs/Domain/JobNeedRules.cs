using Talent.Contracts.Jobs;
using Talent.Platform.Intake;
using Talent.Platform.Reference;
using Talent.Taxonomy;
using Catalogue = Talent.Taxonomy.Taxonomy;

namespace Talent.Jobs.Domain;

/// <summary>What a job need must be, whatever way it came. Reads an input into the normalised need, or says what is
/// wrong, by column.</summary>
static class JobNeedRules
{
    public const int LongestTitle = 200;
    public const int LongestDescription = 4000;

    const int LongestExternalId = 100;

    /// <summary>The external id in the form in which it is kept; null when there is none or it is too long.</summary>
    public static string? ExternalId(string? written) =>
        new InputChecks([]).Text("external_id", written, LongestExternalId);

    /// <summary>The need the input asks for. Identity, state and times are blank; they are the requisition's.</summary>
    /// <returns>The need, meaningful only when there are no errors.</returns>
    public static (JobNeed Need, IReadOnlyList<RowError> Errors) Understand(JobNeedInput input, DateOnly today)
    {
        var checks = new InputChecks([]);
        var country = checks.Country("country", input.Country, required: true) ?? "";
        var mode = checks.Option("mode", input.Mode, OptionSet.Modes) ?? "onsite";
        var need = new JobNeed
        {
            Id = default,
            OrganisationId = default,
            OrganisationName = "",
            Version = 0,
            State = JobStates.Draft,
            CreatedAt = default,
            UpdatedAt = default,
            ExternalId = checks.Text("external_id", input.ExternalId, LongestExternalId),
            Title = checks.Text("title", input.Title, LongestTitle, required: true) ?? "",
            Description = checks.Text("description", input.Description, LongestDescription) ?? "",
            Language = checks.Language("language", input.Language) ?? "en",
            Occupation = checks.Text("occupation", input.Occupation, 200) is { } occupation
                ? new ConceptRef(occupation, Catalogue.Default.UriOf(occupation, ConceptKind.Occupation))
                : null,
            Skills = Skills(input, checks),
            Certificates = Certificates(input, checks),
            Languages = Languages(input, checks),
            Isced = checks.Level("education", input.Education?.Isced, 0, 8),
            EducationField = checks.Text("education", input.Education?.Field, 200),
            ExperienceMonths = checks.Number("experience_months", input.ExperienceMonths, 0, 600) ?? 0,
            Mode = mode,
            Country = country,
            City = checks.Text("city", input.City, 100),
            Zone = checks.Zone("time_zone", input.Zone) ?? (country.Length > 0 ? Countries.DefaultZone(country) : "Etc/UTC"),
            RemoteCountries = checks.CountryList("remote_countries", input.Remote?.Countries),
            OverlapHours = checks.Number("overlap_hours", input.Remote?.OverlapHours, 0, 9) ?? 0,
            Contract = checks.Option("contract", input.Contract, OptionSet.Contracts) ?? "permanent",
            Openings = checks.Number("openings", input.Openings, 1, 10_000) ?? 1,
            Permit = checks.Option("permit", input.Permit, OptionSet.Permits) ?? (mode == "remote" ? "not-needed" : "own"),
            Fees = Fees(input, checks),
            StartsOn = input.StartsOn,
            ClosesOn = ClosesOn(input, checks, today),
            ReplyWithinDays = checks.Number("reply_within_days", input.ReplyWithinDays, 1, 90) ?? 14,
        };
        return (WithPay(need, input.Pay, checks), checks.Errors);
    }

    static IReadOnlyList<SkillNeed> Skills(JobNeedInput input, InputChecks checks)
    {
        var skills = new List<SkillNeed>();
        foreach (var demand in checks.Items("skills", input.Skills))
        {
            var text = checks.Text("skills", demand.Skill, 200, required: true);
            var level = checks.Level("skills", demand.Level ?? 2, 1, 4);
            var required = checks.Option("skills", demand.Importance, OptionSet.Importance) is "required";
            if (text is not null && level is { } known)
                skills.Add(new SkillNeed(
                    new ConceptRef(text, Catalogue.Default.UriOf(text, ConceptKind.Skill)), known, required));
        }
        // The same skill twice, perhaps in two languages: the stricter demand stands.
        return [.. skills
            .GroupBy(skill => skill.Skill.Uri ?? skill.Skill.Text, StringComparer.OrdinalIgnoreCase)
            .Select(same => same.OrderByDescending(skill => skill.Required).ThenByDescending(skill => skill.Level).First())];
    }

    static IReadOnlyList<CertificateNeed> Certificates(JobNeedInput input, InputChecks checks)
    {
        var certificates = new List<CertificateNeed>();
        foreach (var demand in checks.Items("certificates", input.Certificates))
        {
            var scheme = checks.Scheme("certificates", demand.Scheme);
            var field = checks.Text("certificates", demand.Field, 100)?.ToLowerInvariant();
            var level = checks.Level("certificates", demand.MinLevel ?? 1, 1, 5);
            var required = checks.Option("certificates", demand.Importance, OptionSet.Importance) is "required";
            if (scheme is not null && level is { } known)
                certificates.Add(new CertificateNeed(scheme, field, known, required));
        }
        return [.. certificates.Distinct()];
    }

    static IReadOnlyList<LanguageNeed> Languages(JobNeedInput input, InputChecks checks)
    {
        var languages = new List<LanguageNeed>();
        foreach (var demand in checks.Items("languages", input.Languages))
        {
            if (demand.Language is null)
                checks.Errors.Add(IntakeErrors.Missing("languages"));
            if (checks.Language("languages", demand.Language) is not { } language)
                continue;
            var required = checks.Option("languages", demand.Importance, OptionSet.Importance) is "required";
            if (checks.LanguageLevel("languages", language, demand.Scale, demand.Min) is { } level)
                languages.Add(new LanguageNeed(language, level.Scale, level.Level, level.Rank, required));
        }
        return [.. languages
            .GroupBy(need => need.Language, StringComparer.Ordinal)
            .Select(same => same.OrderByDescending(need => need.Required).ThenByDescending(need => need.Rank).First())];
    }

    static IReadOnlyList<Fee> Fees(JobNeedInput input, InputChecks checks)
    {
        var fees = new List<Fee>();
        foreach (var fee in checks.Items("fees", input.Fees))
        {
            var what = checks.Text("fees", fee.What, 200, required: true);
            var paidBy = checks.Option("fees", fee.PaidBy, OptionSet.Payers);
            if (fee.PaidBy is null)
                checks.Errors.Add(IntakeErrors.Missing("fees"));
            if (what is not null && paidBy is not null)
                fees.Add(new Fee(what, paidBy));
        }
        return fees;
    }

    static DateOnly? ClosesOn(JobNeedInput input, InputChecks checks, DateOnly today)
    {
        if (input.ClosesOn is { } closes && closes < today)
            checks.Errors.Add(IntakeErrors.ClosesOnPast(closes, today));
        return input.ClosesOn;
    }

    static JobNeed WithPay(JobNeed need, PayRange? pay, InputChecks checks)
    {
        if (pay is null)
            return need;
        var min = checks.Amount("pay_min", pay.Min);
        var max = checks.Amount("pay_max", pay.Max);
        var currency = checks.Currency("currency", pay.Currency);
        if (min > max)
            checks.Errors.Add(IntakeErrors.PayMinAbovePayMax(min.Value, max.Value));
        if ((min ?? max) is not null && string.IsNullOrWhiteSpace(pay.Currency))
            checks.Errors.Add(IntakeErrors.MissingWith("currency", min is null ? "pay_max" : "pay_min"));
        var period = checks.Option("pay_period", pay.Period, OptionSet.PayPeriods) ?? "month";
        return need with
        {
            PayMin = min,
            PayMax = max,
            Currency = currency,
            PayPeriod = (min ?? max) is null ? null : period,
            PayNet = pay.Net ?? false,
        };
    }
}

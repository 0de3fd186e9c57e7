using System.Globalization;
using Talent.Contracts.Graduates;
using Talent.Contracts.Jobs;
using Talent.Platform.Intake;
using Talent.Platform.Reference;
using Talent.Taxonomy;
using Catalogue = Talent.Taxonomy.Taxonomy;

namespace Talent.Graduates.Domain;

/// <summary>Whose word an input is: evidence beyond the graduate's own word is taken from a college only.</summary>
enum Author { Graduate, College }

/// <summary>What a profile must be, whatever way it came. Reads an input into the normalised profile, or says what is
/// wrong, by column.</summary>
static class ProfileRules
{
    public const string WorkingHours = "09:00-18:00";

    const int LongestExternalId = 100;

    /// <summary>The external id in the form in which it is kept; null when there is none or it is too long.</summary>
    public static string? ExternalId(string? written) =>
        new InputChecks([]).Text("external_id", written, LongestExternalId);

    /// <summary>The profile the input describes. Identity, owner and times are blank; they are the profile's.</summary>
    /// <param name="known">What was vouched for before and stays when a graduate repeats it.</param>
    /// <returns>The profile, meaningful only when there are no errors.</returns>
    public static (Graduate Graduate, IReadOnlyList<RowError> Errors) Understand(
        GraduateInput input, Author author, Graduate? known = null)
    {
        var checks = new InputChecks([]);
        var country = checks.Country("country", input.Country, required: true) ?? "";
        var preferences = input.Preferences ?? new PreferencesInput();
        var graduate = new Graduate
        {
            Id = default,
            Version = 0,
            UpdatedAt = default,
            ExternalId = checks.Text("external_id", input.ExternalId, LongestExternalId),
            Name = checks.Text("name", input.Name, 200, required: true) ?? "",
            Email = CellParsers.Email("email", checks.Text("email", input.Email, 254)).Into(checks.Errors),
            Country = country,
            City = checks.Text("city", input.City, 100),
            Zone = checks.Zone("time_zone", input.Zone ?? input.Availability?.Zone)
                ?? (country.Length > 0 ? Countries.DefaultZone(country) : "Etc/UTC"),
            Nationality = checks.Country("nationality", input.Nationality) ?? country,
            Languages = SpokenLanguages(input, author, known, checks),
            Education = Attendance.Read(input, author, known, checks),
            Skills = Skills(input, author, known, checks),
            Certificates = Certificates(input, author, known, checks),
            Experience = Attendance.Experience(input, checks),
            ExperienceMonths = checks.Number("experience_months", input.ExperienceMonths, 0, 600)
                ?? Months(input.Experience),
            WorkPermits = checks.CountryList("work_permits", input.WorkPermits),
            Modes = checks.OptionList("modes", preferences.Modes, OptionSet.Modes),
            Countries = checks.CountryList("countries", preferences.Countries),
            Contracts = checks.OptionList("contracts", preferences.Contracts, OptionSet.Contracts),
            MinPay = checks.Amount("min_pay", preferences.MinPay),
            Currency = checks.Currency("currency", preferences.Currency),
            StartsFrom = preferences.StartsFrom,
            Occupations = [.. checks.Items("occupations", preferences.Occupations)
                .Select(text => checks.Text("occupations", text, 200)).OfType<string>()
                .Select(text => Concept(text, ConceptKind.Occupation))],
            Hours = Hours(input, checks),
            Visibility = checks.Option("visibility", input.Visibility, OptionSet.Visibilities) ?? "masked",
        };
        if (graduate.MinPay is not null && string.IsNullOrWhiteSpace(preferences.Currency))
            checks.Errors.Add(IntakeErrors.MissingWith("currency", "min_pay"));
        return (graduate, checks.Errors);
    }

    static IReadOnlyList<LanguageLevel> SpokenLanguages(
        GraduateInput input, Author author, Graduate? known, InputChecks checks)
    {
        var languages = new List<LanguageLevel>();
        foreach (var spoken in checks.Items("languages", input.Languages))
        {
            if (spoken.Language is null)
                checks.Errors.Add(IntakeErrors.Missing("languages"));
            if (checks.Language("languages", spoken.Language) is not { } language
                || checks.LanguageLevel("languages", language, spoken.Scale, spoken.Level) is not { } level)
                continue;
            var verified = author is Author.College
                ? checks.Option("languages", spoken.Evidence, OptionSet.Evidence) is "certificate"
                : known?.Languages.Any(before => before.Verified && before.Language == language
                    && before.Scale == level.Scale && before.Level == level.Level) == true;
            languages.Add(new LanguageLevel(language, level.Scale, level.Level, level.Rank, verified));
        }
        return [.. languages.DistinctBy(language => (language.Language, language.Scale))];
    }

    static IReadOnlyList<SkillLevel> Skills(GraduateInput input, Author author, Graduate? known, InputChecks checks)
    {
        var skills = new List<SkillLevel>();
        foreach (var claimed in checks.Items("skills", input.Skills))
        {
            var text = checks.Text("skills", claimed.Skill, 200, required: true);
            var evidence = checks.Option("skills", claimed.Evidence, OptionSet.Evidence) ?? "self";
            if (text is null || checks.Level("skills", claimed.Level ?? 2, 1, 4) is not { } level)
                continue;
            var skill = Concept(text, ConceptKind.Skill);
            if (author is Author.Graduate)
                evidence = known?.Skills.FirstOrDefault(before => before.Level == level
                    && (before.Skill.Uri ?? before.Skill.Text) == (skill.Uri ?? skill.Text))?.Evidence ?? "self";
            skills.Add(new SkillLevel(skill, level, evidence));
        }
        return [.. skills
            .GroupBy(skill => skill.Skill.Uri ?? skill.Skill.Text, StringComparer.OrdinalIgnoreCase)
            .Select(same => same.OrderByDescending(skill => skill.Level).First())];
    }

    /// <summary>Certificates are the issuer's word, never the graduate's: a graduate keeps the ones known.</summary>
    static IReadOnlyList<Certificate> Certificates(
        GraduateInput input, Author author, Graduate? known, InputChecks checks)
    {
        if (author is Author.Graduate)
            return known?.Certificates ?? [];
        var certificates = new List<Certificate>();
        foreach (var held in checks.Items("certificates", input.Certificates))
        {
            var scheme = checks.Scheme("certificates", held.Scheme);
            var field = checks.Text("certificates", held.Field, 100)?.ToLowerInvariant();
            if (scheme is not null && checks.Level("certificates", held.Level ?? 1, 1, 5) is { } level)
                certificates.Add(new Certificate(scheme, field, level, Verified: false));
        }
        return [.. certificates.Distinct()];
    }

    static ConceptRef Concept(string text, ConceptKind kind) => new(text, Catalogue.Default.UriOf(text, kind));

    static int Months(IReadOnlyList<ExperienceInput>? experience) => Math.Clamp(
        (experience ?? []).OfType<ExperienceInput>().Sum(work => work is { From: { } from, To: { } to } && to > from
            ? ((to.Year - from.Year) * 12) + to.Month - from.Month
            : 0), 0, 600);

    static string Hours(GraduateInput input, InputChecks checks)
    {
        if (checks.Text("hours", input.Availability?.Hours, 20) is not { } text)
            return WorkingHours;
        var parts = text.Split('-', StringSplitOptions.TrimEntries);
        if (parts.Length == 2 && Time(parts[0]) is { } from && Time(parts[1]) is { } to && from != to)
            return string.Create(CultureInfo.InvariantCulture, $"{from:HH\\:mm}-{to:HH\\:mm}");
        checks.Errors.Add(IntakeErrors.UnknownOption("hours", text, WorkingHours));
        return WorkingHours;
    }

    static TimeOnly? Time(string text) =>
        TimeOnly.TryParseExact(text, "H:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) ? time : null;
}

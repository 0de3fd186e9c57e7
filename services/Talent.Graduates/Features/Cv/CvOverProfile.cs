using Talent.Contracts.Graduates;
using Talent.Platform.Intake;
using Talent.Taxonomy;
using Catalogue = Talent.Taxonomy.Taxonomy;

namespace Talent.Graduates.Features.Cv;

/// <summary>Lays a CV over the profile that is there: what the CV says replaces the graduate's own word, what it does not
/// mention stays, and so does what others vouch for.</summary>
static class CvOverProfile
{
    public static GraduateInput Lay(CvDraft cv, Graduate? known, DateOnly today)
    {
        NoteCertificates(cv, known);
        var moved = cv.Country is not null && cv.Country != known?.Country;
        var experience = Experience(cv, known);
        return new GraduateInput
        {
            ExternalId = known?.ExternalId,
            Name = cv.Name ?? known?.Name,
            Email = known?.Email,
            Country = cv.Country ?? known?.Country,
            City = cv.City ?? (moved ? null : known?.City),
            Zone = cv.Own?.Zone ?? (moved ? null : known?.Zone),
            Nationality = cv.Nationality ?? known?.Nationality,
            Languages = Within(cv, "languages", Languages(cv, known)),
            Education = Within(cv, "education", Education(cv, known)),
            Skills = Within(cv, "skills", Skills(cv, known)),
            Certificates = known?.Certificates.Select(held => new CertificateInput(held.Scheme, held.Field, held.Level)).ToArray(),
            Experience = Within(cv, "experience", experience),
            ExperienceMonths = cv.Own?.ExperienceMonths
                ?? (cv.Experience.Count > 0 ? CvDraft.Months(experience, today) : known?.ExperienceMonths),
            WorkPermits = cv.Own?.WorkPermits ?? known?.WorkPermits,
            Preferences = cv.Own?.Preferences ?? Preferences(cv, known),
            Availability = cv.Own?.Availability ?? (known is null ? null : new AvailabilityInput(Hours: known.Hours)),
            Visibility = known?.Visibility,
        };
    }

    // Who holds one of them is for its issuer to say.
    static void NoteCertificates(CvDraft cv, Graduate? known)
    {
        var held = known?.Certificates ?? [];
        var claimed = cv.Certificates
            .Where(claim => !held.Any(certificate => certificate.Scheme == claim.Scheme && certificate.Field == claim.Field))
            .Select(claim => claim.Field is null ? claim.Scheme! : $"{claim.Scheme}/{claim.Field}")
            .Concat(cv.OtherCertificates);
        foreach (var name in claimed.Take(ListCells.MaxItems))
            cv.Note(IntakeErrors.NotYoursToClaim(name));
    }

    static List<LanguageInput> Languages(CvDraft cv, Graduate? known)
    {
        var before = known?.Languages ?? [];
        var kept = before.Where(spoken => spoken.Verified || !cv.Languages.Any(said => said.Language == spoken.Language))
            .Select(spoken => new LanguageInput(
                spoken.Language, spoken.Scale, spoken.Level, spoken.Verified ? "certificate" : null));
        var said = cv.Languages.Where(spoken => !before.Any(verified =>
            verified.Verified && verified.Language == spoken.Language && verified.Scale == spoken.Scale));
        return [.. kept, .. said];
    }

    static List<SkillInput> Skills(CvDraft cv, Graduate? known)
    {
        var before = known?.Skills ?? [];
        var said = cv.Skills.ToLookup(skill => Key(skill.Skill!), StringComparer.OrdinalIgnoreCase);
        var kept = before.Where(skill => skill.Evidence != "self" || !said.Contains(skill.Skill.Uri ?? skill.Skill.Text))
            .Select(skill => new SkillInput(skill.Skill.Text, skill.Level, skill.Evidence)).ToList();
        var vouched = before.Where(skill => skill.Evidence != "self").Select(skill => skill.Skill.Uri ?? skill.Skill.Text)
            .ToHashSet(StringComparer.OrdinalIgnoreCase);
        return [.. kept, .. cv.Skills.Where(skill => !vouched.Contains(Key(skill.Skill!)))];
    }

    static string Key(string skill) => Catalogue.Default.UriOf(skill, ConceptKind.Skill) ?? skill;

    static List<EducationInput> Education(CvDraft cv, Graduate? known) =>
    [
        .. (known?.Education ?? []).Where(before => before.Cohort is not null || !cv.Education.Any(said =>
            Same(said.Institution, before.Institution) && Same(said.Programme, before.Programme))),
        .. cv.Education,
    ];

    static List<ExperienceInput> Experience(CvDraft cv, Graduate? known) =>
    [
        .. (known?.Experience ?? []).Where(before => !cv.Experience.Any(said =>
            Same(said.Title, before.Title) && Same(said.Employer, before.Employer))),
        .. cv.Experience,
    ];

    static PreferencesInput Preferences(CvDraft cv, Graduate? known)
    {
        var wished = known?.Occupations.Select(occupation => occupation.Text).ToArray() ?? [];
        if (wished.Length == 0)
            wished = [.. cv.Occupations.Select(text => cv.Text("occupations", text)).OfType<string>()];
        return new PreferencesInput(
            known?.Modes, known?.Countries, known?.Contracts, known?.MinPay, known?.Currency, known?.StartsFrom, wished);
    }

    static List<T> Within<T>(CvDraft cv, string column, List<T> items)
    {
        if (items.Count <= ListCells.MaxItems)
            return items;
        cv.Note(IntakeErrors.ListShortened(column, ListCells.MaxItems, items.Count));
        return items[..ListCells.MaxItems];
    }

    static bool Same(string? one, string? other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);
}

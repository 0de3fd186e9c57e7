using Talent.Contracts.Graduates;
using Talent.Platform.Intake;

namespace Talent.Graduates.Domain;

/// <summary>Where a graduate has studied and worked.</summary>
static class Attendance
{
    static readonly string[] Precisions = [PartialDate.Year, PartialDate.Month];

    /// <summary>The educations. A cohort is its college's word: the graduate's own input carries none, and what a college
    /// has enrolled stays as it wrote it.</summary>
    public static IReadOnlyList<EducationInput> Read(
        GraduateInput input, Author author, Graduate? known, InputChecks checks)
    {
        var written = checks.Items("education", input.Education).Select(education => Checked(education, checks));
        if (author is Author.College)
            return [.. written];
        var enrolled = known is { OrganisationId: not null }
            ? known.Education.Where(education => education.Cohort is not null).ToList()
            : [];
        return [.. enrolled, .. Own([.. written.Select(education => education with { Cohort = null })], enrolled)];
    }

    /// <summary>Of <paramref name="educations"/> those that no college vouches for and that do not repeat one of
    /// <paramref name="enrolled"/>.</summary>
    public static IEnumerable<EducationInput> Own(
        IReadOnlyList<EducationInput> educations, IReadOnlyList<EducationInput> enrolled) => educations
        .Where(education => education.Cohort is null && !enrolled.Any(other => IsSame(other, education)));

    /// <summary>The periods of work.</summary>
    public static IReadOnlyList<ExperienceInput> Experience(GraduateInput input, InputChecks checks) =>
        [.. checks.Items("experience", input.Experience).Select(work => Dated(work with
        {
            Title = checks.Text("experience", work.Title, 200, required: true),
            Employer = checks.Text("experience", work.Employer, 200),
            Description = checks.Text("experience", work.Description, 4000),
        }, checks))];

    static bool IsSame(EducationInput one, EducationInput other) =>
        string.Equals(one.Institution, other.Institution, StringComparison.OrdinalIgnoreCase)
        && string.Equals(one.Programme, other.Programme, StringComparison.OrdinalIgnoreCase);

    static EducationInput Checked(EducationInput education, InputChecks checks)
    {
        var from = PartialDate.Of(education.From, Precision("education", education.FromPrecision, checks));
        var to = PartialDate.Of(education.To, Precision("education", education.ToPrecision, checks));
        return new EducationInput(
            checks.Text("institution", education.Institution, 200), checks.Text("programme", education.Programme, 200),
            checks.Level("education", education.Isced, 0, 8), checks.Text("education", education.Field, 200),
            from?.First, to?.First, checks.Text("cohort", education.Cohort, 200), from?.Precision, to?.Precision);
    }

    static ExperienceInput Dated(ExperienceInput work, InputChecks checks)
    {
        var from = PartialDate.Of(work.From, Precision("experience", work.FromPrecision, checks));
        var to = PartialDate.Of(work.To, Precision("experience", work.ToPrecision, checks));
        return work with
        {
            From = from?.First, To = to?.First, FromPrecision = from?.Precision, ToPrecision = to?.Precision,
        };
    }

    static string? Precision(string column, string? value, InputChecks checks)
    {
        if (value is null or "day")
            return null;
        if (Precisions.Contains(value, StringComparer.Ordinal))
            return value;
        checks.Errors.Add(IntakeErrors.UnknownOption(column, value, "year, month, day"));
        return null;
    }
}

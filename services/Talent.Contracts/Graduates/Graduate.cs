namespace Talent.Contracts.Graduates;

/// <summary>A graduate's profile as a person, a college or a feed writes it: the body of <c>PUT /graduates/me</c> and
/// one item of a .json cohort roll. Every member may be missing; validation says which must not be.</summary>
public sealed record GraduateInput
{
    /// <summary>The college's own id for the graduate; unique within the college. At most 100 characters.</summary>
    public string? ExternalId { get; init; }
    /// <summary>Required, at most 200 characters, in any script.</summary>
    public string? Name { get; init; }
    public string? Email { get; init; }
    /// <summary>ISO 3166-1 alpha-2 country of residence.</summary>
    public string? Country { get; init; }
    public string? City { get; init; }
    /// <summary>IANA time zone; default: the country's first zone.</summary>
    public string? Zone { get; init; }
    /// <summary>ISO 3166-1 alpha-2; default: the country of residence.</summary>
    public string? Nationality { get; init; }
    public IReadOnlyList<LanguageInput>? Languages { get; init; }
    public IReadOnlyList<EducationInput>? Education { get; init; }
    public IReadOnlyList<SkillInput>? Skills { get; init; }
    public IReadOnlyList<CertificateInput>? Certificates { get; init; }
    public IReadOnlyList<ExperienceInput>? Experience { get; init; }
    /// <summary>Months worked in all; default: the sum of <see cref="Experience"/>.</summary>
    public int? ExperienceMonths { get; init; }
    /// <summary>Countries (ISO 3166-1 alpha-2) whose work permit the graduate holds, besides the nationality.</summary>
    public IReadOnlyList<string>? WorkPermits { get; init; }
    public PreferencesInput? Preferences { get; init; }
    public AvailabilityInput? Availability { get; init; }
    /// <summary><c>hidden</c>, <c>masked</c> (default) or <c>open</c>.</summary>
    public string? Visibility { get; init; }
}

/// <summary>A language spoken.</summary>
/// <param name="Scale"><c>CEFR</c> (A1…C2) or <c>HSK</c> (1…9, Chinese only).</param>
/// <param name="Level">On that scale.</param>
/// <param name="Evidence"><c>self</c> (default) or <c>certificate</c>.</param>
public sealed record LanguageInput(
    string? Language, string? Scale = null, string? Level = null, string? Evidence = null);

/// <summary>An education.</summary>
/// <param name="Isced">ISCED 2011 level 0 to 8.</param>
/// <param name="Cohort">The cohort's name within the institution, e.g. <c>2026 Robotics A</c>. A college's word: what a
/// graduate writes here is not taken.</param>
/// <param name="FromPrecision"><c>year</c> or <c>month</c> when no more of <paramref name="From"/> is known.</param>
/// <param name="ToPrecision">Likewise of <paramref name="To"/>.</param>
public sealed record EducationInput(
    string? Institution, string? Programme = null, int? Isced = null, string? Field = null, DateOnly? From = null,
    DateOnly? To = null, string? Cohort = null, string? FromPrecision = null, string? ToPrecision = null);

/// <summary>A skill claimed.</summary>
/// <param name="Skill">Concept URI or free text.</param>
/// <param name="Level">1 basic, 2 independent, 3 advanced, 4 expert; default 2.</param>
/// <param name="Evidence"><c>self</c> (default), <c>assessed</c>, <c>contest</c> or <c>certificate</c>.</param>
public sealed record SkillInput(string? Skill, int? Level = null, string? Evidence = null);

/// <summary>A certificate held.</summary>
/// <param name="Level">1 to 5.</param>
public sealed record CertificateInput(string? Scheme, string? Field = null, int? Level = null);

/// <summary>A period of work.</summary>
/// <param name="To">Null while it lasts, or when the end is not known.</param>
/// <param name="FromPrecision"><c>year</c> or <c>month</c> when no more of <paramref name="From"/> is known.</param>
/// <param name="ToPrecision">Likewise of <paramref name="To"/>.</param>
public sealed record ExperienceInput(
    string? Title, string? Employer = null, DateOnly? From = null, DateOnly? To = null, string? Description = null,
    string? FromPrecision = null, string? ToPrecision = null);

/// <summary>What the graduate looks for. Empty lists: no preference.</summary>
public sealed record PreferencesInput(
    IReadOnlyList<string>? Modes = null, IReadOnlyList<string>? Countries = null,
    IReadOnlyList<string>? Contracts = null, decimal? MinPay = null, string? Currency = null,
    DateOnly? StartsFrom = null, IReadOnlyList<string>? Occupations = null);

/// <summary>When the graduate can work.</summary>
/// <param name="Hours">Local working hours as <c>HH:mm-HH:mm</c>; default <c>09:00-18:00</c>.</param>
public sealed record AvailabilityInput(string? Zone = null, string? Hours = null);

/// <summary>A graduate as the platform keeps it, normalised: what the owner sees, and the document inside
/// <see cref="GraduateProfileChanged"/>. Never shown to others as it is: see <see cref="GraduateView"/>.</summary>
public sealed record Graduate
{
    public required Guid Id { get; init; }
    /// <summary>The college that enrolled the graduate; null for one who registered alone.</summary>
    public Guid? OrganisationId { get; init; }
    public string? OrganisationName { get; init; }
    /// <summary>The account the profile belongs to; null until the graduate signs in for the first time.</summary>
    public Guid? AccountId { get; init; }
    /// <summary>Rises by one with each change; the ETag of the resource.</summary>
    public required int Version { get; init; }
    public string? ExternalId { get; init; }
    public required string Name { get; init; }
    public string? Email { get; init; }
    public required string Country { get; init; }
    public string? City { get; init; }
    public required string Zone { get; init; }
    public required string Nationality { get; init; }
    public IReadOnlyList<LanguageLevel> Languages { get; init; } = [];
    public IReadOnlyList<EducationInput> Education { get; init; } = [];
    public IReadOnlyList<SkillLevel> Skills { get; init; } = [];
    public IReadOnlyList<Certificate> Certificates { get; init; } = [];
    public IReadOnlyList<ExperienceInput> Experience { get; init; } = [];
    public int ExperienceMonths { get; init; }
    public IReadOnlyList<string> WorkPermits { get; init; } = [];
    public IReadOnlyList<string> Modes { get; init; } = [];
    public IReadOnlyList<string> Countries { get; init; } = [];
    public IReadOnlyList<string> Contracts { get; init; } = [];
    public decimal? MinPay { get; init; }
    /// <summary>ISO 4217; per month.</summary>
    public string? Currency { get; init; }
    public DateOnly? StartsFrom { get; init; }
    public IReadOnlyList<Talent.Contracts.Jobs.ConceptRef> Occupations { get; init; } = [];
    /// <summary>Local working hours, <c>HH:mm-HH:mm</c>, in <see cref="Zone"/>.</summary>
    public required string Hours { get; init; }
    /// <summary><c>hidden</c>, <c>masked</c> or <c>open</c>.</summary>
    public required string Visibility { get; init; }
    /// <summary>True when the profile was taken out by its college or its owner: projections drop it.</summary>
    public bool Removed { get; init; }
    public required DateTimeOffset UpdatedAt { get; init; }

    /// <summary>Highest ISCED level among the educations; 0 when none says.</summary>
    public int Isced => Education.Count == 0 ? 0 : Education.Max(education => education.Isced ?? 0);

    /// <summary>The cohort of the latest education that names one.</summary>
    public string? Cohort => Education.LastOrDefault(education => education.Cohort is not null)?.Cohort;
}

/// <summary>A language spoken, understood.</summary>
/// <param name="Rank">The level as a comparable number 1 (A1, HSK 1) to 6 (C2, HSK 6 and above).</param>
/// <param name="Verified">True when evidence other than the graduate's own word exists.</param>
public sealed record LanguageLevel(string Language, string Scale, string Level, int Rank, bool Verified);

/// <summary>A skill claimed, understood.</summary>
/// <param name="Level">1 to 4.</param>
/// <param name="Evidence"><c>self</c>, <c>assessed</c>, <c>contest</c> or <c>certificate</c>.</param>
public sealed record SkillLevel(Talent.Contracts.Jobs.ConceptRef Skill, int Level, string Evidence);

/// <summary>A certificate held.</summary>
/// <param name="Verified">True only when the platform has checked it.</param>
public sealed record Certificate(string Scheme, string? Field, int Level, bool Verified);

/// <summary>What a caller may see of a graduate. <see cref="Access"/> says how much that is: <c>open</c> (all),
/// <c>masked</c> (no name, contact, exact dates). A hidden graduate is answered with 404.</summary>
public sealed record GraduateView
{
    public required Guid Id { get; init; }
    /// <summary><c>open</c> or <c>masked</c>.</summary>
    public required string Access { get; init; }
    /// <summary>The name, or a label that is the same in every language, such as <c>#7F3A2C</c>, when masked.</summary>
    public required string DisplayName { get; init; }
    public string? Email { get; init; }
    public required string Country { get; init; }
    public string? City { get; init; }
    public required string Zone { get; init; }
    public string? Institution { get; init; }
    public string? Cohort { get; init; }
    public int Isced { get; init; }
    public IReadOnlyList<LanguageLevel> Languages { get; init; } = [];
    public IReadOnlyList<SkillLevel> Skills { get; init; } = [];
    public IReadOnlyList<Certificate> Certificates { get; init; } = [];
    public int ExperienceMonths { get; init; }
    public DateOnly? StartsFrom { get; init; }
}

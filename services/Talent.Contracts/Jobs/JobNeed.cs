namespace Talent.Contracts.Jobs;

/// <summary>What an enterprise asks for, as it writes it: the body of <c>POST /jobs</c> and <c>PUT /jobs/{id}</c>,
/// and one item of a .json import. Every member may be missing; validation says which must not be.</summary>
public sealed record JobNeedInput
{
    /// <summary>The enterprise's own id for the need; unique within the enterprise. At most 100 characters.</summary>
    public string? ExternalId { get; init; }
    /// <summary>Required, at most 200 characters.</summary>
    public string? Title { get; init; }
    /// <summary>Plain text, at most 4,000 characters.</summary>
    public string? Description { get; init; }
    /// <summary>BCP 47 language of title and description, e.g. <c>zh</c>; default <c>en</c>.</summary>
    public string? Language { get; init; }
    /// <summary>A concept URI or free text in any of the platform's languages.</summary>
    public string? Occupation { get; init; }
    public IReadOnlyList<SkillDemand>? Skills { get; init; }
    public IReadOnlyList<CertificateDemand>? Certificates { get; init; }
    public IReadOnlyList<LanguageDemand>? Languages { get; init; }
    public EducationDemand? Education { get; init; }
    /// <summary>0 to 600.</summary>
    public int? ExperienceMonths { get; init; }
    /// <summary><c>onsite</c>, <c>hybrid</c> or <c>remote</c>; default <c>onsite</c>.</summary>
    public string? Mode { get; init; }
    /// <summary>ISO 3166-1 alpha-2 country of the workplace (for remote work: of the employer).</summary>
    public string? Country { get; init; }
    public string? City { get; init; }
    /// <summary>IANA time zone of the workplace.</summary>
    public string? Zone { get; init; }
    public RemoteTerms? Remote { get; init; }
    /// <summary><c>permanent</c>, <c>fixed</c>, <c>internship</c> or <c>order-training</c>; default
    /// <c>permanent</c>.</summary>
    public string? Contract { get; init; }
    /// <summary>1 to 10,000; default 1.</summary>
    public int? Openings { get; init; }
    public PayRange? Pay { get; init; }
    public IReadOnlyList<Fee>? Fees { get; init; }
    /// <summary>Who sees to the work permit: <c>provided</c>, <c>assisted</c>, <c>own</c> or <c>not-needed</c>;
    /// default <c>own</c>.</summary>
    public string? Permit { get; init; }
    public DateOnly? StartsOn { get; init; }
    public DateOnly? ClosesOn { get; init; }
    /// <summary>Days within which the enterprise answers an application, 1 to 90; default 14.</summary>
    public int? ReplyWithinDays { get; init; }
}

/// <summary>A skill asked for.</summary>
/// <param name="Skill">Concept URI or free text; text that no concept matches is kept as it is.</param>
/// <param name="Level">1 basic, 2 independent, 3 advanced, 4 expert; default 2.</param>
/// <param name="Importance"><c>required</c> or <c>preferred</c> (default).</param>
public sealed record SkillDemand(string? Skill, int? Level = null, string? Importance = null);

/// <summary>A certificate asked for.</summary>
/// <param name="Scheme">E.g. <c>brics-skills-passport</c> or <c>brics-engineer-passport</c>.</param>
/// <param name="Field">E.g. <c>industrial-robotics</c>; null: any field.</param>
/// <param name="MinLevel">1 to 5.</param>
/// <param name="Importance"><c>required</c> or <c>preferred</c>.</param>
public sealed record CertificateDemand(
    string? Scheme, string? Field = null, int? MinLevel = null, string? Importance = null);

/// <summary>A language asked for.</summary>
/// <param name="Language">BCP 47 primary language, e.g. <c>zh</c>.</param>
/// <param name="Scale"><c>CEFR</c> (A1…C2) or <c>HSK</c> (1…9, Chinese only).</param>
/// <param name="Min">The least level on that scale: <c>B1</c>, <c>3</c>.</param>
/// <param name="Importance"><c>required</c> or <c>preferred</c>.</param>
public sealed record LanguageDemand(
    string? Language, string? Scale = null, string? Min = null, string? Importance = null);

/// <summary>The least education asked for.</summary>
/// <param name="Isced">ISCED 2011 level 0 to 8.</param>
/// <param name="Field">Free text; null: any field.</param>
public sealed record EducationDemand(int? Isced, string? Field = null);

/// <summary>Where remote work may be done from.</summary>
/// <param name="Countries">ISO 3166-1 alpha-2; empty or null: anywhere.</param>
/// <param name="OverlapHours">Working hours that must overlap with the employer's 09:00–18:00, 0 to 9.</param>
public sealed record RemoteTerms(IReadOnlyList<string>? Countries = null, int? OverlapHours = null);

/// <summary>Pay offered. Either bound may be missing.</summary>
/// <param name="Currency">ISO 4217.</param>
/// <param name="Period"><c>hour</c>, <c>month</c> or <c>year</c>; default <c>month</c>.</param>
/// <param name="Net">True when the amounts are after tax; default false.</param>
public sealed record PayRange(
    decimal? Min = null, decimal? Max = null, string? Currency = null, string? Period = null, bool? Net = null);

/// <summary>A fee and who pays it.</summary>
/// <param name="PaidBy"><c>employer</c> or <c>graduate</c>.</param>
public sealed record Fee(string? What, string? PaidBy);

/// <summary>A job need as the platform keeps it, normalised: the body of <c>GET /jobs/{id}</c>
/// and the document inside <see cref="JobNeedChanged"/>.</summary>
public sealed record JobNeed
{
    public required Guid Id { get; init; }
    public required Guid OrganisationId { get; init; }
    public required string OrganisationName { get; init; }
    /// <summary>Rises by one with each change; the ETag of the resource.</summary>
    public required int Version { get; init; }
    /// <summary><c>draft</c>, <c>published</c>, <c>paused</c> or <c>closed</c>; <c>held</c>: published by an enterprise
    /// that the programme office has not verified, public as soon as it has.</summary>
    public required string State { get; init; }
    /// <summary>Why it was paused or closed.</summary>
    public string? StateReason { get; init; }
    public string? ExternalId { get; init; }
    public required string Title { get; init; }
    public string Description { get; init; } = "";
    public required string Language { get; init; }
    public ConceptRef? Occupation { get; init; }
    public IReadOnlyList<SkillNeed> Skills { get; init; } = [];
    public IReadOnlyList<CertificateNeed> Certificates { get; init; } = [];
    public IReadOnlyList<LanguageNeed> Languages { get; init; } = [];
    /// <summary>Least ISCED level; null: none asked.</summary>
    public int? Isced { get; init; }
    public string? EducationField { get; init; }
    public int ExperienceMonths { get; init; }
    public required string Mode { get; init; }
    public required string Country { get; init; }
    public string? City { get; init; }
    public required string Zone { get; init; }
    public IReadOnlyList<string> RemoteCountries { get; init; } = [];
    public int OverlapHours { get; init; }
    public required string Contract { get; init; }
    public required int Openings { get; init; }
    public decimal? PayMin { get; init; }
    public decimal? PayMax { get; init; }
    public string? Currency { get; init; }
    public string? PayPeriod { get; init; }
    public bool PayNet { get; init; }
    public IReadOnlyList<Fee> Fees { get; init; } = [];
    public required string Permit { get; init; }
    public DateOnly? StartsOn { get; init; }
    public DateOnly? ClosesOn { get; init; }
    public required int ReplyWithinDays { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }
    public required DateTimeOffset UpdatedAt { get; init; }
    public DateTimeOffset? PublishedAt { get; init; }
}

/// <summary>A text and the concept it was understood as.</summary>
/// <param name="Text">As written.</param>
/// <param name="Uri">The concept's URI; null when the text was not recognised.</param>
public sealed record ConceptRef(string Text, string? Uri);

/// <summary>A skill asked for, understood.</summary>
/// <param name="Level">1 to 4.</param>
public sealed record SkillNeed(ConceptRef Skill, int Level, bool Required);

/// <summary>A certificate asked for, understood.</summary>
/// <param name="MinLevel">1 to 5.</param>
public sealed record CertificateNeed(string Scheme, string? Field, int MinLevel, bool Required);

/// <summary>A language asked for, understood.</summary>
/// <param name="Rank">The level as a comparable number 1 (A1, HSK 1) to 6 (C2, HSK 6 and above).</param>
public sealed record LanguageNeed(string Language, string Scale, string Min, int Rank, bool Required);

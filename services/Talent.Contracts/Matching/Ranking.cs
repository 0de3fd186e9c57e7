using Talent.Contracts.Graduates;

namespace Talent.Contracts.Matching;

/// <summary>A ranked list: graduates for a job, or jobs for a graduate.</summary>
/// <param name="Model">The scorer and its version, e.g. <c>additive-1</c>.</param>
/// <param name="Total">How many candidates were ranked in all.</param>
/// <param name="Eligible">How many of them no rule blocks; they come first.</param>
/// <param name="Next">The cursor for the next page; null at the end.</param>
public sealed record RankedPage<T>(string Model, IReadOnlyList<T> Items, int Total, int Eligible, string? Next)
    where T : RankedItem;

/// <summary>One candidate with its reasons.</summary>
public abstract record RankedItem
{
    public required Guid Id { get; init; }
    /// <summary>0 to 1: the share of the raw value that this job could give at most.</summary>
    public required double Score { get; init; }
    /// <summary>The sum of all contributions' effects, exactly.</summary>
    public required double Raw { get; init; }
    /// <summary>1 for the first of the whole list.</summary>
    public required int Rank { get; init; }
    public required bool Eligible { get; init; }
    public required IReadOnlyList<Blocker> Blockers { get; init; }
    public required IReadOnlyList<Contribution> Contributions { get; init; }
    public required IReadOnlyList<SkillGap> Gaps { get; init; }
}

/// <summary>A graduate ranked for a job.</summary>
public sealed record RankedGraduate : RankedItem
{
    public required GraduateView Graduate { get; init; }
}

/// <summary>A job ranked for a graduate.</summary>
public sealed record RankedJob : RankedItem
{
    public required JobSummary Job { get; init; }
}

/// <summary>A hard rule that is not met.</summary>
/// <param name="Rule">A stable code: <c>permit</c>, <c>mode</c>, <c>language</c>, <c>certificate</c>, <c>education</c>,
/// <c>dates</c>, <c>overlap</c>, <c>country</c>, <c>contract</c>.</param>
/// <param name="Message">What is not met, in the reader's language.</param>
/// <param name="Cure">What would cure it, in the reader's language.</param>
public sealed record Blocker(string Rule, string Message, string Cure);

/// <summary>What one feature adds to the raw value.</summary>
/// <param name="Feature">A stable code; a skill's is <c>skill:URI</c>.</param>
/// <param name="Label">The feature in the reader's language.</param>
/// <param name="Value">The feature's value, 0 to 1.</param>
/// <param name="Effect">What it adds; the effects of all contributions sum to the raw value.</param>
/// <param name="Max">What it could add at most.</param>
/// <param name="Note">A short plain-language reason, e.g. <c>level 3 of 3, certified</c>.</param>
public sealed record Contribution(
    string Feature, string Label, double Value, double Effect, double Max, string? Note);

/// <summary>A skill that the job asks for above what the graduate has.</summary>
/// <param name="Have">0 when the graduate does not have it.</param>
/// <param name="Courses">Courses that teach it (none are known yet).</param>
/// <param name="UnlocksJobs">How many more published jobs ask for this skill at or below the needed level.</param>
public sealed record SkillGap(
    string Skill, string Label, int Have, int Need, bool Required, IReadOnlyList<string> Courses, int UnlocksJobs);

/// <summary>A job in a list.</summary>
public sealed record JobSummary
{
    public required Guid Id { get; init; }
    public required string Title { get; init; }
    public required string Language { get; init; }
    public required string OrganisationName { get; init; }
    public required string State { get; init; }
    public required string Mode { get; init; }
    public required string Country { get; init; }
    public string? City { get; init; }
    public required string Zone { get; init; }
    public required string Contract { get; init; }
    public int Openings { get; init; }
    public string? OccupationUri { get; init; }
    public string? OccupationLabel { get; init; }
    public IReadOnlyList<string> Skills { get; init; } = [];
    public decimal? PayMin { get; init; }
    public decimal? PayMax { get; init; }
    public string? Currency { get; init; }
    public string? PayPeriod { get; init; }
    public DateOnly? ClosesOn { get; init; }
    public DateTimeOffset? PublishedAt { get; init; }
}

/// <summary>How one cohort stands in the market.</summary>
/// <param name="Graduates">Profiles known to matching.</param>
/// <param name="WithStrongMatch">Graduates eligible for at least one published job with a strong score.</param>
/// <param name="StrongScore">The score from which a match counts as strong.</param>
public sealed record CohortStanding(string Cohort, int Graduates, int WithStrongMatch, double StrongScore);

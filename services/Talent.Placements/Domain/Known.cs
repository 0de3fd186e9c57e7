using Talent.Contracts.Jobs;

namespace Talent.Placements.Domain;

/// <summary>The newest that is known here of a job.</summary>
sealed class KnownJob
{
    public required Guid Id { get; init; }
    public required int Version { get; set; }
    public long Change { get; private set; }
    public required Guid OrganisationId { get; set; }
    public required string OrganisationName { get; set; }
    public required string State { get; set; }
    public required string Title { get; set; }
    /// <summary>Title in lower case, to be searched.</summary>
    public required string TitleKey { get; set; }
    public required string Language { get; set; }
    public required string Country { get; set; }
    public required JobNeed Need { get; set; }

    public JobFacts Facts => new(Id, OrganisationId, Need.Contract, Need.Zone, Need.ReplyWithinDays);
}

/// <summary>The newest that is known here of a graduate: no more of the profile than placements need.</summary>
sealed class KnownGraduate
{
    public required Guid Id { get; init; }
    public required int Version { get; set; }
    public long Change { get; private set; }
    /// <summary>Null until the graduate signs in for the first time.</summary>
    public required Guid? AccountId { get; set; }
    /// <summary>In lower case.</summary>
    public required string? Email { get; set; }
    public required string Name { get; set; }
    /// <summary>Name in lower case, to be searched.</summary>
    public required string NameKey { get; set; }
    public required string Country { get; set; }
    public required string Zone { get; set; }
    public required string Hours { get; set; }
    /// <summary>ISO 4217 currency that the graduate reckons in; null: not said.</summary>
    public required string? Currency { get; set; }
    public required Guid? CollegeId { get; set; }
    public required string? College { get; set; }
    public required string? Cohort { get; set; }
    public required string? Programme { get; set; }
    public required bool Removed { get; set; }
}

/// <summary>The newest that is known here of an organisation.</summary>
sealed class KnownOrganisation
{
    public required Guid Id { get; init; }
    public required int Version { get; set; }
    public required string Kind { get; set; }
    public required string Name { get; set; }
    public required bool Verified { get; set; }
}

/// <summary>The openings of a job and how many of them are taken. Whoever takes one changes the row in the database
/// alone, so that two at once never take the same.</summary>
sealed class Seats
{
    public required Guid JobId { get; init; }
    public required int Openings { get; set; }
    public required int Filled { get; set; }
}

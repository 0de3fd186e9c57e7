namespace Talent.Placements.Domain;

/// <summary>A time that is taken: of a job, where each start is there once, and of a graduate, who is in one place at a
/// time. It goes when the interview is moved or cancelled.</summary>
sealed class Booking
{
    public required Guid InterviewId { get; init; }
    public required Guid JobId { get; init; }
    public required Guid GraduateId { get; init; }
    public required DateTimeOffset Start { get; set; }
    public required DateTimeOffset End { get; set; }
}

/// <summary>Where a person's calendar program reads their interviews; the secret in its address is kept as a hash.</summary>
sealed class CalendarSubscription
{
    public required Guid AccountId { get; init; }
    public required string Role { get; set; }
    /// <summary>Whose interviews it shows; null for a graduate's own.</summary>
    public required Guid? OrganisationId { get; set; }
    /// <summary>The graduate's verified address, by which a profile is known before it is tied to the account.</summary>
    public required string Email { get; set; }
    public required string Language { get; set; }
    /// <summary>SHA-256 in hex.</summary>
    public required string SecretHash { get; set; }
    public required DateTimeOffset Since { get; set; }
}

/// <summary>A rate that the office entered.</summary>
sealed class ExchangeRateRow
{
    public required string Currency { get; init; }
    public required decimal PerDollar { get; set; }
    public required DateOnly On { get; set; }
    public required string Source { get; set; }
}

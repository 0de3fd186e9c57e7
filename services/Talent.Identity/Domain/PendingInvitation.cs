namespace Talent.Identity.Domain;

/// <summary>Somebody was asked to join an organisation; the row goes with the answer.</summary>
sealed class PendingInvitation
{
    /// <summary>Invitations of an organisation that may wait at once.</summary>
    public const int Most = 50;
    public static readonly TimeSpan Lifetime = TimeSpan.FromDays(7);

    public required Guid Id { get; init; }
    public required Guid OrganisationId { get; init; }
    /// <summary>In lower case.</summary>
    public required string Email { get; init; }
    public required string Role { get; init; }
    /// <summary>SHA-256 of the link's token.</summary>
    public required byte[] Hash { get; init; }
    public required string InvitedBy { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }
    public required DateTimeOffset ExpiresAt { get; init; }
}

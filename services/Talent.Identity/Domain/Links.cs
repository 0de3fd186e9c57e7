namespace Talent.Identity.Domain;

/// <summary>A link that works once, by the SHA-256 of its token.</summary>
sealed class SingleUseLink
{
    /// <summary>Sets a new password.</summary>
    public const string Reset = "reset";
    /// <summary>Makes the first programme office.</summary>
    public const string SetUp = "set-up";

    public required byte[] Hash { get; init; }
    public required string Purpose { get; init; }
    /// <summary>Null when nobody has the address it was asked for, and for the set-up link.</summary>
    public Guid? AccountId { get; init; }
    /// <summary>Null: until it is used.</summary>
    public DateTimeOffset? ExpiresAt { get; init; }
    public DateTimeOffset? UsedAt { get; set; }
}

/// <summary>What somebody registered with, until the link in the mail is followed.</summary>
sealed class Registration
{
    public required Guid Id { get; init; }
    public required byte[] Hash { get; init; }
    public required string Email { get; init; }
    public required string NormalizedEmail { get; init; }
    public required string PasswordHash { get; init; }
    public required string Name { get; init; }
    public required string Language { get; init; }
    public required string Zone { get; init; }
    /// <summary><c>graduate</c>, <c>employer</c> or <c>coordinator</c>.</summary>
    public required string As { get; init; }
    public NewOrganisation? Organisation { get; init; }
    /// <summary>The address had an account already: the link was never sent.</summary>
    public required bool IsVoid { get; init; }
    public required DateTimeOffset ExpiresAt { get; init; }
    public DateTimeOffset? UsedAt { get; set; }
}

/// <summary>The organisation that somebody registers together with the account; checked already.</summary>
/// <param name="Kind">One of <see cref="Talent.Contracts.Identity.OrganisationKinds"/>.</param>
/// <param name="Country">ISO 3166-1 alpha-2.</param>
sealed record NewOrganisation(
    string Name, string Kind, string Country, string? RegistrationNumber, string? Website = null);

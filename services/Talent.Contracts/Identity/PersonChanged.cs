namespace Talent.Contracts.Identity;

/// <summary>An account was made or changed, or somebody joined, left or got another role in an organisation. Carries
/// all of it; one with a lower version than the one known is ignored.</summary>
/// <param name="Language">One of the platform's languages.</param>
/// <param name="Zone">IANA time zone.</param>
/// <param name="Version">Rises with each change of the person or of the memberships.</param>
public sealed record PersonChanged(
    Guid AccountId, string Name, string Email, string Language, string Zone,
    IReadOnlyList<PersonMembership> Memberships, long Version);

/// <param name="Kind">Of the organisation: <c>enterprise</c>, <c>college</c> or <c>office</c>.</param>
public sealed record PersonMembership(Guid OrganisationId, string Kind, string MemberRole);

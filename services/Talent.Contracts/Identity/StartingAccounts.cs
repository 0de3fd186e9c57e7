namespace Talent.Contracts.Identity;

/// <summary>Accounts and organisations that an installation begins with: the demo's. What exists already stays as it is.</summary>
public sealed record StartingAccounts(
    IReadOnlyList<StartingOrganisation> Organisations, IReadOnlyList<StartingAccount> Accounts);

/// <summary>An organisation to begin with: verified, or, with papers, waiting for the office to look at it.</summary>
/// <param name="Kind">One of <see cref="OrganisationKinds"/>.</param>
/// <param name="Country">ISO 3166-1 alpha-2.</param>
/// <param name="RegistrationNumber">As in <see cref="OrganisationInput"/>.</param>
/// <param name="Paper">A PDF; the organisation waits for the office's decision.</param>
public sealed record StartingOrganisation(
    Guid Id, string Kind, string Name, string Country, string? RegistrationNumber = null, byte[]? Paper = null);

/// <summary>An account to begin with; no second factor is asked of it.</summary>
/// <param name="OrganisationId">The organisation it is a member of; null for a graduate.</param>
/// <param name="MemberRole">One of <see cref="MemberRoles"/>; null without an organisation.</param>
public sealed record StartingAccount(
    Guid Id, string Email, string Name, string Password, Guid? OrganisationId, string? MemberRole);

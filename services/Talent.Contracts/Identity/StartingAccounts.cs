namespace Talent.Contracts.Identity;

/// <summary>Accounts and organisations that an installation begins with: the demo's. What exists already stays as it is.</summary>
public sealed record StartingAccounts(
    IReadOnlyList<StartingOrganisation> Organisations, IReadOnlyList<StartingAccount> Accounts);

/// <summary>A verified organisation to begin with.</summary>
/// <param name="Kind">One of <see cref="OrganisationKinds"/>.</param>
/// <param name="Country">ISO 3166-1 alpha-2.</param>
public sealed record StartingOrganisation(Guid Id, string Kind, string Name, string Country);

/// <summary>An account to begin with; no second factor is asked of it.</summary>
/// <param name="OrganisationId">The organisation it is a member of; null for a graduate.</param>
/// <param name="MemberRole">One of <see cref="MemberRoles"/>; null without an organisation.</param>
public sealed record StartingAccount(
    Guid Id, string Email, string Name, string Password, Guid? OrganisationId, string? MemberRole);

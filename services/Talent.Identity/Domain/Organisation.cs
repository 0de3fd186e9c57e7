using Talent.Contracts.Identity;
using Talent.Platform;

namespace Talent.Identity.Domain;

/// <summary>An enterprise, a college or the programme office.</summary>
sealed class Organisation
{
    Organisation()
    {
    }

    public Guid Id { get; private set; }
    public string Kind { get; private set; } = "";
    public string Name { get; private set; } = "";
    /// <summary>ISO 3166-1 alpha-2.</summary>
    public string? Country { get; private set; }
    public string? RegistrationNumber { get; private set; }
    /// <summary>One of <see cref="OrganisationStates"/>.</summary>
    public string State { get; private set; } = "";
    public int Version { get; private set; }
    public DateTimeOffset CreatedAt { get; private set; }

    /// <summary>A new one that nobody has looked at.</summary>
    public static Organisation Found(NewOrganisation described, DateTimeOffset now) => new()
    {
        Id = OrderedIds.Next(now),
        Kind = described.Kind,
        Name = described.Name,
        Country = described.Country,
        RegistrationNumber = described.RegistrationNumber,
        State = OrganisationStates.Unverified,
        Version = 1,
        CreatedAt = now,
    };

    /// <summary>One that needs no decision: the programme office itself, the demo's.</summary>
    public static Organisation Trusted(Guid id, string kind, string name, string? country, DateTimeOffset now) => new()
    {
        Id = id,
        Kind = kind,
        Name = name,
        Country = country,
        State = OrganisationStates.Verified,
        Version = 1,
        CreatedAt = now,
    };
}

/// <summary>A person's belonging to an organisation.</summary>
sealed class Membership
{
    public required Guid OrganisationId { get; init; }
    public required Guid AccountId { get; init; }
    /// <summary>One of <see cref="MemberRoles"/>.</summary>
    public required string Role { get; set; }
    public required DateTimeOffset JoinedAt { get; init; }
}

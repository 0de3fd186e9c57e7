using Talent.Contracts.Identity;
using Talent.Platform;

namespace Talent.Identity.Domain;

/// <summary>An enterprise, a college or the programme office. Its papers are looked at by the office: unverified →
/// submitted → verified or refused; a verified one may be suspended, and one that was refused or suspended may be
/// submitted again.</summary>
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
    public string? Website { get; private set; }
    /// <summary>One of <see cref="OrganisationStates"/>.</summary>
    public string State { get; private set; } = "";
    public string? Reason { get; private set; }
    public string? DecidedBy { get; private set; }
    public DateTimeOffset? DecidedAt { get; private set; }
    public DateTimeOffset? SubmittedAt { get; private set; }
    /// <summary>Rises with each change; two changes at once: the second is refused.</summary>
    public int Version { get; private set; }
    /// <summary>Rises when a member's role changes or a member goes, so that two people cannot remove each
    /// other.</summary>
    public int MembersVersion { get; private set; }
    public DateTimeOffset CreatedAt { get; private set; }
    public DateTimeOffset UpdatedAt { get; private set; }

    public bool IsVerified => State == OrganisationStates.Verified;

    /// <summary>A new one that nobody has looked at.</summary>
    public static Organisation Found(NewOrganisation described, DateTimeOffset now) => new()
    {
        Id = OrderedIds.Next(now),
        Kind = described.Kind,
        Name = described.Name,
        Country = described.Country,
        RegistrationNumber = described.RegistrationNumber,
        Website = described.Website,
        State = OrganisationStates.Unverified,
        Version = 1,
        CreatedAt = now,
        UpdatedAt = now,
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
        UpdatedAt = now,
    };

    /// <summary>One that waits for the office's decision.</summary>
    public static Organisation Waiting(Guid id, NewOrganisation described, DateTimeOffset now)
    {
        var organisation = Found(described, now);
        organisation.Id = id;
        organisation.Submit(now);
        return organisation;
    }

    /// <summary>Describes it anew. What the office looked at counts no more when the name, the country or the number is
    /// another.</summary>
    public void Describe(NewOrganisation described, DateTimeOffset now)
    {
        var another = described.Name != Name || described.Country != Country
            || described.RegistrationNumber != RegistrationNumber;
        (Name, Country) = (described.Name, described.Country);
        (RegistrationNumber, Website) = (described.RegistrationNumber, described.Website);
        if (another && State is OrganisationStates.Verified or OrganisationStates.Submitted)
            (State, Reason, DecidedBy, DecidedAt) = (OrganisationStates.Unverified, null, null, null);
        Touch(now);
    }

    /// <summary>Asks the office to look at it; false when it waits already or is verified.</summary>
    public bool Submit(DateTimeOffset now)
    {
        if (State is OrganisationStates.Submitted or OrganisationStates.Verified)
            return false;
        (State, SubmittedAt) = (OrganisationStates.Submitted, now);
        Touch(now);
        return true;
    }

    /// <summary>The states in which a decision can be taken.</summary>
    public static IReadOnlyList<string> StatesFor(string decision) => decision switch
    {
        OrganisationStates.Verified => [OrganisationStates.Submitted, OrganisationStates.Suspended],
        OrganisationStates.Refused => [OrganisationStates.Submitted],
        _ => [OrganisationStates.Verified],
    };

    /// <summary>The office decides; false when its state does not allow that.</summary>
    public bool Decide(string decision, string? reason, string decidedBy, DateTimeOffset now)
    {
        if (!StatesFor(decision).Contains(State, StringComparer.Ordinal))
            return false;
        (State, Reason, DecidedBy, DecidedAt) = (decision, reason, decidedBy, now);
        Touch(now);
        return true;
    }

    /// <summary>Its papers changed.</summary>
    public void Touch(DateTimeOffset now)
    {
        Version++;
        UpdatedAt = now;
    }

    /// <summary>Its members changed.</summary>
    public void ChangeMembers() => MembersVersion++;

    /// <summary>What other services are told.</summary>
    public OrganisationChanged ToEvent() => new(Id, Kind, Name, Country ?? "", IsVerified, Version);
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

using Talent.Platform;

namespace Talent.Identity.Domain;

/// <summary>Being signed in at one place. Its secret is kept as SHA-256 only.</summary>
sealed class Session
{
    /// <summary>However much it is used.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromDays(30);
    /// <summary>When it is not used.</summary>
    public static readonly TimeSpan LongestIdle = TimeSpan.FromDays(7);

    Session()
    {
    }

    public Guid Id { get; private set; }
    public Guid AccountId { get; private set; }
    public byte[] SecretHash { get; private set; } = [];
    public DateTimeOffset CreatedAt { get; private set; }
    public DateTimeOffset LastSeenAt { get; private set; }
    public string? Address { get; private set; }
    public string Device { get; private set; } = "";
    /// <summary>The organisation it acts for; null: as a graduate.</summary>
    public Guid? ActingOrganisationId { get; private set; }
    /// <summary>Whether more than the password was shown: a code, a recovery code or a passkey.</summary>
    public bool SecondFactor { get; private set; }
    public DateTimeOffset ExpiresAt { get; private set; }
    public DateTimeOffset? RevokedAt { get; private set; }

    public static Session Begin(
        Account account, byte[] secretHash, string? address, string device, bool secondFactor, DateTimeOffset now) => new()
        {
            Id = OrderedIds.Next(now),
            AccountId = account.Id,
            SecretHash = secretHash,
            CreatedAt = now,
            LastSeenAt = now,
            Address = address,
            Device = device,
            ActingOrganisationId = account.ActsFor,
            SecondFactor = secondFactor,
            ExpiresAt = now + Longest,
        };

    /// <summary>When it ends if it is not used before.</summary>
    public DateTimeOffset EndsAt => LastSeenAt + LongestIdle < ExpiresAt ? LastSeenAt + LongestIdle : ExpiresAt;

    public bool IsOpen(DateTimeOffset now) => RevokedAt is null && now < EndsAt;

    public void See(string? address, DateTimeOffset now)
    {
        LastSeenAt = now;
        Address = address ?? Address;
    }

    public void Act(Guid? organisation) => ActingOrganisationId = organisation;

    public void Strengthen() => SecondFactor = true;

    public void Revoke(DateTimeOffset now) => RevokedAt ??= now;
}

/// <summary>A refresh token that was given out, by its SHA-256. It is kept after use: whoever brings it again has a copy,
/// or had it copied.</summary>
sealed class RefreshToken
{
    public required byte[] Hash { get; init; }
    public required Guid SessionId { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }
    public DateTimeOffset? UsedAt { get; set; }
}

/// <summary>One of the codes for when the authenticator app is away; the row goes when it is used.</summary>
sealed class RecoveryCode
{
    public required Guid AccountId { get; init; }
    public required byte[] Hash { get; init; }
}

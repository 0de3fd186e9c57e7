using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Talent.Platform;

namespace Talent.Identity.Domain;

/// <summary>An API key of an organisation, by the SHA-256 of the key.</summary>
sealed class OrganisationKey
{
    /// <summary>Keys an organisation may have.</summary>
    public const int Most = 20;
    const int ShownStart = 8;

    OrganisationKey()
    {
    }

    public Guid Id { get; private set; }
    public Guid OrganisationId { get; private set; }
    public string Name { get; private set; } = "";
    public byte[] Hash { get; private set; } = [];
    /// <summary>The first characters, to recognise it by.</summary>
    public string Start { get; private set; } = "";
    /// <summary>Space-separated.</summary>
    public string Scopes { get; private set; } = "";
    public string CreatedBy { get; private set; } = "";
    public DateTimeOffset CreatedAt { get; private set; }
    public DateTimeOffset ExpiresAt { get; private set; }
    public DateTimeOffset? LastUsedAt { get; private set; }
    public string? LastUsedFrom { get; private set; }

    /// <summary>A new one, and the key itself, which is kept nowhere.</summary>
    public static (OrganisationKey Row, string Key) Make(
        Guid organisation, string name, IEnumerable<string> scopes, string createdBy, DateTimeOffset expiresAt,
        DateTimeOffset now)
    {
        var key = "tk_" + Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));
        return (new OrganisationKey
        {
            Id = OrderedIds.Next(now),
            OrganisationId = organisation,
            Name = name,
            Hash = HashOf(key),
            Start = key[..ShownStart],
            Scopes = string.Join(' ', scopes),
            CreatedBy = createdBy,
            CreatedAt = now,
            ExpiresAt = expiresAt,
        }, key);
    }

    /// <summary>What a key is found by. A key has 256 random bits, so no salt and no slow hash are needed.</summary>
    public static byte[] HashOf(string key) => SHA256.HashData(Encoding.UTF8.GetBytes(key));
}

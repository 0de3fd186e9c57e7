using System.Collections.Frozen;
using System.Text.Json;
using Microsoft.Extensions.Configuration;
using Microsoft.IdentityModel.Tokens;

namespace Talent.Platform.Security;

/// <summary>The public keys that access tokens are checked with: the set that the identity service writes to
/// <c>jwks.json</c> in the folder of keys, which the processes of an installation share (<c>Talent:Keys</c>).</summary>
public sealed class PublishedKeys(IConfiguration configuration, TimeProvider clock)
{
    // A key that was withdrawn is trusted no longer than this.
    static readonly TimeSpan LongestTrust = TimeSpan.FromMinutes(1);
    static readonly TimeSpan ShortestPause = TimeSpan.FromSeconds(1);

    readonly string _path = PathIn(DataFolder.Keys(configuration));
    readonly Lock _reading = new();
    FrozenDictionary<string, SecurityKey> _keys = FrozenDictionary<string, SecurityKey>.Empty;
    long? _readAt;

    internal static string PathIn(string keys) => Path.Combine(keys, "jwks.json");

    /// <summary>The set as it is published; null before the identity service has run.</summary>
    public string? ReadSet() => File.Exists(_path) ? File.ReadAllText(_path) : null;

    /// <summary>The key of that id, or none. An unknown id has the file read again, at most once a second: a key that has
    /// just come into use is known at once, and made-up ids cost nothing.</summary>
    public IReadOnlyList<SecurityKey> Named(string? id)
    {
        if (string.IsNullOrEmpty(id))
            return [];
        if (IsOlderThan(LongestTrust) || (!_keys.ContainsKey(id) && IsOlderThan(ShortestPause)))
            Read();
        return _keys.TryGetValue(id, out var key) ? [key] : [];
    }

    bool IsOlderThan(TimeSpan age) => _readAt is not { } at || clock.GetElapsedTime(at) > age;

    void Read()
    {
        lock (_reading)
        {
            _keys = ReadSet() is { } text ? Parse(text) : FrozenDictionary<string, SecurityKey>.Empty;
            _readAt = clock.GetTimestamp();
        }
    }

    static FrozenDictionary<string, SecurityKey> Parse(string text)
    {
        var set = JsonSerializer.Deserialize<KeySet>(text, JsonSerializerOptions.Web)
            ?? throw new InvalidDataException("jwks.json is empty; the identity service writes it anew at its start.");
        // Only what we sign with ourselves: whatever else stood there would not be taken for a key.
        return set.Keys.Where(key => key is { Kty: "EC", Crv: "P-256" }).ToFrozenDictionary(
            key => key.Kid,
            SecurityKey (key) => new JsonWebKey { Kty = key.Kty, Crv = key.Crv, X = key.X, Y = key.Y, KeyId = key.Kid },
            StringComparer.Ordinal);
    }
}

/// <summary>RFC 7517.</summary>
sealed record KeySet(IReadOnlyList<PublicKey> Keys);

/// <summary>RFC 7518, 6.2.1.</summary>
sealed record PublicKey(string Kty, string Crv, string X, string Y, string Kid, string Use = "sig", string Alg = "ES256");

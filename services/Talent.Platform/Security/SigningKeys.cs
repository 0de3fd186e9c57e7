using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.Extensions.Configuration;
using Microsoft.IdentityModel.Tokens;

namespace Talent.Platform.Security;

/// <summary>The ES256 keys that access tokens are signed with: <c>signing/NNNNNNNN.json</c> in the folder of keys, readable
/// by their owner alone. Only the identity service signs. Each key is used for 30 days; the next is published a day before,
/// and the last stays published until the last token signed with it has ended.</summary>
public sealed class SigningKeys
{
    internal static readonly TimeSpan Period = TimeSpan.FromDays(30);
    internal static readonly TimeSpan PublishedBefore = TimeSpan.FromDays(1);
    /// <summary>No token is good for longer.</summary>
    internal static readonly TimeSpan LongestToken = TimeSpan.FromDays(1) + TimeSpan.FromHours(1);

    readonly string _keys;
    readonly string _folder;
    readonly TimeProvider _clock;
    readonly Lock _rotating = new();
    List<Signer> _signers = [];

    public SigningKeys(IConfiguration configuration, TimeProvider clock)
    {
        _clock = clock;
        _keys = DataFolder.Keys(configuration);
        _folder = Path.Combine(_keys, "signing");
        Directory.CreateDirectory(_folder);
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(_folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        Rotate();
    }

    /// <summary>What to sign with now.</summary>
    public SigningCredentials Credentials
    {
        get
        {
            var now = _clock.GetUtcNow();
            var signers = _signers;
            var current = signers.FindLast(signer => signer.ActiveFrom <= now) ?? signers[0];
            return new SigningCredentials(current.Key, SecurityAlgorithms.EcdsaSha256);
        }
    }

    /// <summary>Makes the next key when its time has come, drops what no token needs any more, and publishes the set. May
    /// be called at any time, by several processes at once.</summary>
    public void Rotate()
    {
        lock (_rotating)
        {
            var now = _clock.GetUtcNow();
            var signers = ReadAll();
            if (signers.Count == 0)
                signers = Add(1, now);
            else if (signers[^1].ActiveFrom + Period - PublishedBefore <= now)
                signers = Add(signers[^1].Number + 1, Later(signers[^1].ActiveFrom + Period, now + PublishedBefore));
            for (var index = 0; index < signers.Count - 1; index++)
            {
                if (signers[index + 1].ActiveFrom + LongestToken <= now)
                    File.Delete(PathOf(signers[index].Number));
            }
            _signers = ReadAll();
            Publish();
        }
    }

    static DateTimeOffset Later(DateTimeOffset left, DateTimeOffset right) => left > right ? left : right;

    List<Signer> Add(int number, DateTimeOffset activeFrom)
    {
        using var ecdsa = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var stored = new StoredKey(
            Guid.CreateVersion7().ToString("N"), activeFrom, Convert.ToBase64String(ecdsa.ExportPkcs8PrivateKey()));
        var path = PathOf(number);
        var fresh = $"{path}.{Environment.ProcessId}.{stored.KeyId}";
        OwnersFile.Write(fresh, JsonSerializer.SerializeToUtf8Bytes(stored));
        try
        {
            // Several processes may come here at once: only one file wins the move, all then read the winner's.
            File.Move(fresh, path, overwrite: false);
        }
        catch (IOException) when (File.Exists(path))
        {
            File.Delete(fresh);
        }
        return ReadAll();
    }

    string PathOf(int number) =>
        Path.Combine(_folder, number.ToString("00000000", System.Globalization.CultureInfo.InvariantCulture) + ".json");

    List<Signer> ReadAll() =>
        [.. Directory.GetFiles(_folder, "*.json").Order(StringComparer.Ordinal).Select(Read)];

    static Signer Read(string path)
    {
        var stored = JsonSerializer.Deserialize<StoredKey>(File.ReadAllText(path))
            ?? throw new InvalidDataException($"The key file {path} is empty; delete it to have a new one made.");
        var ecdsa = ECDsa.Create();
        ecdsa.ImportPkcs8PrivateKey(Convert.FromBase64String(stored.Pkcs8), out _);
        var number = int.Parse(Path.GetFileNameWithoutExtension(path), System.Globalization.CultureInfo.InvariantCulture);
        return new Signer(number, stored.ActiveFrom, new ECDsaSecurityKey(ecdsa) { KeyId = stored.KeyId });
    }

    void Publish()
    {
        var set = new KeySet([.. _signers.Select(signer => Public(signer.Key))]);
        var text = JsonSerializer.SerializeToUtf8Bytes(set, JsonSerializerOptions.Web);
        var path = PublishedKeys.PathIn(_keys);
        if (File.Exists(path) && File.ReadAllBytes(path).AsSpan().SequenceEqual(text))
            return;
        var fresh = $"{path}.{Environment.ProcessId}.{Guid.CreateVersion7():N}";
        File.WriteAllBytes(fresh, text);
        File.Move(fresh, path, overwrite: true);
    }

    static PublicKey Public(ECDsaSecurityKey key)
    {
        var point = key.ECDsa.ExportParameters(includePrivateParameters: false).Q;
        return new PublicKey(
            "EC", "P-256", Base64UrlEncoder.Encode(point.X), Base64UrlEncoder.Encode(point.Y), key.KeyId);
    }

    sealed record StoredKey(string KeyId, DateTimeOffset ActiveFrom, string Pkcs8);

    sealed record Signer(int Number, DateTimeOffset ActiveFrom, ECDsaSecurityKey Key);
}

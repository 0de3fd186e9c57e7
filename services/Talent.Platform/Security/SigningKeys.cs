using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.Extensions.Configuration;
using Microsoft.IdentityModel.Tokens;

namespace Talent.Platform.Security;

/// <summary>The ES256 key that signs access tokens, kept in the <c>keys</c> folder. Processes of one installation
/// share the folder (<c>Talent:Keys</c>, default <c>DATA/keys</c>), so each accepts what another signed.</summary>
public sealed class SigningKeys
{
    readonly ECDsaSecurityKey _key;

    public SigningKeys(IConfiguration configuration)
    {
        var folder = DataFolder.Keys(configuration);
        var path = Path.Combine(folder, "access-token.json");
        _key = ReadOrCreate(path);
    }

    public SecurityKey PublicAndPrivate => _key;

    public SigningCredentials Credentials => new(_key, SecurityAlgorithms.EcdsaSha256);

    static ECDsaSecurityKey ReadOrCreate(string path)
    {
        for (var attempt = 0; ; attempt++)
        {
            if (File.Exists(path))
                return Read(path);
            // Several processes may start at once: only one file wins the move, all then read the winner's.
            var fresh = $"{path}.{Environment.ProcessId}.{attempt}";
            File.WriteAllText(fresh, Create());
            if (!OperatingSystem.IsWindows())
                File.SetUnixFileMode(fresh, UnixFileMode.UserRead | UnixFileMode.UserWrite);
            try
            {
                File.Move(fresh, path, overwrite: false);
            }
            catch (IOException) when (File.Exists(path))
            {
                File.Delete(fresh);
            }
        }
    }

    static string Create()
    {
        using var ecdsa = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        return JsonSerializer.Serialize(new StoredKey(
            Guid.CreateVersion7().ToString("N"), Convert.ToBase64String(ecdsa.ExportPkcs8PrivateKey())));
    }

    static ECDsaSecurityKey Read(string path)
    {
        var stored = JsonSerializer.Deserialize<StoredKey>(File.ReadAllText(path))
            ?? throw new InvalidDataException($"The key file {path} is empty; delete it to have a new one made.");
        var ecdsa = ECDsa.Create();
        ecdsa.ImportPkcs8PrivateKey(Convert.FromBase64String(stored.Pkcs8), out _);
        return new ECDsaSecurityKey(ecdsa) { KeyId = stored.KeyId };
    }

    sealed record StoredKey(string KeyId, string Pkcs8);
}

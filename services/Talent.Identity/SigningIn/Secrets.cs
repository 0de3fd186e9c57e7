using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Talent.Identity.SigningIn;

/// <summary>Random secrets that are handed out once and kept as SHA-256. They have 256 bits, so a plain hash is enough.</summary>
static class Secrets
{
    public static (string Text, byte[] Hash) Make()
    {
        var text = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));
        return (text, HashOf(text));
    }

    public static byte[] HashOf(string text) => SHA256.HashData(Encoding.UTF8.GetBytes(text));
}

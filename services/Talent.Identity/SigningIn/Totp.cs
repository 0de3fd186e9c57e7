using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Talent.Identity.SigningIn;

/// <summary>Codes of an authenticator app: RFC 6238 with what all apps take, HMAC-SHA1, 30 seconds, six digits.</summary>
static class Totp
{
    public const int KeyBytes = 20;
    const string Letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    public static long StepOf(DateTimeOffset now) => now.ToUnixTimeSeconds() / 30;

    public static string CodeOf(ReadOnlySpan<byte> key, long step)
    {
        Span<byte> counter = stackalloc byte[8];
        BinaryPrimitives.WriteInt64BigEndian(counter, step);
        Span<byte> hash = stackalloc byte[20];
#pragma warning disable CA5350 // The algorithm that authenticator apps know; HMAC-SHA1 is not broken.
        HMACSHA1.HashData(key, counter, hash);
#pragma warning restore CA5350
        var number = BinaryPrimitives.ReadInt32BigEndian(hash[(hash[^1] & 0x0F)..]) & int.MaxValue;
        return (number % 1_000_000).ToString("000000", CultureInfo.InvariantCulture);
    }

    /// <summary>The time step that a code belongs to, at most one off and later than the last one taken; else null.</summary>
    public static long? Find(ReadOnlySpan<byte> key, string code, long step, long lastTaken)
    {
        var given = Encoding.ASCII.GetBytes(code);
        for (var candidate = Math.Max(step - 1, lastTaken + 1); candidate <= step + 1; candidate++)
        {
            if (CryptographicOperations.FixedTimeEquals(given, Encoding.ASCII.GetBytes(CodeOf(key, candidate))))
                return candidate;
        }
        return null;
    }

    /// <summary>RFC 4648 base32 without padding; the number of bits is a multiple of five.</summary>
    public static string Base32(ReadOnlySpan<byte> bytes)
    {
        var text = new StringBuilder(bytes.Length * 8 / 5);
        var (buffer, bits) = (0, 0);
        foreach (var value in bytes)
        {
            (buffer, bits) = ((buffer << 8) | value, bits + 8);
            for (; bits >= 5; bits -= 5)
                text.Append(Letters[(buffer >> (bits - 5)) & 31]);
            buffer &= (1 << bits) - 1;
        }
        return text.ToString();
    }
}

using System.Buffers.Binary;
using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Talent.Matching.Search;

/// <summary>The place of a hit in the order of a search: larger keys first, then the later id. The id makes it total, so that pages
/// neither repeat nor skip a hit.</summary>
readonly record struct SortKey(double First, double Second, Guid Id) : IComparable<SortKey>
{
    public int CompareTo(SortKey other)
    {
        var order = other.First.CompareTo(First);
        if (order == 0)
            order = other.Second.CompareTo(Second);
        return order == 0 ? other.Id.CompareTo(Id) : order;
    }
}

/// <summary>The text form of the last hit's <see cref="SortKey"/>, bound to the query that it pages through.</summary>
static class Cursor
{
    const int QueryBytes = 8;

    public static string Write(SortKey key, string query)
    {
        Span<byte> bytes = stackalloc byte[QueryBytes + 32];
        Fingerprint(query, bytes);
        BinaryPrimitives.WriteDoubleBigEndian(bytes[QueryBytes..], key.First);
        BinaryPrimitives.WriteDoubleBigEndian(bytes[(QueryBytes + 8)..], key.Second);
        key.Id.TryWriteBytes(bytes[(QueryBytes + 16)..]);
        return Base64Url.EncodeToString(bytes);
    }

    /// <summary>False when the text is no cursor, or one of another query.</summary>
    public static bool TryRead(string text, string query, out SortKey key)
    {
        Span<byte> bytes = stackalloc byte[QueryBytes + 32];
        Span<byte> expected = stackalloc byte[QueryBytes];
        Fingerprint(query, expected);
        key = default;
        if (text.Length > 64 || !Base64Url.IsValid(text) || !Base64Url.TryDecodeFromChars(text, bytes, out var length)
            || length != bytes.Length || !bytes[..QueryBytes].SequenceEqual(expected))
            return false;
        key = new(
            BinaryPrimitives.ReadDoubleBigEndian(bytes[QueryBytes..]),
            BinaryPrimitives.ReadDoubleBigEndian(bytes[(QueryBytes + 8)..]),
            new(bytes[(QueryBytes + 16)..]));
        return true;
    }

    static void Fingerprint(string query, Span<byte> target)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes(query), hash);
        hash[..QueryBytes].CopyTo(target);
    }
}

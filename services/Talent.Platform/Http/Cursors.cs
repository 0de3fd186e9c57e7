using System.Buffers.Text;

namespace Talent.Platform.Http;

/// <summary>Opaque cursors of paged lists.</summary>
public static class Cursors
{
    public const int DefaultLimit = 20;
    public const int MostLimit = 100;

    /// <summary>A cursor that continues after an id.</summary>
    public static string After(Guid id) => Base64Url.EncodeToString(id.ToByteArray(bigEndian: true));

    /// <summary>Reads a cursor; null: from the start. False when it is none of ours.</summary>
    public static bool TryRead(string? cursor, out Guid? after)
    {
        after = null;
        if (string.IsNullOrEmpty(cursor))
            return true;
        Span<byte> bytes = stackalloc byte[16];
        if (cursor.Length != 22 || !Base64Url.IsValid(cursor)
            || !Base64Url.TryDecodeFromChars(cursor, bytes, out var written) || written != 16)
            return false;
        after = new Guid(bytes, bigEndian: true);
        return true;
    }

    /// <summary>The problem of a cursor that is none of ours.</summary>
    public static FieldProblem UnknownCursor() => new("after", "unknown-cursor", ProblemTexts.Of("unknown-cursor", "after"));

    /// <summary>What is wrong with paging parameters; null when nothing is.</summary>
    public static FieldProblem? Check(int? limit, string? cursor) =>
        limit is < 1 or > MostLimit
            ? new FieldProblem("limit", "number-out-of-range", ProblemTexts.Of("number-out-of-range", "limit", limit, 1, MostLimit))
            : TryRead(cursor, out _)
                ? null
                : UnknownCursor();
}

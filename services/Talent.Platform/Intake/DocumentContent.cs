using System.Buffers.Binary;

namespace Talent.Platform.Intake;

/// <summary>What an uploaded paper is, by its bytes: neither its name nor what the sender says counts.</summary>
public static class DocumentContent
{
    // Readers of PDF look for the end within the last kilobyte.
    const int PdfTail = 1024;
    // Cameras put notes of their own behind a picture.
    const int JpegTail = 64 * 1024;

    /// <summary><c>application/pdf</c>, <c>image/png</c> or <c>image/jpeg</c>; null for anything else, also for a file
    /// that only begins like one of them.</summary>
    public static string? MediaTypeOf(ReadOnlySpan<byte> content) =>
        IsPdf(content) ? "application/pdf"
        : IsPng(content) ? "image/png"
        : IsJpeg(content) ? "image/jpeg"
        : null;

    static bool IsPdf(ReadOnlySpan<byte> content) =>
        content.Length > 8 && (content.StartsWith("%PDF-1."u8) || content.StartsWith("%PDF-2."u8))
        && content[^Math.Min(content.Length, PdfTail)..].IndexOf("%%EOF"u8) >= 0;

    // Signature, header of 13 bytes with a size that is not nothing, and the end that every image has.
    static bool IsPng(ReadOnlySpan<byte> content) =>
        content.Length > 45
        && content.StartsWith((ReadOnlySpan<byte>)[0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A])
        && BinaryPrimitives.ReadUInt32BigEndian(content[8..]) == 13 && content[12..].StartsWith("IHDR"u8)
        && BinaryPrimitives.ReadInt32BigEndian(content[16..]) > 0 && BinaryPrimitives.ReadInt32BigEndian(content[20..]) > 0
        && content[^12..].StartsWith((ReadOnlySpan<byte>)[0, 0, 0, 0, (byte)'I', (byte)'E', (byte)'N', (byte)'D']);

    static bool IsJpeg(ReadOnlySpan<byte> content) =>
        content.Length > 4
        && content.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF]) && content[3] >= 0xC0
        && content[^Math.Min(content.Length - 4, JpegTail)..].LastIndexOf((ReadOnlySpan<byte>)[0xFF, 0xD9]) >= 0;
}

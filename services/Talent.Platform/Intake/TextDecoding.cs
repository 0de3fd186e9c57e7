using System.Text;

namespace Talent.Platform.Intake;

/// <summary>Finds the encoding of a text file: the byte order mark; else UTF-16 when there are zero bytes; else UTF-8
/// when the whole file is valid UTF-8; else GB18030, what Excel writes in China.</summary>
public static class TextDecoding
{
    static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);
    static readonly UnicodeEncoding LittleEndian =
        new(bigEndian: false, byteOrderMark: false, throwOnInvalidBytes: true);
    static readonly UnicodeEncoding BigEndian =
        new(bigEndian: true, byteOrderMark: false, throwOnInvalidBytes: true);
    static readonly Encoding Gb18030 = CodePagesEncodingProvider.Instance.GetEncoding(
        "GB18030", EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback)!;

    /// <summary>The text of the file, without a byte order mark.</summary>
    /// <exception cref="IntakeException">The bytes are no text in any of these encodings.</exception>
    public static string Decode(ReadOnlySpan<byte> bytes)
    {
        var (encoding, skip) = Detect(bytes);
        try
        {
            return encoding.GetString(bytes[skip..]);
        }
        catch (DecoderFallbackException) when (ReferenceEquals(encoding, Utf8) && skip == 0)
        {
            return DecodeGb18030(bytes);
        }
        catch (DecoderFallbackException error)
        {
            throw new IntakeException(IntakeErrors.UnknownEncoding(), error);
        }
    }

    static (Encoding Encoding, int Skip) Detect(ReadOnlySpan<byte> bytes) => bytes switch
    {
        [0xEF, 0xBB, 0xBF, ..] => (Utf8, 3),
        [0xFF, 0xFE, ..] => (LittleEndian, 2),
        [0xFE, 0xFF, ..] => (BigEndian, 2),
        // GB18030 has its own mark, too.
        [0x84, 0x31, 0x95, 0x33, ..] => (Gb18030, 4),
        _ => (WithoutMark(bytes[..Math.Min(bytes.Length, 64 * 1024)]), 0),
    };

    // No zero byte occurs in UTF-8 or GB18030 text; in UTF-16 each comma, digit and line break has one.
    static Encoding WithoutMark(ReadOnlySpan<byte> bytes)
    {
        var zeros = (Even: 0, Odd: 0);
        for (var at = 0; at < bytes.Length; at++)
        {
            if (bytes[at] != 0)
                continue;
            zeros = at % 2 == 0 ? (zeros.Even + 1, zeros.Odd) : (zeros.Even, zeros.Odd + 1);
        }
        return zeros switch
        {
            (0, 0) => Utf8,
            var (even, odd) when even > odd => BigEndian,
            _ => LittleEndian,
        };
    }

    static string DecodeGb18030(ReadOnlySpan<byte> bytes)
    {
        try
        {
            return Gb18030.GetString(bytes);
        }
        catch (DecoderFallbackException error)
        {
            throw new IntakeException(IntakeErrors.UnknownEncoding(), error);
        }
    }
}

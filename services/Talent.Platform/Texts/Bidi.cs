using System.Text;

namespace Talent.Platform.Texts;

/// <summary>Keeps foreign words from reordering the sentence that they stand in, where no markup can: a name, a title or
/// a code of the other writing direction is put between Unicode's isolates.</summary>
public static class Bidi
{
    const char FirstStrongIsolate = '\u2068';
    const char PopDirectionalIsolate = '\u2069';
    const char LastBeforeRightToLeft = '\u058F';

    /// <summary>The text, isolated when it has letters that run against a sentence of this direction.</summary>
    public static string Isolate(string text, bool rightToLeft) =>
        (rightToLeft || text.AsSpan().ContainsAnyExceptInRange('\0', LastBeforeRightToLeft))
        && text.EnumerateRunes().Any(rune => Rune.IsLetter(rune) && IsRightToLeft(rune) != rightToLeft)
            ? $"{FirstStrongIsolate}{text}{PopDirectionalIsolate}"
            : text;

    /// <summary>The values of a sentence, its texts isolated where they must be.</summary>
    public static object?[] Isolate(ReadOnlySpan<object?> values, bool rightToLeft)
    {
        var isolated = new object?[values.Length];
        for (var at = 0; at < values.Length; at++)
            isolated[at] = values[at] is string text ? Isolate(text, rightToLeft) : values[at];
        return isolated;
    }

    // Hebrew to Arabic Extended-A, their presentation forms, and the supplementary right-to-left blocks.
    static bool IsRightToLeft(Rune rune) => rune.Value is >= 0x590 and <= 0x8FF or >= 0xFB1D and <= 0xFDFF
        or >= 0xFE70 and <= 0xFEFF or >= 0x10800 and <= 0x10FFF or >= 0x1E800 and <= 0x1EFFF;
}

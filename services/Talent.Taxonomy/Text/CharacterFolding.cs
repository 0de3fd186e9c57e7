using System.Globalization;
using System.Text;

namespace Talent.Taxonomy.Text;

/// <summary>
/// What one code point becomes under folding: NFKD (so that compatibility forms vanish), lower case, without diacritics,
/// Arabic letters in their base form, digits in ASCII. Computed page by page on first use, then a table look-up.
/// </summary>
internal static class CharacterFolding
{
    internal const char Replacement = '\uFFFD';
    internal const char Breve = '\u0306';

    private static readonly string?[]?[] Pages = new string?[]?[256];

    /// <summary>The replacement of a UTF-16 unit outside a surrogate pair; null when it stays as it is, "" when it is dropped.</summary>
    internal static string? Of(char unit)
    {
        if (unit is >= '\u3400' and <= '\u4DBF' or >= '\u4E00' and <= '\u9FFF') return null; // Han: most pages, nothing to fold
        var page = Volatile.Read(ref Pages[unit >> 8]) ?? FillPage(unit >> 8);
        return page[unit & 0xFF];
    }

    /// <summary>The replacement of a supplementary code point; null when it stays as it is.</summary>
    internal static string? Of(Rune rune) => IsSupplementaryHan(rune.Value) ? null : Compute(rune);

    internal static bool IsSupplementaryHan(int value) => value is >= 0x20000 and < 0x2F800 or >= 0x30000 and < 0x40000;

    private static string?[] FillPage(int number)
    {
        var page = new string?[256];
        for (var i = 0; i < 256; i++)
        {
            var unit = (char)((number << 8) | i);
            page[i] = char.IsSurrogate(unit) ? "\uFFFD" : Compute(new Rune(unit));
        }

        Volatile.Write(ref Pages[number], page);
        return page;
    }

    private static string? Compute(Rune rune)
    {
        var original = rune.ToString();
        var folded = original;
        // A step may reveal another one (a compatibility form of a capital with an accent), so go on to the fixed point:
        // that is what makes folding idempotent.
        for (var round = 0; round < 5; round++)
        {
            var next = Step(folded);
            if (string.Equals(next, folded, StringComparison.Ordinal)) break;
            folded = next;
        }

        return string.Equals(folded, original, StringComparison.Ordinal) ? null : folded;
    }

    private static string Step(string text)
    {
        var result = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (Special(rune.Value) is { } special) result.Append(special);
            else if (rune.Value is >= 0xAC00 and <= 0xD7A3) result.Append(rune.ToString());
            else foreach (var part in Decompose(rune).EnumerateRunes()) AppendPart(result, part);
        }

        return result.ToString();
    }

    private static void AppendPart(StringBuilder result, Rune part)
    {
        if (Special(part.Value) is { } special)
        {
            result.Append(special);
            return;
        }

        switch (Rune.GetUnicodeCategory(part))
        {
            case UnicodeCategory.Format:
                break;
            case UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark when IsDiacritic(part.Value):
                break;
            case UnicodeCategory.DecimalDigitNumber:
                result.Append((char)('0' + (int)Rune.GetNumericValue(part)));
                break;
            case UnicodeCategory.SpaceSeparator or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator
                or UnicodeCategory.Control:
                result.Append(' ');
                break;
            default:
                result.Append(Rune.ToLowerInvariant(part).ToString());
                break;
        }
    }

    private static string Decompose(Rune rune)
    {
        var text = rune.ToString();
        try
        {
            return text.Normalize(NormalizationForm.FormKD);
        }
        catch (ArgumentException)
        {
            return text; // A noncharacter such as U+FFFE, which some normalisers refuse.
        }
    }

    /// <summary>Letters whose folding Unicode does not give: those without decomposition, and й, which is a letter of its own.</summary>
    private static string? Special(int value) => value switch
    {
        'й' or 'Й' => "й",
        'ß' or 'ẞ' => "ss",
        'ς' => "σ",
        'ı' => "i",
        'đ' or 'Đ' or 'ð' or 'Ð' => "d",
        'ø' or 'Ø' => "o",
        'ł' or 'Ł' => "l",
        'æ' or 'Æ' => "ae",
        'œ' or 'Œ' => "oe",
        'þ' or 'Þ' => "th",
        0x2018 or 0x2019 or 0x02BC or 0x02B9 or 0x00B4 => "'",
        0x2010 or 0x2011 or 0x2012 or 0x2013 or 0x2014 or 0x2212 => "-",
        0x266F => "#",
        0x0671 => "\u0627", // alef wasla → alef
        0x0649 or 0x06CC => "\u064A", // alef maqsura, Farsi yeh → yeh
        0x0629 => "\u0647", // teh marbuta → heh
        0x06A9 => "\u0643", // keheh → kaf
        0x0640 => "", // tatweel only stretches a word
        _ => null,
    };

    /// <summary>Marks that spelling may leave out. The vowel signs of Thai or Devanagari are letters in effect and stay.</summary>
    private static bool IsDiacritic(int value) => value
        is >= 0x0300 and <= 0x036F or >= 0x0483 and <= 0x0489
        or >= 0x0591 and <= 0x05C7
        or >= 0x0610 and <= 0x061A or >= 0x064B and <= 0x065F or 0x0670 or >= 0x06D6 and <= 0x06ED
        or >= 0x1AB0 and <= 0x1AFF or >= 0x1DC0 and <= 0x1DFF or >= 0x20D0 and <= 0x20FF
        or >= 0x3099 and <= 0x309A or >= 0xFE00 and <= 0xFE2F;
}

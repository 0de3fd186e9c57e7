namespace Talent.Platform.Reference;

/// <summary>China's unified social credit codes: 18 characters, of which the last checks the others.</summary>
/// <remarks>GB 32100-2015: department, kind of body, six digits of the region, nine characters of the body, check
/// character (powers of three modulo 31).</remarks>
public static class SocialCreditCodes
{
    /// <summary>Characters of a code.</summary>
    public const int Length = 18;

    // Letters that look like digits (I, O, S, Z) and V are not used.
    const string Alphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY";

    /// <summary>The code in its canonical form (capitals, no spaces or hyphens); null when a character, the region or
    /// the check character is wrong.</summary>
    public static string? Parse(string? text)
    {
        if (text is null)
            return null;
        var code = string.Concat(text.Where(letter => !char.IsWhiteSpace(letter) && letter != '-')).ToUpperInvariant();
        return code.Length == Length && code.AsSpan(2, 6).IndexOfAnyExceptInRange('0', '9') < 0
            && CheckCharacter(code.AsSpan(0, Length - 1)) == code[^1] ? code : null;
    }

    /// <summary>The last character for the first seventeen; null when one of those cannot stand in a code.</summary>
    public static char? CheckCharacter(ReadOnlySpan<char> body)
    {
        if (body.Length != Length - 1)
            return null;
        var (sum, weight) = (0, 1);
        foreach (var letter in body)
        {
            var value = Alphabet.IndexOf(letter, StringComparison.Ordinal);
            if (value < 0)
                return null;
            sum += value * weight;
            weight = weight * 3 % Alphabet.Length;
        }
        return Alphabet[(Alphabet.Length - (sum % Alphabet.Length)) % Alphabet.Length];
    }
}

using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Configuration;
using Talent.Identity.Texts;
using Talent.Platform.Http;

namespace Talent.Identity.Passwords;

/// <summary>Which passwords are taken: long ones that nobody would try first. Nothing is asked about digits or signs.</summary>
/// <remarks><c>Talent:Passwords:Breached</c> may name a further list: a file of upper-case SHA-1 lines, sorted, with or
/// without <c>:COUNT</c> behind them.</remarks>
sealed class PasswordRules(IConfiguration configuration)
{
    public const int Shortest = 12;
    public const int Longest = 256;
    const int ShortestWord = 4;
    const int HashDigits = 10;
    const string ProductName = "talent";
    const string Sequences =
        "abcdefghijklmnopqrstuvwxyz 01234567890 qwertyuiop asdfghjkl zxcvbnm йцукенгшщзхъ фывапролджэ ячсмитьбю";

    readonly string? _breached = configuration["Talent:Passwords:Breached"];

    /// <summary>What is wrong with a password, or null.</summary>
    /// <param name="email">The account's, which the password must not be made of; likewise its owner's name.</param>
    public FieldProblem? Check(string path, string? password, string? email, string? name)
    {
        if (string.IsNullOrEmpty(password))
            return new FieldProblem(path, "missing", IdentityTexts.Format("Missing"));
        if (password.EnumerateRunes().Count() < Shortest)
            return new FieldProblem(path, "password-too-short", IdentityTexts.Format("Password_too_short", Shortest));
        if (password.Length > Longest)
            return new FieldProblem(path, "password-too-long", IdentityTexts.Format("Password_too_long", Longest));
        if (IsAboutThePerson(password, email, name))
            return new FieldProblem(path, "password-about-you", IdentityTexts.Format("Password_about_you"));
        return IsGuessable(password) || IsListed(password)
            ? new FieldProblem(path, "password-known", IdentityTexts.Format("Password_known"))
            : null;
    }

    static bool IsAboutThePerson(string password, string? email, string? name)
    {
        string[] cores = [Letters(Core(password)), Letters(password)];
        string[] words =
        [
            ProductName, email ?? "", (email ?? "").Split('@')[0], name ?? "", .. (name ?? "").Split(' '),
            .. (email ?? "").Split('@', '.'),
        ];
        return words.Where(word => word.Length >= ShortestWord).Select(Letters)
            .Any(word => word.Length >= ShortestWord && cores.Any(core => core.Contains(word, StringComparison.Ordinal)
                && core.Replace(word, "", StringComparison.Ordinal).Length < ShortestWord));
    }

    /// <summary>One sign or group of signs again and again, or a row of the keyboard, the alphabet or the digits.</summary>
    static bool IsGuessable(string password)
    {
        var text = password.ToLowerInvariant();
        for (var unit = 1; unit <= text.Length / 2; unit++)
        {
            if (text.AsSpan(unit).SequenceEqual(text.AsSpan(0, text.Length - unit)) && unit <= 6)
                return true;
        }
        return Runs(text) >= text.Length - 3;
    }

    /// <summary>How many signs follow their neighbour in a row that everyone knows, forwards or backwards.</summary>
    static int Runs(string text)
    {
        var steps = 0;
        for (var index = 1; index < text.Length; index++)
        {
            if (Sequences.Contains($"{text[index - 1]}{text[index]}", StringComparison.Ordinal)
                || Sequences.Contains($"{text[index]}{text[index - 1]}", StringComparison.Ordinal))
                steps++;
        }
        return steps;
    }

    bool IsListed(string password)
    {
        using (var known = Known())
        {
            if (IsIn(known, password.ToLowerInvariant()) || IsIn(known, Core(password)) || IsIn(known, Letters(password)))
                return true;
        }
        if (_breached is not { Length: > 0 })
            return false;
        using var file = File.OpenRead(_breached);
#pragma warning disable CA5350 // The lists that exist are of SHA-1; it hides nothing here.
        return SortedLines.Contains(file, Convert.ToHexString(SHA1.HashData(Encoding.UTF8.GetBytes(password))));
#pragma warning restore CA5350
    }

    static bool IsIn(Stream known, string text) => text.Length >= ShortestWord && SortedLines.Contains(
        known, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..HashDigits]);

    static Stream Known() => typeof(PasswordRules).Assembly.GetManifestResourceStream("known-passwords.txt")
        ?? throw new InvalidOperationException("The list of known passwords is missing from the build.");

    /// <summary>A word with digits and signs before, behind and in place of letters is still that word.</summary>
    static string Core(string password)
    {
        var text = password.ToLowerInvariant();
        var trimmed = text.AsSpan().TrimStart("0123456789 .,;:!?*#$%&/()=+-_<>|@^~").TrimEnd("0123456789 .,;:!?*#$%&/()=+-_<>|@^~");
        return string.Concat(trimmed.ToString().Select(sign => sign switch
        {
            '0' => 'o', '1' => 'l', '3' => 'e', '4' => 'a', '5' => 's', '7' => 't', '@' => 'a', '$' => 's', '!' => 'i',
            _ => sign,
        }));
    }

    static string Letters(string text) => string.Concat(text.ToLowerInvariant().Where(char.IsLetter));
}

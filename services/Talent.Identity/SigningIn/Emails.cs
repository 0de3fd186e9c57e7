using System.Security.Cryptography;
using System.Text;

namespace Talent.Identity.SigningIn;

/// <summary>E-mail addresses as they are compared.</summary>
static class Emails
{
    public const int Longest = 254;

    /// <summary>Two spellings that reach the same mailbox nearly everywhere are one address.</summary>
    public static string Normalised(string email) => email.Trim().Normalize(NormalizationForm.FormKC).ToUpperInvariant();

    /// <summary>One sign @, something on both sides of it, a dot after it or <c>localhost</c>, no blanks.</summary>
    public static bool IsAddress(string email)
    {
        var at = email.LastIndexOf('@');
        return email.Length <= Longest && at > 0 && at <= 64 && email.IndexOf('@', StringComparison.Ordinal) == at
            && email.AsSpan(at + 1) is var domain && domain.Contains('.') && domain[0] != '.' && domain[^1] != '.'
            && !domain.Contains("..", StringComparison.Ordinal)
            && !email.Any(sign => char.IsWhiteSpace(sign) || char.IsControl(sign) || "<>()[],;:\\\"".Contains(sign, StringComparison.Ordinal))
            && System.Net.Mail.MailAddress.TryCreate(email, out _);
    }

    /// <summary>Counts by address without keeping addresses that have no account.</summary>
    public static string KeyOf(string normalised) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(normalised))[..16]);
}

using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace Talent.Identity.SigningIn;

/// <summary>Tokens that a device is given at sign-in. They open nothing: they only show that the account's owner has signed
/// in there before, so that others' wrong passwords do not lock that device out.</summary>
sealed class KnownDevices(IDataProtectionProvider protection)
{
    readonly IDataProtector _protector = protection.CreateProtector("talent.device");

    public string TokenFor(Guid account, Guid device) => _protector.Protect($"{account:N}{device:N}");

    /// <summary>The device's id; null when the token is none of this account's.</summary>
    public Guid? Find(string? token, Guid account)
    {
        if (token is not { Length: > 0 and <= 1000 })
            return null;
        try
        {
            var text = _protector.Unprotect(token);
            return text.Length == 64 && text.StartsWith(account.ToString("N"), StringComparison.Ordinal)
                && Guid.TryParseExact(text[32..], "N", out var device) ? device : null;
        }
        catch (CryptographicException)
        {
            // Made up, or from before the keys were lost: an unknown device.
            return null;
        }
    }
}

using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Talent.Identity.Data;
using Talent.Identity.Domain;
using Talent.Identity.SigningIn;

namespace Talent.Identity.Features.Passkeys;

/// <summary>What is to be remembered between asking for a credential and getting it, above all the challenge. It travels with
/// the client, encrypted, for five minutes, and is good once.</summary>
sealed class PasskeyStates(IdentityDb db, IDataProtectionProvider protection, TimeProvider clock)
{
    const string Purpose = "challenge";
    static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(5);

    /// <param name="use">What it is good for: making a passkey, or signing in.</param>
    public string Wrap(string use, string state) =>
        Protector(use).Protect($"{clock.GetUtcNow().ToUnixTimeMilliseconds()} {state}");

    /// <summary>The state; null when it was not made here for this, or is too old. That it was used is saved with the next
    /// save, which fails when it was used before.</summary>
    public string? Unwrap(string use, string? wrapped)
    {
        if (string.IsNullOrEmpty(wrapped))
            return null;
        try
        {
            var parts = Protector(use).Unprotect(wrapped).Split(' ', 2);
            var made = DateTimeOffset.FromUnixTimeMilliseconds(
                long.Parse(parts[0], System.Globalization.CultureInfo.InvariantCulture));
            var now = clock.GetUtcNow();
            if (now - made > Lifetime)
                return null;
            db.Links.Add(new SingleUseLink
            {
                Hash = Secrets.HashOf(parts[1]), Purpose = Purpose, ExpiresAt = made + Lifetime, UsedAt = now,
            });
            return parts[1];
        }
        catch (CryptographicException)
        {
            // Made up or altered.
            return null;
        }
    }

    IDataProtector Protector(string use) => protection.CreateProtector("talent.passkey", use);
}

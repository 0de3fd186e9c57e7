using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Talent.Identity.Data;
using Talent.Identity.Domain;

namespace Talent.Identity.SigningIn;

/// <summary>Authenticator apps and recovery codes. The app's secret is encrypted with a key that is not in the store.</summary>
sealed class SecondFactor(IdentityDb db, IDataProtectionProvider protection, TimeProvider clock)
{
    public const int Codes = 10;
    const int CodeBytes = 10;

    readonly IDataProtector _protector = protection.CreateProtector("talent.second-factor");

    /// <summary>A secret to be confirmed; the account keeps it as offered.</summary>
    public byte[] Offer(Account account)
    {
        var key = RandomNumberGenerator.GetBytes(Totp.KeyBytes);
        account.OfferSecondFactor(Convert.ToBase64String(_protector.Protect(key)));
        return key;
    }

    /// <summary>Takes the offered secret into use; false when the code is not its.</summary>
    public bool Confirm(Account account, string? code)
    {
        if (account.OfferedKey is not { } offered || code is null)
            return false;
        if (Totp.Find(Decrypted(offered), Digits(code), Totp.StepOf(clock.GetUtcNow()), 0) is not { } step)
            return false;
        account.TakeSecondFactor(step);
        return true;
    }

    /// <summary>Whether the code is right; it is taken once, also when it comes twice at the same moment.</summary>
    public async Task<bool> TakeCodeAsync(Account account, string code, CancellationToken cancellationToken)
    {
        if (account.SecondFactorKey is not { } encrypted)
            return false;
        var found = Totp.Find(Decrypted(encrypted), Digits(code), Totp.StepOf(clock.GetUtcNow()), account.LastCodeStep);
        return found is { } step && await db.Accounts
            .Where(one => one.Id == account.Id && one.LastCodeStep < step)
            .ExecuteUpdateAsync(set => set.SetProperty(one => one.LastCodeStep, step), cancellationToken) == 1;
    }

    /// <summary>Whether the code is one of the account's; it goes with its use.</summary>
    public async Task<bool> TakeRecoveryCodeAsync(Account account, string code, CancellationToken cancellationToken)
    {
        var hash = Secrets.HashOf(Plain(code));
        return await db.RecoveryCodes.Where(one => one.AccountId == account.Id && one.Hash == hash)
            .ExecuteDeleteAsync(cancellationToken) == 1;
    }

    /// <summary>Fresh recovery codes in place of the old ones; saved with the next save.</summary>
    public async Task<IReadOnlyList<string>> ReplaceCodesAsync(Account account, CancellationToken cancellationToken)
    {
        db.RecoveryCodes.RemoveRange(
            await db.RecoveryCodes.Where(one => one.AccountId == account.Id).ToListAsync(cancellationToken));
        var codes = Enumerable.Range(0, Codes).Select(_ => Readable(RandomNumberGenerator.GetBytes(CodeBytes))).ToList();
        db.RecoveryCodes.AddRange(codes.Select(
            code => new RecoveryCode { AccountId = account.Id, Hash = Secrets.HashOf(Plain(code)) }));
        return codes;
    }

    byte[] Decrypted(string key) => _protector.Unprotect(Convert.FromBase64String(key));

    static string Digits(string code) => string.Concat(code.Where(char.IsAsciiDigit));

    // Typed from paper: case and dashes do not matter.
    static string Plain(string code) => string.Concat(code.Where(char.IsAsciiLetterOrDigit)).ToUpperInvariant();

    static string Readable(byte[] bytes) =>
        string.Join('-', Totp.Base32(bytes).ToLowerInvariant().Chunk(4).Select(part => new string(part)));
}

using System.Buffers.Binary;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Talent.Contracts.Identity;
using Talent.Identity.Data;
using Talent.Identity.Domain;
using Talent.Platform.Auditing;

namespace Talent.Identity.SigningIn;

/// <summary>Who signed in, or why not.</summary>
/// <param name="SecondFactor">Whether more than the password was shown.</param>
readonly record struct SignInOutcome(Account? Account, bool SecondFactor, ProblemHttpResult? Problem)
{
    public static implicit operator SignInOutcome(ProblemHttpResult problem) => new(null, false, problem);
}

/// <summary>Judges a sign-in by password. What is answered, and how much work is done for it, does not depend on whether the
/// address has an account. Failures are counted per address for devices that are not known, and per known device by
/// itself: strangers cannot lock the owner out.</summary>
sealed class PasswordCheck(
    IdentityDb db, IPasswordHasher<Account> hasher, IOptions<PasswordHasherOptions> hashing, Throttle throttle,
    KnownDevices devices, SecondFactor secondFactor, Audit audit)
{
    public const int MostFailures = 10;
    public const int MostFailuresOfNetwork = 100;
    static readonly Account Nobody = new();

    public async Task<SignInOutcome> CheckAsync(SignInInput input, CancellationToken cancellationToken)
    {
        if (SignInErrors.Missing(input) is { } missing)
            return missing;
        var email = Emails.Normalised(input.Email!);
        var account = await db.Accounts.SingleOrDefaultAsync(one => one.NormalizedEmail == email, cancellationToken);
        var keys = KeysFor(input, email, account);
        foreach (var (key, most) in keys)
        {
            if (await throttle.TakeAsync(key, most, Throttle.Window, cancellationToken) is { } wait)
                return SignInErrors.TooMany(wait);
        }
        var outcome = await JudgeAsync(input, account, cancellationToken);
        // A right password without its code is no wrong guess; what is missing is asked for.
        if (outcome.Problem is null || SignInErrors.AsksForSecondFactor(outcome.Problem))
        {
            foreach (var (key, _) in keys)
                await throttle.GiveBackAsync(key, cancellationToken);
        }
        else
        {
            await RememberAsync(account, cancellationToken);
        }
        return outcome;
    }

    /// <summary>Also when nobody has the address: the same work, so that its time tells nothing.</summary>
    async Task RememberAsync(Account? account, CancellationToken cancellationToken)
    {
        audit.Record(
            db, new AuditActor(account?.Id, account?.Name ?? "", account?.ActsFor), AuditActions.SignInFailed,
            "account", account?.Id);
        await db.SaveChangesAsync(cancellationToken);
    }

    (string Key, int Most)[] KeysFor(SignInInput input, string email, Account? account) =>
        account is not null && devices.Find(input.DeviceToken, account.Id) is { } device
            ? [($"device:{device:N}", MostFailures)]
            : [($"network:{throttle.Network}", MostFailuresOfNetwork), ($"email:{Emails.KeyOf(email)}", MostFailures)];

    async Task<SignInOutcome> JudgeAsync(SignInInput input, Account? account, CancellationToken cancellationToken)
    {
        var verdict = hasher.VerifyHashedPassword(
            account ?? Nobody, account?.PasswordHash ?? HashOfNothing(hashing.Value.IterationCount), input.Password!);
        if (account is null || verdict is PasswordVerificationResult.Failed)
            return SignInErrors.Wrong();
        if (verdict is PasswordVerificationResult.SuccessRehashNeeded)
            account.PasswordHash = hasher.HashPassword(account, input.Password!);
        if (!account.TwoFactorEnabled)
            return new SignInOutcome(account, false, null);
        var right = (input.Code, input.RecoveryCode) switch
        {
            ({ Length: > 0 } code, _) => await secondFactor.TakeCodeAsync(account, code, cancellationToken),
            (_, { Length: > 0 } code) => await secondFactor.TakeRecoveryCodeAsync(account, code, cancellationToken),
            _ => (bool?)null,
        };
        return right switch
        {
            true => new SignInOutcome(account, true, null),
            false => SignInErrors.WrongCode(),
            null => SignInErrors.SecondFactorRequired(),
        };
    }

    /// <summary>A hash that no password has, in the framework's format 3, which takes as long to try as a real one.</summary>
    static string HashOfNothing(int iterations)
    {
        var hash = new byte[13 + 16 + 32];
        hash[0] = 1;
        BinaryPrimitives.WriteInt32BigEndian(hash.AsSpan(1), 2);
        BinaryPrimitives.WriteInt32BigEndian(hash.AsSpan(5), iterations);
        BinaryPrimitives.WriteInt32BigEndian(hash.AsSpan(9), 16);
        return Convert.ToBase64String(hash);
    }
}

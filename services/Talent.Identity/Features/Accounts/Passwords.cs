using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Talent.Contracts.Identity;
using Talent.Identity.Data;
using Talent.Identity.Domain;
using Talent.Identity.Passwords;
using Talent.Identity.SigningIn;
using Talent.Identity.Texts;
using Talent.Platform.Auditing;
using Talent.Platform.Http;

namespace Talent.Identity.Features.Accounts;

/// <summary><c>POST /identity/password/forgot</c>: a link to a mailbox. Whether the address has an account, one link is kept
/// and one mail sent; the mail alone says which.</summary>
static class ForgotPassword
{
    public static readonly TimeSpan LinkLifetime = TimeSpan.FromMinutes(30);
    const int MostOfNetwork = 100;
    const int MostOfAddress = 3;

    public static async Task<Results<Accepted, ProblemHttpResult>> Handle(
        ForgotInput input, IdentityDb db, Throttle throttle, Letters letters, TimeProvider clock,
        CancellationToken cancellationToken)
    {
        var rules = new PersonRules();
        var email = rules.Email("$.email", input.Email);
        var language = rules.Language("$.language", input.Language);
        if (rules.Wrong.Count > 0)
            return Problems.Invalid(rules.Wrong);
        if (await throttle.TakeAsync(
                $"forgot:{throttle.Network}", MostOfNetwork, TimeSpan.FromHours(1), cancellationToken) is { } wait)
            return SignInErrors.TooMany(wait);
        var normalised = Emails.Normalised(email);
        var account = await db.Accounts.AsNoTracking()
            .SingleOrDefaultAsync(one => one.NormalizedEmail == normalised, cancellationToken);
        var (token, hash) = Secrets.Make();
        db.Links.Add(new SingleUseLink
        {
            Hash = hash,
            Purpose = SingleUseLink.Reset,
            AccountId = account?.Id,
            ExpiresAt = clock.GetUtcNow() + LinkLifetime,
        });
        if (await throttle.TakeAsync(
                $"reset:{Emails.KeyOf(normalised)}", MostOfAddress, TimeSpan.FromHours(1), cancellationToken) is null)
            db.Send(account is null
                ? letters.NoAccount(email, language)
                : letters.Reset(account.Email!, account.Name, account.Language, token), clock);
        await db.SaveChangesAsync(cancellationToken);
        return TypedResults.Accepted((string?)null);
    }
}

/// <summary><c>POST /identity/password/reset</c>: the link's new password; whoever was signed in is so no more.</summary>
static class ResetPassword
{
    public static async Task<Results<NoContent, ProblemHttpResult>> Handle(
        ResetInput input, IdentityDb db, IPasswordHasher<Account> hasher, PasswordRules passwords, Letters letters,
        Audit audit, TimeProvider clock, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var hash = Secrets.HashOf(input.Token ?? "");
        var link = await db.Links.SingleOrDefaultAsync(
            one => one.Hash == hash && one.Purpose == SingleUseLink.Reset && one.UsedAt == null && one.ExpiresAt > now,
            cancellationToken);
        var account = link?.AccountId is { } id
            ? await db.Accounts.SingleOrDefaultAsync(one => one.Id == id, cancellationToken)
            : null;
        if (link is null || account is null)
            return AccountErrors.LinkEnded();
        // The link is not spent on a password that is not taken.
        if (passwords.Check("$.newPassword", input.NewPassword, account.Email, account.Name) is { } wrong)
            return Problems.Invalid(wrong);
        link.UsedAt = now;
        account.SetPassword(hasher.HashPassword(account, input.NewPassword!));
        await db.EndSessionsAsync(account.Id, except: null, now, cancellationToken);
        db.Send(letters.PasswordChanged(account.Email!, account.Name, account.Language), clock);
        audit.Record(
            db, new AuditActor(account.Id, account.Name, account.ActsFor), AuditActions.PasswordReset, "account", account.Id);
        await db.SaveChangesAsync(cancellationToken);
        return TypedResults.NoContent();
    }
}

/// <summary><c>PUT /identity/password</c>: who knows the current one sets another; all other sessions end.</summary>
static class ChangePassword
{
    public static async Task<Results<NoContent, ProblemHttpResult>> Handle(
        PasswordInput input, CurrentPerson person, IdentityDb db, IPasswordHasher<Account> hasher, PasswordRules passwords,
        Throttle throttle, Letters letters, Audit audit, TimeProvider clock, CancellationToken cancellationToken)
    {
        var account = person.Account;
        var key = $"password:{account.Id:N}";
        // Whoever found a device unlocked must not find the password out by trying.
        if (await throttle.TakeAsync(key, PasswordCheck.MostFailures, Throttle.Window, cancellationToken) is { } wait)
            return SignInErrors.TooMany(wait);
        if (input.Current is not { Length: > 0 and <= PasswordRules.Longest } current
            || hasher.VerifyHashedPassword(account, account.PasswordHash!, current) is PasswordVerificationResult.Failed)
            return AccountErrors.WrongPassword("$.current");
        await throttle.GiveBackAsync(key, cancellationToken);
        if (passwords.Check("$.new", input.New, account.Email, account.Name) is { } wrong)
            return Problems.Invalid(wrong);
        account.SetPassword(hasher.HashPassword(account, input.New!));
        await db.EndSessionsAsync(account.Id, person.Session?.Id, clock.GetUtcNow(), cancellationToken);
        db.Send(letters.PasswordChanged(account.Email!, account.Name, account.Language), clock);
        audit.Record(db, AuditActions.PasswordChanged, "account", account.Id);
        await db.SaveChangesAsync(cancellationToken);
        return TypedResults.NoContent();
    }
}

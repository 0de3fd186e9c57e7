using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Http;
using QRCoder;
using Talent.Contracts.Identity;
using Talent.Identity.Data;
using Talent.Identity.Domain;
using Talent.Identity.Features.Accounts;
using Talent.Identity.SigningIn;
using Talent.Identity.Texts;
using Talent.Platform.Auditing;
using Talent.Platform.Http;

namespace Talent.Identity.Features.SecondFactors;

/// <summary>The authenticator app: <c>POST /identity/second-factor</c>, <c>/confirm</c>, <c>/recovery-codes</c> and
/// <c>DELETE /identity/second-factor</c>. Changing it takes a code, so that an unlocked device is not enough.</summary>
static class MySecondFactor
{
    const string Issuer = "Talent";

    public static async Task<Results<Ok<SecondFactorStart>, ProblemHttpResult>> Begin(
        CurrentPerson person, SecondFactor factor, IdentityDb db, CancellationToken cancellationToken)
    {
        if (person.Account.TwoFactorEnabled)
            return Problems.Conflict("second-factor-exists", IdentityTexts.Format("second-factor-exists"));
        var secret = Totp.Base32(factor.Offer(person.Account));
        await db.SaveChangesAsync(cancellationToken);
        var uri = $"otpauth://totp/{Issuer}:{Uri.EscapeDataString(person.Account.Email!)}?secret={secret}&issuer={Issuer}";
        return TypedResults.Ok(new SecondFactorStart(secret, uri, Picture(uri)));
    }

    public static async Task<Results<Ok<RecoveryCodes>, ProblemHttpResult>> Confirm(
        CodeInput input, CurrentPerson person, SecondFactor factor, IdentityDb db, Throttle throttle, Audit audit,
        CancellationToken cancellationToken)
    {
        if (await RefusedAsync(person.Account, throttle, cancellationToken) is { } refused)
            return refused;
        if (!factor.Confirm(person.Account, input.Code))
            return AccountErrors.WrongCode();
        await throttle.GiveBackAsync(KeyOf(person.Account), cancellationToken);
        var codes = await factor.ReplaceCodesAsync(person.Account, cancellationToken);
        // Who has just shown the app need not sign in again to act for the organisation.
        person.Session?.Strengthen();
        audit.Record(db, AuditActions.SecondFactorAdded, "account", person.Account.Id);
        await db.SaveChangesAsync(cancellationToken);
        return TypedResults.Ok(new RecoveryCodes(codes));
    }

    public static async Task<Results<NoContent, ProblemHttpResult>> Remove(
        [Microsoft.AspNetCore.Mvc.FromBody] CodeInput input, CurrentPerson person, SecondFactor factor, IdentityDb db,
        Throttle throttle, Audit audit, CancellationToken cancellationToken)
    {
        if (await CheckAsync(input, person.Account, factor, throttle, cancellationToken) is { } refused)
            return refused;
        person.Account.DropSecondFactor();
        db.RecoveryCodes.RemoveRange(db.RecoveryCodes.Where(code => code.AccountId == person.Account.Id));
        audit.Record(db, AuditActions.SecondFactorRemoved, "account", person.Account.Id);
        await db.SaveChangesAsync(cancellationToken);
        return TypedResults.NoContent();
    }

    public static async Task<Results<Ok<RecoveryCodes>, ProblemHttpResult>> Renew(
        CodeInput input, CurrentPerson person, SecondFactor factor, IdentityDb db, Throttle throttle, Audit audit,
        CancellationToken cancellationToken)
    {
        if (await CheckAsync(input, person.Account, factor, throttle, cancellationToken) is { } refused)
            return refused;
        var codes = await factor.ReplaceCodesAsync(person.Account, cancellationToken);
        audit.Record(db, AuditActions.RecoveryCodesMade, "account", person.Account.Id);
        await db.SaveChangesAsync(cancellationToken);
        return TypedResults.Ok(new RecoveryCodes(codes));
    }

    static async Task<ProblemHttpResult?> CheckAsync(
        CodeInput input, Account account, SecondFactor factor, Throttle throttle, CancellationToken cancellationToken)
    {
        if (await RefusedAsync(account, throttle, cancellationToken) is { } refused)
            return refused;
        if (!await factor.TakeCodeAsync(account, input.Code ?? "", cancellationToken))
            return AccountErrors.WrongCode();
        await throttle.GiveBackAsync(KeyOf(account), cancellationToken);
        return null;
    }

    static async Task<ProblemHttpResult?> RefusedAsync(
        Account account, Throttle throttle, CancellationToken cancellationToken) =>
        await throttle.TakeAsync(KeyOf(account), PasswordCheck.MostFailures, Throttle.Window, cancellationToken) is { } wait
            ? SignInErrors.TooMany(wait)
            : null;

    static string KeyOf(Account account) => $"code:{account.Id:N}";

    static string Picture(string text)
    {
        using var generator = new QRCodeGenerator();
        using var data = generator.CreateQrCode(text, QRCodeGenerator.ECCLevel.M);
        using var picture = new SvgQRCode(data);
        return picture.GetGraphic(4, "#000000", "#ffffff", sizingMode: SvgQRCode.SizingMode.ViewBoxAttribute);
    }
}

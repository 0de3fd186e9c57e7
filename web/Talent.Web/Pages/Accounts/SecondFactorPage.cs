using Microsoft.AspNetCore.Http;
using Talent.Contracts.Identity;
using Talent.Platform.Security;
using Talent.Web.Clients;
using Talent.Web.Forms;
using Talent.Web.Layout;

namespace Talent.Web.Pages.Accounts;

/// <param name="Next">Where to go on afterwards; null: to the role's first page.</param>
/// <param name="Required">True when the organisation asks for it and the person can do nothing else before.</param>
public sealed record SecondFactorModel(SecondFactorStart Start, FormState Form, string? Next, bool Required);

/// <param name="Codes">The new codes, to be shown this once; null: the form that makes them.</param>
public sealed record RecoveryCodesModel(IReadOnlyList<string>? Codes, FormState Form, string? Next);

internal static class SecondFactorPage
{
    public static async Task<IResult> GetAsync(string? next, IdentityClient identity, Visitor visitor, CancellationToken cancel)
    {
        var me = await identity.MeAsync(cancel);
        if (me.SecondFactor)
            return Results.LocalRedirect(visitor.Href("/account/security"));
        return Show(await identity.BeginSecondFactorAsync(cancel), new FormState(new FormValues()), next, visitor);
    }

    public static async Task<IResult> PostAsync(HttpRequest request, IdentityClient identity, Visitor visitor,
        SignInWords words, CancellationToken cancel)
    {
        var values = await FormValues.ReadAsync(request, cancel);
        var (codes, problem) = await identity.ConfirmSecondFactorAsync(
            new CodeInput(SignInPage.Digits(values["code"])), cancel);
        if (codes is null)
        {
            // The same secret again: it stands in the person's app by now.
            var start = new SecondFactorStart(values["secret"] ?? "", values["uri"] ?? "", values["picture"] ?? "");
            return Show(start, new FormState(values, words.OfCode(problem!)), values["next"], visitor);
        }
        await WebSession.RenewAsync(request.HttpContext);
        return Page.Of<RecoveryCodesList, RecoveryCodesModel>(
            new RecoveryCodesModel(codes.Codes, new FormState(values), Onward.Local(values["next"])));
    }

    public static async Task<IResult> PostRemoveAsync(HttpRequest request, IdentityClient identity, Visitor visitor,
        SignInWords words, CancellationToken cancel)
    {
        var values = await FormValues.ReadAsync(request, cancel);
        var problem = await identity.RemoveSecondFactorAsync(new CodeInput(SignInPage.Digits(values["code"])), cancel);
        if (problem is not null)
            return await SecurityPage.RefusedAsync(identity, new FormState(values, words.OfCode(problem)), cancel);
        await WebSession.RenewAsync(request.HttpContext);
        return Results.LocalRedirect(visitor.Href("/account/security?done=factor-removed"));
    }

    public static IResult GetRecoveryCodes() => Page.Of<RecoveryCodesList, RecoveryCodesModel>(
        new RecoveryCodesModel(null, new FormState(new FormValues()), null));

    public static async Task<IResult> PostRecoveryCodesAsync(
        HttpRequest request, IdentityClient identity, SignInWords words, CancellationToken cancel)
    {
        var values = await FormValues.ReadAsync(request, cancel);
        var (codes, problem) = await identity.NewRecoveryCodesAsync(new CodeInput(SignInPage.Digits(values["code"])), cancel);
        return Page.Of<RecoveryCodesList, RecoveryCodesModel>(
            new RecoveryCodesModel(codes?.Codes, new FormState(values, problem is null ? null : words.OfCode(problem)), null),
            problem?.Status ?? StatusCodes.Status200OK);
    }

    static IResult Show(SecondFactorStart start, FormState form, string? next, Visitor visitor) =>
        Page.Of<SecondFactor, SecondFactorModel>(
            new SecondFactorModel(start, form, Onward.Local(next), visitor.Caller?.Role == Roles.Pending),
            form.Problem?.Status ?? StatusCodes.Status200OK);
}

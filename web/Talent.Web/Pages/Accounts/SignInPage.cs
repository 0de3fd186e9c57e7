using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;
using Talent.Contracts.Identity;
using Talent.Platform.Security;
using Talent.Web.Clients;
using Talent.Web.Forms;
using Talent.Web.Layout;

namespace Talent.Web.Pages.Accounts;

/// <param name="Wanted">The page the reader was sent here from, to be led back to; null: none.</param>
/// <param name="Step">Set when the password was right and a second factor is asked for: what the first step was, sealed.</param>
/// <param name="Done">What has just been done, <c>reset</c> or <c>everywhere</c>; null: nothing.</param>
public sealed record SignInModel(FormState Form, string? Wanted, string? Step = null, string? Done = null);

internal static class SignInPage
{
    static readonly TimeSpan StepLife = TimeSpan.FromMinutes(5);

    public static IResult Get(string? from, string? done, Visitor visitor) =>
        visitor.Caller is { } caller
            ? Results.LocalRedirect(Onward.After(visitor, caller.Role, from))
            : Page.Of<SignIn, SignInModel>(new SignInModel(new FormState(new FormValues()), Onward.Local(from), Done: done is "reset" or "everywhere" ? done : null));

    public static async Task<IResult> PostAsync(HttpRequest request, IdentityClient identity, IDataProtectionProvider protection, Visitor visitor, SignInWords words, CancellationToken cancel)
    {
        var values = await FormValues.ReadAsync(request, cancel);
        var steps = protection.CreateProtector("sign-in-step").ToTimeLimitedDataProtector();
        var first = values["step"] is { } sealedStep ? Open(steps, sealedStep) : new Step(values["email"], values["password"]);
        if (first is null)
            return Refused(values, ApiProblem.Saying(StatusCodes.Status401Unauthorized, words.Expired), null);
        var (answer, problem) = await identity.SignInAsync(new SignInInput(first.Email, first.Password, Digits(values["code"]),
            values["recoveryCode"], WebSession.DeviceTokenOf(request.HttpContext)), cancel);
        if (answer is not null)
        {
            await WebSession.SignInAsync(request.HttpContext, answer);
            return Results.LocalRedirect(Onward.After(visitor, answer.Caller.Role, values["from"]));
        }
        var asksForMore = problem!.IsNamed("second-factor-required");
        var isSecond = asksForMore || values["step"] is not null;
        return Refused(values, asksForMore ? null : words.Of(problem, isSecond),
            isSecond ? steps.Protect(JsonSerializer.Serialize(first), StepLife) : null);
    }

    /// <summary>Signs in with what the browser's passkey answered; its script fills the form in.</summary>
    public static async Task<IResult> PostPasskeyAsync(HttpRequest request, IdentityClient identity, Visitor visitor, SignInWords words, CancellationToken cancel)
    {
        var values = await FormValues.ReadAsync(request, cancel);
        var (answer, problem) = await identity.SignInByPasskeyAsync(
            new PasskeySignInInput(values["state"], Passkeys.Credential(values["credential"]), WebSession.DeviceTokenOf(request.HttpContext)), cancel);
        if (answer is null)
            return Refused(values, words.OfPasskey(problem!), null);
        await WebSession.SignInAsync(request.HttpContext, answer);
        return Results.LocalRedirect(Onward.After(visitor, answer.Caller.Role, values["from"]));
    }

    public static async Task<IResult> PostOutAsync(HttpContext http, Visitor visitor)
    {
        await WebSession.SignOutAsync(http);
        return Results.LocalRedirect(visitor.Href(""));
    }

    static IResult Refused(FormValues values, ApiProblem? problem, string? step) => Page.Of<SignIn, SignInModel>(
        new SignInModel(new FormState(values, problem), Onward.Local(values["from"]), step), problem?.Status ?? StatusCodes.Status200OK);

    static Step? Open(ITimeLimitedDataProtector steps, string sealedStep)
    {
        try
        {
            return JsonSerializer.Deserialize<Step>(steps.Unprotect(sealedStep));
        }
        catch (System.Security.Cryptography.CryptographicException)
        {
            return null;
        }
    }

    /// <summary>Apps show codes as <c>123 456</c>, and people type them so.</summary>
    internal static string? Digits(string? code) => code?.Replace(" ", "", StringComparison.Ordinal);

    sealed record Step(string? Email, string? Password);
}

using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Http;
using Talent.Contracts.Identity;
using Talent.Web.Clients;
using Talent.Web.Forms;
using Talent.Web.Layout;

namespace Talent.Web.Pages.Accounts;

/// <param name="Form">What was refused last; empty otherwise.</param>
/// <param name="Done">What has just been done, one of <see cref="SecurityPage.Doings"/>; null: nothing.</param>
public sealed record SecurityModel(
    Me Me, IReadOnlyList<PasskeyInfo> Passkeys, IReadOnlyList<SessionInfo> Sessions, FormState Form, string? Done = null);

internal static class SecurityPage
{
    public static readonly IReadOnlyList<string> Doings =
        ["factor-removed", "passkey-added", "passkey-removed", "session-ended"];

    public static Task<IResult> GetAsync(string? done, IdentityClient identity, CancellationToken cancel) =>
        ShowAsync(identity, new FormState(new FormValues()), Doings.Contains(done, StringComparer.Ordinal) ? done : null, cancel);

    public static async Task<IResult> PostPasskeyAsync(
        HttpRequest request, IdentityClient identity, Visitor visitor, CancellationToken cancel)
    {
        var values = await FormValues.ReadAsync(request, cancel);
        var problem = await identity.AddPasskeyAsync(
            new PasskeyInput(values["state"], Passkeys.Credential(values["credential"]), values["name"]), cancel);
        if (problem is null)
            await Platform.Security.WebSession.RenewAsync(request.HttpContext);
        return await AfterAsync(problem, values, "passkey-added", identity, visitor, cancel);
    }

    public static async Task<IResult> PostRemovePasskeyAsync(
        HttpRequest request, IdentityClient identity, Visitor visitor, CancellationToken cancel)
    {
        var values = await FormValues.ReadAsync(request, cancel);
        var problem = await identity.RemovePasskeyAsync(values["id"] ?? "", cancel);
        return await AfterAsync(problem, values, "passkey-removed", identity, visitor, cancel);
    }

    public static async Task<IResult> PostEndSessionAsync(
        HttpRequest request, IdentityClient identity, Visitor visitor, CancellationToken cancel)
    {
        var values = await FormValues.ReadAsync(request, cancel);
        if (!Guid.TryParse(values["id"], out var id))
            return Results.BadRequest();
        return await AfterAsync(await identity.EndSessionAsync(id, cancel), values, "session-ended", identity, visitor, cancel);
    }

    public static async Task<IResult> PostEndSessionsAsync(
        HttpContext http, IdentityClient identity, Visitor visitor, CancellationToken cancel)
    {
        if (await identity.EndSessionsAsync(cancel) is { } problem)
            return await ShowAsync(identity, new FormState(new FormValues(), problem), null, cancel);
        await http.SignOutAsync(CookieAuthenticationDefaults.AuthenticationScheme);
        return Results.LocalRedirect(visitor.Href("/sign-in?done=everywhere"));
    }

    public static Task<IResult> RefusedAsync(IdentityClient identity, FormState form, CancellationToken cancel) =>
        ShowAsync(identity, form, null, cancel);

    static async Task<IResult> AfterAsync(ApiProblem? problem, FormValues values, string done, IdentityClient identity,
        Visitor visitor, CancellationToken cancel) => problem is null
        ? Results.LocalRedirect(visitor.Href($"/account/security?done={done}"))
        : await ShowAsync(identity, new FormState(values, problem), null, cancel);

    static async Task<IResult> ShowAsync(IdentityClient identity, FormState form, string? done, CancellationToken cancel)
    {
        var (me, passkeys, sessions) = (identity.MeAsync(cancel), identity.PasskeysAsync(cancel), identity.SessionsAsync(cancel));
        return Page.Of<Security, SecurityModel>(new SecurityModel(await me, await passkeys, await sessions, form, done),
            form.Problem?.Status ?? StatusCodes.Status200OK);
    }
}

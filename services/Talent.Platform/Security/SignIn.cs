using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Talent.Platform.Security;

/// <summary>Signing in to the pages with a link that carries an access token, and signing out. The token is moved from
/// the address into the cookie at once, so that it does not stay in the browser's address bar.</summary>
static class SignIn
{
    public static void MapSignIn(this WebApplication app)
    {
        app.MapGet("/sign-in", EnterAsync).AllowAnonymous().ExcludeFromDescription();
        app.MapPost("/sign-out", LeaveAsync).AllowAnonymous().ExcludeFromDescription();
    }

    static async Task<IResult> EnterAsync(
        HttpContext context, AccessTokens tokens, TimeProvider clock, string? token, string? from)
    {
        if (token is null)
            return Results.Redirect($"/{Language()}/sign-in{(from is null ? "" : "?from=" + Uri.EscapeDataString(from))}");
        if (await tokens.ReadAsync(token) is not { } caller)
            return Results.Redirect($"/{Language()}/sign-in?expired=true");
        var identity = new ClaimsIdentity(
            [.. caller.ToClaims(), new Claim(TalentClaims.AccessToken, token)],
            CookieAuthenticationDefaults.AuthenticationScheme, TalentClaims.Name, TalentClaims.Role);
        await context.SignInAsync(
            CookieAuthenticationDefaults.AuthenticationScheme, new ClaimsPrincipal(identity),
            new AuthenticationProperties { ExpiresUtc = clock.GetUtcNow().AddHours(24) });
        context.Response.Headers.CacheControl = "no-store";
        context.Response.Headers["Referrer-Policy"] = "no-referrer";
        return Results.LocalRedirect(IsLocal(from) ? from! : $"/{Language()}/{HomeOf(caller.Role)}");
    }

    static async Task LeaveAsync(HttpContext context)
    {
        await context.SignOutAsync(CookieAuthenticationDefaults.AuthenticationScheme);
        context.Response.Redirect($"/{Language()}");
    }

    static string HomeOf(string role) => role == Roles.Office ? "" : role;

    static string Language() => System.Globalization.CultureInfo.CurrentUICulture.TwoLetterISOLanguageName;

    /// <summary>A path on this site: never <c>//host</c> or <c>/\host</c>, which browsers take for another site.</summary>
    static bool IsLocal(string? path) =>
        path is ['/', ..] && (path.Length == 1 || path[1] is not ('/' or '\\')) && !path.Any(char.IsControl);
}

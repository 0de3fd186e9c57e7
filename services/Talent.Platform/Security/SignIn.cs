using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;

namespace Talent.Platform.Security;

/// <summary>The address that whoever is not signed in is sent to, and signing out. On an installation with demo data
/// (<c>Talent:Demo</c>) it also takes a link that carries an access token, which is moved from the address into the cookie
/// at once, so that it does not stay in the browser's address bar.</summary>
static class SignIn
{
    public static void MapSignIn(this WebApplication app)
    {
        app.MapGet("/sign-in", EnterAsync).AllowAnonymous().ExcludeFromDescription();
        app.MapPost("/sign-out", LeaveAsync).AllowAnonymous().ExcludeFromDescription();
    }

    static async Task<IResult> EnterAsync(
        HttpContext context, AccessTokens tokens, IConfiguration configuration, string? token, string? from)
    {
        if (token is null)
            return Results.Redirect($"/{Language()}/sign-in{(from is null ? "" : "?from=" + Uri.EscapeDataString(from))}");
        // Elsewhere a link could sign a person in as somebody else without their noticing.
        if (!configuration.GetValue("Talent:Demo", false))
            return Results.NotFound();
        if (await tokens.ReadAsync(token) is not { } caller)
            return Results.Redirect($"/{Language()}/sign-in?expired=true");
        await WebSession.SignInAsync(context, caller, token);
        context.Response.Headers.CacheControl = "no-store";
        context.Response.Headers["Referrer-Policy"] = "no-referrer";
        return Results.LocalRedirect(LocalPath.Is(from) ? from! : $"/{Language()}/{HomeOf(caller.Role)}");
    }

    static async Task LeaveAsync(HttpContext context)
    {
        await WebSession.SignOutAsync(context);
        context.Response.Redirect($"/{Language()}");
    }

    static string HomeOf(string role) => role == Roles.Office ? "" : role;

    static string Language() => System.Globalization.CultureInfo.CurrentUICulture.TwoLetterISOLanguageName;
}

/// <summary>Where a person may be sent on to after signing in.</summary>
public static class LocalPath
{
    /// <summary>A path on this site: never <c>//host</c> or <c>/\host</c>, which browsers take for another site.</summary>
    public static bool Is(string? path) =>
        path is ['/', ..] && (path.Length == 1 || path[1] is not ('/' or '\\')) && !path.Any(char.IsControl);
}

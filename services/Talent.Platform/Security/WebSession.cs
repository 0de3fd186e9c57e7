using System.Globalization;
using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Talent.Contracts.Identity;

namespace Talent.Platform.Security;

/// <summary>Being signed in to the pages: a cookie that carries the session's secret, an access token and what it says,
/// encrypted. Once a minute the identity service is asked whether the session still stands.</summary>
public static class WebSession
{
    const string Secret = "session";
    const string CheckedAt = "checked";
    const string GoodUntil = "until";
    const string DeviceCookie = "__Host-talent-device";
    internal const string CookieName = "__Host-talent";
    static readonly TimeSpan Trust = TimeSpan.FromSeconds(60);

    /// <summary>Signs in with what <c>POST /identity/sessions</c> answered, and keeps the device's token. Whatever session
    /// the cookie held before is replaced.</summary>
    public static async Task SignInAsync(HttpContext http, SessionAnswer answer)
    {
        var now = ClockOf(http).GetUtcNow();
        var properties = new AuthenticationProperties
        {
            IsPersistent = true,
            IssuedUtc = now,
            ExpiresUtc = now.AddDays(30),
        };
        properties.Items[Secret] = answer.SessionToken;
        var access = new SessionAccess(answer.AccessToken, answer.ExpiresIn, answer.Caller);
        Note(properties, access, now);
        http.Response.Cookies.Append(DeviceCookie, answer.DeviceToken, new CookieOptions
        {
            Path = "/", Secure = true, HttpOnly = true, SameSite = SameSiteMode.Lax, IsEssential = true,
            MaxAge = TimeSpan.FromDays(365),
        });
        await http.SignInAsync(CookieAuthenticationDefaults.AuthenticationScheme, PrincipalOf(access), properties);
    }

    /// <summary>Ends the session and drops the cookie; the device stays known.</summary>
    public static async Task SignOutAsync(HttpContext http)
    {
        if (await SecretAsync(http) is { } secret)
            await http.RequestServices.GetRequiredService<SessionClient>().EndAsync(secret, http.RequestAborted);
        await http.SignOutAsync(CookieAuthenticationDefaults.AuthenticationScheme);
    }

    /// <summary>Takes over what has just changed: for whom the session acts, its second factor, the person's name.</summary>
    public static async Task RenewAsync(HttpContext http)
    {
        var ticket = await http.AuthenticateAsync(CookieAuthenticationDefaults.AuthenticationScheme);
        if (ticket is not { Succeeded: true, Properties: { } properties }
            || !properties.Items.TryGetValue(Secret, out var secret) || secret is null)
            return;
        var access = await http.RequestServices.GetRequiredService<SessionClient>().AccessAsync(secret, http.RequestAborted);
        if (access is null)
        {
            await http.SignOutAsync(CookieAuthenticationDefaults.AuthenticationScheme);
            return;
        }
        Note(properties, access, ClockOf(http).GetUtcNow());
        await http.SignInAsync(CookieAuthenticationDefaults.AuthenticationScheme, PrincipalOf(access), properties);
    }

    /// <summary>What this device was given at an earlier sign-in, to be sent along with the next one.</summary>
    public static string? DeviceTokenOf(HttpContext http) => http.Request.Cookies[DeviceCookie];

    /// <summary>Signs in with an access token alone, for as long as it lasts: the demo's links.</summary>
    internal static Task SignInAsync(HttpContext http, Caller caller, string token) => http.SignInAsync(
        CookieAuthenticationDefaults.AuthenticationScheme, PrincipalOf(caller, token),
        new AuthenticationProperties { ExpiresUtc = ClockOf(http).GetUtcNow().AddHours(24) });

    /// <summary>Lets the cookie's word stand for a minute, then asks. When the identity service is away, it stands for as
    /// long as its access token is good.</summary>
    internal static async Task ValidateAsync(CookieValidatePrincipalContext context)
    {
        var items = context.Properties.Items;
        if (!items.TryGetValue(Secret, out var secret) || secret is null
            || context.Request.Path.StartsWithSegments("/assets", StringComparison.Ordinal))
            return;
        var now = ClockOf(context.HttpContext).GetUtcNow();
        var goodUntil = Instant(items, GoodUntil);
        if (now - Instant(items, CheckedAt) < Trust && goodUntil - now > Trust)
            return;
        try
        {
            var access = await context.HttpContext.RequestServices.GetRequiredService<SessionClient>()
                .AccessAsync(secret, context.HttpContext.RequestAborted);
            if (access is null)
            {
                context.RejectPrincipal();
                await context.HttpContext.SignOutAsync(CookieAuthenticationDefaults.AuthenticationScheme);
                return;
            }
            Note(context.Properties, access, now);
            context.ReplacePrincipal(PrincipalOf(access));
            context.ShouldRenew = true;
        }
        catch (Exception away) when (away is HttpRequestException or TaskCanceledException)
        {
            if (goodUntil <= now)
                context.RejectPrincipal();
        }
    }

    static async Task<string?> SecretAsync(HttpContext http) =>
        (await http.AuthenticateAsync(CookieAuthenticationDefaults.AuthenticationScheme)).Properties?.Items
            .TryGetValue(Secret, out var secret) == true ? secret : null;

    static void Note(AuthenticationProperties properties, SessionAccess access, DateTimeOffset now)
    {
        properties.Items[CheckedAt] = now.ToString("O", CultureInfo.InvariantCulture);
        properties.Items[GoodUntil] = now.AddSeconds(access.ExpiresIn).ToString("O", CultureInfo.InvariantCulture);
    }

    static DateTimeOffset Instant(IDictionary<string, string?> items, string name) =>
        items.TryGetValue(name, out var text)
        && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var instant)
            ? instant
            : DateTimeOffset.MinValue;

    static ClaimsPrincipal PrincipalOf(SessionAccess access)
    {
        var who = access.Caller;
        return PrincipalOf(
            new Caller(
                who.AccountId, who.Role, who.Name, who.Email, who.OrganisationId, who.OrganisationName, who.MemberRole,
                who.SessionId, who.OrganisationVerified),
            access.AccessToken);
    }

    static ClaimsPrincipal PrincipalOf(Caller caller, string token) => new(new ClaimsIdentity(
        [.. caller.ToClaims(), new Claim(TalentClaims.AccessToken, token)],
        CookieAuthenticationDefaults.AuthenticationScheme, TalentClaims.Name, TalentClaims.Role));

    static TimeProvider ClockOf(HttpContext http) => http.RequestServices.GetRequiredService<TimeProvider>();
}

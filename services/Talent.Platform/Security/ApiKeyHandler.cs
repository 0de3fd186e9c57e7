using System.Security.Claims;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Talent.Platform.Http;

namespace Talent.Platform.Security;

/// <summary>Callers that show an organisation's API key: <c>Authorization: Bearer tk_…</c>. They act for the
/// organisation in the role of its people, within the key's scopes (see <see cref="KeyScopeGuard"/>).</summary>
sealed class ApiKeyHandler(
    IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder, KnownApiKeys keys)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    public const string SchemeName = "api-key";
    const string Bearer = "Bearer ";

    /// <summary>True for a request that shows a key rather than a token.</summary>
    public static bool IsMeant(HttpContext context) =>
        context.Request.Headers.Authorization.ToString().StartsWith(
            Bearer + KnownApiKeys.Prefix, StringComparison.OrdinalIgnoreCase);

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (!IsMeant(Context))
            return AuthenticateResult.NoResult();
        var key = Request.Headers.Authorization.ToString()[Bearer.Length..].Trim();
        var from = Context.Connection.RemoteIpAddress?.ToString();
        var (owner, failure) = await keys.FindAsync(key, from, Context.RequestAborted);
        if (owner is null)
        {
            Context.Items[typeof(ApiKeyHandler)] = failure;
            return AuthenticateResult.Fail("The API key is not known, expired or revoked.");
        }
        var caller = new Caller(
            owner.Id, owner.Role, owner.Name, "", owner.OrganisationId, owner.OrganisationName,
            OrganisationVerified: owner.OrganisationVerified, Scopes: owner.Scopes);
        var principal = new ClaimsPrincipal(
            new ClaimsIdentity(caller.ToClaims(), SchemeName, TalentClaims.Name, TalentClaims.Role));
        var properties = new AuthenticationProperties();
        properties.StoreTokens([new AuthenticationToken { Name = "access_token", Value = key }]);
        return AuthenticateResult.Success(new AuthenticationTicket(principal, properties, SchemeName));
    }

    protected override async Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        // 503 or 429: what keys are good for could not be asked; the key itself may be right.
        var status = Context.Items[typeof(ApiKeyHandler)] is int failure ? failure : StatusCodes.Status401Unauthorized;
        if (status == StatusCodes.Status401Unauthorized)
            Response.Headers.WWWAuthenticate = JwtBearerDefaults.AuthenticationScheme;
        await Problems.Status(status).ExecuteAsync(Context);
    }

    protected override Task HandleForbiddenAsync(AuthenticationProperties properties) =>
        Problems.Status(StatusCodes.Status403Forbidden).ExecuteAsync(Context);
}

using System.Globalization;
using System.Security.Claims;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Talent.Platform.Security;

/// <summary>Issues and checks access tokens: JWT, ES256, <c>typ: at+jwt</c>, issuer and audience <c>talent</c>. Every process
/// checks; the private keys are read when one is issued, which is the identity service's to do.</summary>
public sealed class AccessTokens(Lazy<SigningKeys> signing, PublishedKeys published, TimeProvider clock)
{
    const string Issuer = "talent";
    const string TokenType = "at+jwt";
    static readonly JsonWebTokenHandler Handler = new() { MapInboundClaims = false };

    /// <summary>A token that speaks for <paramref name="caller"/> until <paramref name="lifetime"/> has passed.</summary>
    public string Issue(Caller caller, TimeSpan lifetime)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        return Handler.CreateToken(new SecurityTokenDescriptor
        {
            Issuer = Issuer,
            Audience = Issuer,
            TokenType = TokenType,
            IssuedAt = now,
            NotBefore = now,
            Expires = now + lifetime,
            Subject = new ClaimsIdentity(caller.ToClaims()),
            SigningCredentials = signing.Value.Credentials,
        });
    }

    /// <summary>The caller a token speaks for, or null when the token is not one of ours or no longer valid.</summary>
    public async Task<Caller?> ReadAsync(string token)
    {
        var result = await Handler.ValidateTokenAsync(token, Rules(published, clock));
        return result.IsValid ? Caller.From(new ClaimsPrincipal(result.ClaimsIdentity)) : null;
    }

    /// <summary>Until when the token holds that a caller showed, or whose cookie carries it; null for neither.</summary>
    public static DateTimeOffset? EndOf(ClaimsPrincipal principal)
    {
        if (long.TryParse(principal.FindFirstValue("exp"), CultureInfo.InvariantCulture, out var seconds))
            return DateTimeOffset.FromUnixTimeSeconds(seconds);
        return principal.FindFirstValue(TalentClaims.AccessToken) is { } token && Handler.CanReadToken(token)
            ? new DateTimeOffset(Handler.ReadJsonWebToken(token).ValidTo, TimeSpan.Zero)
            : null;
    }

    /// <summary>What a token must satisfy. The algorithm and type are pinned, and the key is one of ours by its id: a token
    /// can choose neither, whatever its header says.</summary>
    public static TokenValidationParameters Rules(PublishedKeys keys, TimeProvider clock) => new()
    {
        ValidIssuer = Issuer,
        ValidAudience = Issuer,
        ValidAlgorithms = [SecurityAlgorithms.EcdsaSha256],
        ValidTypes = [TokenType],
        IssuerSigningKeyResolver = (_, _, id, _) => keys.Named(id),
        TryAllIssuerSigningKeys = false,
        RequireSignedTokens = true,
        RequireExpirationTime = true,
        NameClaimType = TalentClaims.Name,
        RoleClaimType = TalentClaims.Role,
        LifetimeValidator = (from, to, _, _) =>
        {
            var now = clock.GetUtcNow().UtcDateTime;
            return (from is null || from <= now.AddSeconds(30)) && to is { } until && until > now;
        },
    };
}

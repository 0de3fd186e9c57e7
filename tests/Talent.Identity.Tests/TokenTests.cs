using System.Net;
using System.Security.Claims;
using System.Security.Cryptography;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using Talent.Contracts.Identity;
using Talent.Platform.Security;
using Talent.Testing;
using static Talent.Identity.Tests.Installation;

namespace Talent.Identity.Tests;

/// <summary>Access tokens that are not ours, however they are dressed up.</summary>
public sealed class TokenTests
{
    static readonly JsonWebTokenHandler Handler = new() { SetDefaultTimesOnTokenCreation = false };

    [Fact]
    public async Task A_token_of_ours_is_taken_and_its_twin_with_one_thing_changed_is_not()
    {
        await using var app = await StartAsync();
        var session = await app.JoinAsync("ada@example.org");
        var ours = app.Services.GetRequiredService<SigningKeys>().Credentials;
        var expected = Description(session, app.Clock.GetUtcNow().UtcDateTime, ours);
        (await StatusAsync(app, Handler.CreateToken(expected))).ShouldBe(HttpStatusCode.OK);

        var now = app.Clock.GetUtcNow().UtcDateTime;
        var wrong = new Dictionary<string, Action<SecurityTokenDescriptor>>(StringComparer.Ordinal)
        {
            ["no typ"] = token => token.TokenType = null,
            ["typ of an id token"] = token => token.TokenType = "JWT",
            ["another audience"] = token => token.Audience = "elsewhere",
            ["no audience"] = token => token.Audience = null,
            ["another issuer"] = token => token.Issuer = "elsewhere",
            ["expired"] = token => (token.NotBefore, token.IssuedAt, token.Expires) = (now.AddHours(-2), now.AddHours(-2), now.AddSeconds(-1)),
            ["no expiry"] = token => token.Expires = null,
            ["not yet valid"] = token => (token.NotBefore, token.Expires) = (now.AddHours(1), now.AddHours(2)),
        };
        foreach (var (what, change) in wrong)
        {
            var token = Description(session, now, ours);
            change(token);
            (await StatusAsync(app, Handler.CreateToken(token))).ShouldBe(HttpStatusCode.Unauthorized, what);
        }
    }

    [Fact]
    public async Task A_token_signed_with_nothing_or_with_the_public_key_as_a_secret_is_refused()
    {
        await using var app = await StartAsync();
        var session = await app.JoinAsync("ada@example.org");
        var now = app.Clock.GetUtcNow().UtcDateTime;
        var keys = app.Services.GetRequiredService<SigningKeys>();
        var key = (ECDsaSecurityKey)keys.Credentials.Key;
        var body = session.AccessToken.Split('.')[1];

        var none = Base64UrlEncoder.Encode($$"""{"alg":"none","typ":"at+jwt","kid":"{{key.KeyId}}"}""");
        foreach (var signature in new[] { "", session.AccessToken.Split('.')[2] })
            (await StatusAsync(app, $"{none}.{body}.{signature}")).ShouldBe(HttpStatusCode.Unauthorized, "alg none");

        foreach (var secret in new[]
        {
            key.ECDsa.ExportSubjectPublicKeyInfo(),
            System.Text.Encoding.ASCII.GetBytes(key.ECDsa.ExportSubjectPublicKeyInfoPem()),
            System.Text.Encoding.UTF8.GetBytes(app.Services.GetRequiredService<PublishedKeys>().ReadSet()!),
        })
        {
            var confused = new SigningCredentials(
                new SymmetricSecurityKey(secret) { KeyId = key.KeyId }, SecurityAlgorithms.HmacSha256);
            (await StatusAsync(app, Handler.CreateToken(Description(session, now, confused))))
                .ShouldBe(HttpStatusCode.Unauthorized, "HS256");
        }
    }

    [Fact]
    public async Task A_key_that_comes_with_the_token_is_not_looked_at()
    {
        await using var app = await StartAsync();
        var session = await app.JoinAsync("ada@example.org");
        var now = app.Clock.GetUtcNow().UtcDateTime;
        var ours = app.Services.GetRequiredService<SigningKeys>().Credentials.Key.KeyId;
        using var strangers = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var point = strangers.ExportParameters(false).Q;
        foreach (var id in new[] { ours, "another" })
        {
            foreach (var header in new Dictionary<string, object>(StringComparer.Ordinal)
            {
                ["jwk"] = new Dictionary<string, object>(StringComparer.Ordinal)
                {
                    ["kty"] = "EC", ["crv"] = "P-256", ["kid"] = id,
                    ["x"] = Base64UrlEncoder.Encode(point.X), ["y"] = Base64UrlEncoder.Encode(point.Y),
                },
                ["jku"] = "http://127.0.0.1:9/jwks.json",
                ["x5u"] = "http://127.0.0.1:9/key.pem",
            })
            {
                var token = Description(session, now, new SigningCredentials(
                    new ECDsaSecurityKey(strangers) { KeyId = id }, SecurityAlgorithms.EcdsaSha256));
                token.AdditionalHeaderClaims = new Dictionary<string, object>(StringComparer.Ordinal) { [header.Key] = header.Value };
                (await StatusAsync(app, Handler.CreateToken(token))).ShouldBe(HttpStatusCode.Unauthorized, $"{header.Key} {id}");
            }
        }
    }

    [Fact]
    public async Task A_token_ends_after_ten_minutes()
    {
        await using var app = await StartAsync();
        var session = await app.JoinAsync("ada@example.org");
        session.ExpiresIn.ShouldBe(600);
        app.Clock.Advance(TimeSpan.FromSeconds(590));
        (await StatusAsync(app, session.AccessToken)).ShouldBe(HttpStatusCode.OK);
        app.Clock.Advance(TimeSpan.FromSeconds(11));
        (await StatusAsync(app, session.AccessToken)).ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Theory, StoreData]
    public async Task A_refresh_token_is_good_once_and_used_twice_it_ends_the_session(string store)
    {
        await using var app = await StartAsync(store);
        await app.JoinAsync("ada@example.org");
        using var client = app.ClientWith(null);
        var first = await client.AnswerAsync<TokenAnswer>("/token", new SignInInput("ADA@example.org", Password));
        var second = await client.AnswerAsync<TokenAnswer>("/token/refresh", new RefreshInput(first.RefreshToken));
        second.RefreshToken.ShouldNotBe(first.RefreshToken);
        using var signedIn = app.ClientWith(second.AccessToken);
        (await signedIn.StatusOfMeAsync()).ShouldBe(HttpStatusCode.OK);

        (await client.ProblemAsync("/token/refresh", new RefreshInput(first.RefreshToken)))
            .ShouldBe((HttpStatusCode.Unauthorized, "session-ended"));

        (await client.ProblemAsync("/token/refresh", new RefreshInput(second.RefreshToken)))
            .ShouldBe((HttpStatusCode.Unauthorized, "session-ended"));
        (await signedIn.StatusOfMeAsync()).ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task A_refresh_token_ends_with_thirty_days_whatever_is_done_and_with_a_week_of_doing_nothing()
    {
        await using var app = await StartAsync();
        await app.JoinAsync("ada@example.org");
        using var client = app.ClientWith(null);
        var token = await client.AnswerAsync<TokenAnswer>("/token", new SignInInput("ada@example.org", Password));
        for (var day = 0; day < 25; day += 5)
        {
            app.Clock.Advance(TimeSpan.FromDays(5));
            token = await client.AnswerAsync<TokenAnswer>("/token/refresh", new RefreshInput(token.RefreshToken));
        }
        app.Clock.Advance(TimeSpan.FromDays(5.1));
        (await client.ProblemAsync("/token/refresh", new RefreshInput(token.RefreshToken))).Status
            .ShouldBe(HttpStatusCode.Unauthorized);

        token = await client.AnswerAsync<TokenAnswer>("/token", new SignInInput("ada@example.org", Password));
        app.Clock.Advance(TimeSpan.FromDays(7.1));
        (await client.ProblemAsync("/token/refresh", new RefreshInput(token.RefreshToken))).Status
            .ShouldBe(HttpStatusCode.Unauthorized);
    }

    static SecurityTokenDescriptor Description(SessionAnswer session, DateTime now, SigningCredentials credentials) => new()
    {
        Issuer = "talent",
        Audience = "talent",
        TokenType = "at+jwt",
        IssuedAt = now,
        NotBefore = now,
        Expires = now.AddMinutes(10),
        Subject = new ClaimsIdentity(new Caller(
            session.Caller.AccountId, Roles.Graduate, "Ada", "ada@example.org", null, null,
            SessionId: session.Caller.SessionId).ToClaims()),
        SigningCredentials = credentials,
    };

    static async Task<HttpStatusCode> StatusAsync(TalentApp app, string token)
    {
        using var client = app.ClientWith(null);
        client.DefaultRequestHeaders.TryAddWithoutValidation("Authorization", $"Bearer {token}");
        return await client.StatusOfMeAsync();
    }
}

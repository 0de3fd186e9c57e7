using System.Net;
using System.Net.Http.Json;
using System.Text;
using Talent.Contracts.Identity;
using Talent.Identity.SigningIn;
using Talent.Testing;
using static Talent.Identity.Tests.Installation;

namespace Talent.Identity.Tests;

public sealed class SecondFactorTests
{
    [Theory]
    [InlineData(59, "287082")]
    [InlineData(1111111109, "081804")]
    [InlineData(20000000000, "353130")]
    public void Codes_are_those_of_RFC_6238(long seconds, string code)
    {
        var key = Encoding.ASCII.GetBytes("12345678901234567890");
        Totp.CodeOf(key, Totp.StepOf(DateTimeOffset.FromUnixTimeSeconds(seconds))).ShouldBe(code);
        Totp.Base32(key).ShouldBe("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ");
    }

    [Theory, StoreData]
    public async Task An_employer_sets_it_up_and_each_code_is_taken_once(string store)
    {
        await using var app = await StartAsync(store);
        var joined = await app.JoinAsEmployerAsync("ada@example.org");
        // The organisation asks for it: until then nothing can be done for the organisation.
        joined.Caller.Role.ShouldBe("pending");
        using var client = app.ClientWith(joined.AccessToken);
        var (secret, codes) = await EnrolAsync(app, client);
        codes.Count.ShouldBe(10);
        (await AccessAsync(client, joined.SessionToken)).Caller.Role.ShouldBe("employer");

        (await client.ProblemAsync("/sessions", SignIn())).ShouldBe((HttpStatusCode.Unauthorized, "second-factor-required"));
        app.Clock.Advance(TimeSpan.FromSeconds(30));
        var code = CodeOf(app, secret);
        (await client.AnswerAsync<SessionAnswer>("/sessions", SignIn(code))).Caller.Role.ShouldBe("employer");
        (await client.ProblemAsync("/sessions", SignIn(code))).ShouldBe((HttpStatusCode.Unauthorized, "wrong-code"));

        (await client.AnswerAsync<SessionAnswer>("/sessions", SignIn(recovery: codes[0].ToUpperInvariant())))
            .Caller.Role.ShouldBe("employer");
        (await client.ProblemAsync("/sessions", SignIn(recovery: codes[0])))
            .ShouldBe((HttpStatusCode.Unauthorized, "wrong-code"));
        (await client.GetFromJsonAsync<Me>(Path("/me")))!.RecoveryCodesLeft.ShouldBe(9);
    }

    [Fact]
    public async Task The_same_code_at_the_same_moment_signs_in_once()
    {
        await using var app = await StartAsync();
        var joined = await app.JoinAsync("ada@example.org");
        using var client = app.ClientWith(joined.AccessToken);
        var (secret, _) = await EnrolAsync(app, client);
        app.Clock.Advance(TimeSpan.FromSeconds(30));
        var code = CodeOf(app, secret);
        var answers = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => client.ProblemAsync("/sessions", SignIn(code))));
        answers.Count(answer => answer.Status == HttpStatusCode.OK).ShouldBe(1);
    }

    [Fact]
    public async Task Removing_it_takes_a_code_and_codes_cannot_be_guessed()
    {
        await using var app = await StartAsync();
        var joined = await app.JoinAsync("ada@example.org");
        using var client = app.ClientWith(joined.AccessToken);
        var (secret, _) = await EnrolAsync(app, client);
        app.Clock.Advance(TimeSpan.FromSeconds(30));
        (await RemoveAsync(client, "000000")).ShouldBe(HttpStatusCode.BadRequest);
        (await RemoveAsync(client, CodeOf(app, secret))).ShouldBe(HttpStatusCode.NoContent);
        (await client.ProblemAsync("/sessions", SignIn())).Status.ShouldBe(HttpStatusCode.OK);

        await client.AnswerAsync<SecondFactorStart>("/second-factor", new { });
        var guesses = new List<HttpStatusCode>();
        for (var guess = 0; guess < 12; guess++)
            guesses.Add((await client.ProblemAsync("/second-factor/confirm", new CodeInput("12345"))).Status);
        guesses[^1].ShouldBe(HttpStatusCode.TooManyRequests);
    }

    static SignInInput SignIn(string? code = null, string? recovery = null) =>
        new("ada@example.org", Password, code, recovery);

    internal static async Task<(byte[] Secret, IReadOnlyList<string> Codes)> EnrolAsync(TalentApp app, HttpClient client)
    {
        var start = await client.AnswerAsync<SecondFactorStart>("/second-factor", new { });
        start.OtpauthUri.ShouldContain(start.Secret);
        start.QrSvg.ShouldStartWith("<svg");
        var secret = FromBase32(start.Secret);
        var codes = await client.AnswerAsync<RecoveryCodes>("/second-factor/confirm", new CodeInput(CodeOf(app, secret)));
        return (secret, codes.Codes);
    }

    static string CodeOf(TalentApp app, byte[] secret) => Totp.CodeOf(secret, Totp.StepOf(app.Clock.GetUtcNow()));

    static Task<SessionAccess> AccessAsync(HttpClient client, string session) =>
        client.AnswerAsync<SessionAccess>("/sessions/access", new SessionInput(session));

    static async Task<HttpStatusCode> RemoveAsync(HttpClient client, string code)
    {
        using var request = new HttpRequestMessage(HttpMethod.Delete, Path("/second-factor"))
        {
            Content = JsonContent.Create(new CodeInput(code)),
        };
        using var answer = await client.SendAsync(request);
        return answer.StatusCode;
    }

    static byte[] FromBase32(string text)
    {
        var bits = string.Concat(text.Select(letter => Convert.ToString(
            "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".IndexOf(letter, StringComparison.Ordinal), 2).PadLeft(5, '0')));
        return [.. bits.Chunk(8).Select(octet => Convert.ToByte(new string(octet), 2))];
    }
}

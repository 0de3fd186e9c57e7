using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Talent.Contracts.Identity;
using Talent.Testing;
using static Talent.Identity.Tests.Installation;

namespace Talent.Identity.Tests;

public sealed class PasskeyTests
{
    const string Origin = "http://localhost:5080";

    [Theory, StoreData]
    public async Task A_passkey_signs_in_without_a_password_and_counts_as_a_second_factor(string store)
    {
        await using var app = await StartAsync(store, address: Origin);
        var joined = await app.JoinAsEmployerAsync("ada@example.org");
        using var owner = app.ClientWith(joined.AccessToken);
        using var device = new SoftwareAuthenticator(Origin);
        await AddAsync(owner, device);
        (await owner.AnswerAsync<SessionAccess>("/sessions/access", new SessionInput(joined.SessionToken)))
            .Caller.Role.ShouldBe("employer");

        using var anyone = app.ClientWith(null);
        var session = await SignInAsync(anyone, device);
        session.Caller.AccountId.ShouldBe(joined.Caller.AccountId);
        session.Caller.Role.ShouldBe("employer");
        session = await SignInAsync(anyone, device);

        using var again = app.ClientWith(session.AccessToken);
        var passkey = (await again.GetFromJsonAsync<List<PasskeyInfo>>(Path("/passkeys")))!.ShouldHaveSingleItem();
        (passkey.Name, passkey.LastUsedAt is not null).ShouldBe(("Phone", true));
        (await again.DeleteAsync(Path($"/passkeys/{passkey.Id}"))).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        var options = await anyone.AnswerAsync<PasskeyOptions>("/passkeys/sign-in/options", new { });
        (await anyone.ProblemAsync("/passkeys/sign-in", new PasskeySignInInput(options.State, device.Assert(options.Options))))
            .ShouldBe((HttpStatusCode.Unauthorized, "passkey-refused"));
    }

    [Fact]
    public async Task What_a_passkey_says_is_good_once()
    {
        await using var app = await StartAsync(address: Origin);
        var joined = await app.JoinAsync("ada@example.org");
        using var client = app.ClientWith(joined.AccessToken);
        using var device = new SoftwareAuthenticator(Origin);
        await AddAsync(client, device);
        var options = await client.AnswerAsync<PasskeyOptions>("/passkeys/sign-in/options", new { });
        var said = new PasskeySignInInput(options.State, device.Assert(options.Options));
        await client.AnswerAsync<SessionAnswer>("/passkeys/sign-in", said);
        (await client.ProblemAsync("/passkeys/sign-in", said)).Status.ShouldNotBe(HttpStatusCode.OK);

        options = await client.AnswerAsync<PasskeyOptions>("/passkeys/sign-in/options", new { });
        said = new PasskeySignInInput(options.State, device.Assert(options.Options));
        app.Clock.Advance(TimeSpan.FromMinutes(5.1));
        (await client.ProblemAsync("/passkeys/sign-in", said)).ShouldBe((HttpStatusCode.Unauthorized, "passkey-refused"));
    }

    [Theory]
    [InlineData("http://localhost:9999", false)]
    [InlineData("https://elsewhere.example", false)]
    [InlineData(Origin, true)]
    public async Task A_passkey_used_on_another_site_or_without_its_owner_is_refused(string origin, bool unverified)
    {
        await using var app = await StartAsync(address: Origin);
        var joined = await app.JoinAsync("ada@example.org");
        using var client = app.ClientWith(joined.AccessToken);
        using var device = new SoftwareAuthenticator(Origin);
        await AddAsync(client, device);
        device.Origin = origin;
        device.VerifiesUser = !unverified;
        var options = await client.AnswerAsync<PasskeyOptions>("/passkeys/sign-in/options", new { });
        (await client.ProblemAsync("/passkeys/sign-in", new PasskeySignInInput(options.State, device.Assert(options.Options))))
            .ShouldBe((HttpStatusCode.Unauthorized, "passkey-refused"));
    }

    [Fact]
    public async Task A_passkey_made_for_one_person_is_not_kept_for_another()
    {
        await using var app = await StartAsync(address: Origin);
        using var ada = app.ClientWith((await app.JoinAsync("ada@example.org")).AccessToken);
        using var eve = app.ClientWith((await app.JoinAsync("eve@example.org")).AccessToken);
        using var device = new SoftwareAuthenticator(Origin);
        var options = await ada.AnswerAsync<PasskeyOptions>("/passkeys/options", new { });
        var credential = device.Attest(options.Options);
        (await eve.ProblemAsync("/passkeys", new PasskeyInput(options.State, credential, "Phone")))
            .ShouldBe((HttpStatusCode.Unauthorized, "passkey-refused"));
    }

    static async Task AddAsync(HttpClient client, SoftwareAuthenticator device)
    {
        var options = await client.AnswerAsync<PasskeyOptions>("/passkeys/options", new { });
        options.Options.GetProperty("rp").GetProperty("id").GetString().ShouldBe("localhost");
        await client.AnswerAsync<PasskeyInfo>(
            "/passkeys", new PasskeyInput(options.State, device.Attest(options.Options), "Phone"));
    }

    static async Task<SessionAnswer> SignInAsync(HttpClient client, SoftwareAuthenticator device)
    {
        var options = await client.AnswerAsync<PasskeyOptions>("/passkeys/sign-in/options", new { });
        options.Options.TryGetProperty("allowCredentials", out var allowed).ShouldBe(allowed.ValueKind is JsonValueKind.Array);
        return await client.AnswerAsync<SessionAnswer>(
            "/passkeys/sign-in", new PasskeySignInInput(options.State, device.Assert(options.Options)));
    }
}

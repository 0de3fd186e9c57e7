using System.Net;
using System.Net.Http.Json;
using Talent.Contracts.Identity;
using Talent.Testing;
using static Talent.Identity.Tests.Installation;

namespace Talent.Identity.Tests;

public sealed class AccountTests
{
    [Theory, StoreData]
    public async Task A_graduate_registers_and_the_link_in_the_mail_signs_in_once(string store)
    {
        await using var app = await StartAsync(store);
        var joined = await app.JoinAsync("ada@example.org");
        (joined.Caller.Role, joined.Caller.Name, joined.Caller.OrganisationId).ShouldBe(("graduate", "Ada Example", null));
        var mail = await app.MailToAsync("ada@example.org");
        using var client = app.ClientWith(joined.AccessToken);
        (await client.ProblemAsync("/verify", new VerifyInput(TokenIn(mail)))).ShouldBe((HttpStatusCode.Gone, "link-ended"));
        (await client.ProblemAsync("/verify", new VerifyInput("made up"))).ShouldBe((HttpStatusCode.Gone, "link-ended"));
        var me = (await client.GetFromJsonAsync<Me>(Path("/me")))!;
        (me.Email, me.Language, me.Zone, me.SecondFactorRequired).ShouldBe(("ada@example.org", "en", "Africa/Cairo", false));
    }

    [Fact]
    public async Task An_employer_registers_together_with_the_enterprise_and_owns_it_unverified()
    {
        await using var app = await StartAsync();
        var joined = await app.JoinAsEmployerAsync("ada@example.org");
        using var client = app.ClientWith(joined.AccessToken);
        var me = (await client.GetFromJsonAsync<Me>(Path("/me")))!;
        var membership = me.Memberships.ShouldHaveSingleItem();
        (membership.Name, membership.Kind, membership.State, membership.MemberRole)
            .ShouldBe(("Example Robotics", "enterprise", "unverified", "owner"));
        (me.SecondFactorRequired, me.Caller.OrganisationVerified).ShouldBe((true, false));
    }

    [Fact]
    public async Task A_link_ends_after_a_day()
    {
        await using var app = await StartAsync();
        using var client = app.ClientWith(null);
        await client.SendAsync("/register", new RegisterInput("ada@example.org", Password, "Ada", "en", null, "graduate"));
        var token = TokenIn(await app.MailToAsync("ada@example.org"));
        app.Clock.Advance(TimeSpan.FromHours(24.1));
        (await client.ProblemAsync("/verify", new VerifyInput(token))).Code.ShouldBe("link-ended");
    }

    [Fact]
    public async Task What_is_wrong_with_a_registration_is_said_by_field()
    {
        await using var app = await StartAsync();
        using var client = app.ClientWith(null);
        using var answer = await client.SendAsync("/register", new RegisterInput(
            "no address", "short", " ", "xx", "Mars/Olympus", "king"));
        (await ProblemDocument.ReadAsync(answer)).Wrong.ShouldBe(
        [
            "$.as unknown-option", "$.email not-an-address", "$.language unknown-option", "$.name missing",
            "$.password password-too-short", "$.zone unknown-option",
        ]);
    }

    [Theory]
    [InlineData("1234567890123", "password-known")]
    [InlineData("aaaaaaaaaaaaaa", "password-known")]
    [InlineData("abcabcabcabc", "password-known")]
    [InlineData("qwertyuiop[]1", "password-known")]
    [InlineData("P@ssw0rd2026!!", "password-known")]
    [InlineData("sunshine12345", "password-known")]
    [InlineData("administrator", "password-known")]
    [InlineData("Ada.Lovelace!12", "password-about-you")]
    [InlineData("talent-2026-01", "password-about-you")]
    [InlineData("ada@example.org", "password-about-you")]
    public async Task A_password_that_others_would_try_first_is_not_taken(string password, string code)
    {
        await using var app = await StartAsync();
        using var client = app.ClientWith(null);
        using var answer = await client.SendAsync("/register", new RegisterInput(
            "ada@example.org", password, "Ada Lovelace", "en", null, "graduate"));
        (await ProblemDocument.ReadAsync(answer)).Wrong.ShouldBe([$"$.password {code}"]);
    }

    [Theory]
    [InlineData("seven herons cross the delta")]
    [InlineData("Zr9!kQ2m#Lw7")]
    [InlineData("七只苍鹭飞过三角洲的清晨")]
    [InlineData("lighthouse parsnip 41")]
    public async Task A_long_password_of_ones_own_is_taken_whatever_signs_it_has(string password)
    {
        await using var app = await StartAsync();
        using var client = app.ClientWith(null);
        using var answer = await client.SendAsync("/register", new RegisterInput(
            "ada@example.org", password, "Ada Lovelace", "en", null, "graduate"));
        answer.StatusCode.ShouldBe(HttpStatusCode.Accepted, await answer.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task An_operators_list_of_breached_passwords_is_looked_into()
    {
        using var folder = new TempFolder();
        var hashes = Enumerable.Range(0, 5000).Select(number => $"filler {number}").Append("lighthouse parsnip 41")
            .Select(Sha1)
            .Order(StringComparer.Ordinal).Select((hash, at) => $"{hash}:{at}");
        await File.WriteAllLinesAsync(folder["breached.txt"], hashes);
        await using var app = await StartAsync(
            adjust: builder => builder.Configuration["Talent:Passwords:Breached"] = folder["breached.txt"]);
        using var client = app.ClientWith(null);
        using var listed = await client.SendAsync("/register", new RegisterInput(
            "ada@example.org", "lighthouse parsnip 41", "Ada", "en", null, "graduate"));
        (await ProblemDocument.ReadAsync(listed)).Wrong.ShouldBe(["$.password password-known"]);
        using var other = await client.SendAsync("/register", new RegisterInput(
            "ada@example.org", "lighthouse parsnip 42", "Ada", "en", null, "graduate"));
        other.StatusCode.ShouldBe(HttpStatusCode.Accepted);
    }

    [Theory, StoreData]
    public async Task A_forgotten_password_is_set_anew_with_the_link_and_ends_every_session(string store)
    {
        await using var app = await StartAsync(store);
        var joined = await app.JoinAsync("ada@example.org");
        using var client = app.ClientWith(joined.AccessToken);
        await client.SendAsync("/password/forgot", new ForgotInput("Ada@Example.org"));
        var token = TokenIn(await app.MailToAsync("ada@example.org", number: 2));

        (await client.ProblemAsync("/password/reset", new ResetInput(token, "short"))).Code.ShouldBe("invalid-input");
        (await client.ProblemAsync("/password/reset", new ResetInput(token, Other))).Status.ShouldBe(HttpStatusCode.NoContent);

        (await client.ProblemAsync("/password/reset", new ResetInput(token, Other))).Code.ShouldBe("link-ended");
        (await client.StatusOfMeAsync()).ShouldBe(HttpStatusCode.Unauthorized);
        (await client.ProblemAsync("/sessions", new SignInInput("ada@example.org", Password))).Code.ShouldBe("wrong-credentials");
        (await client.ProblemAsync("/sessions", new SignInInput("ada@example.org", Other))).Status.ShouldBe(HttpStatusCode.OK);
        (await app.MailToAsync("ada@example.org", number: 3)).ShouldContain("password was changed");
    }

    [Fact]
    public async Task A_link_for_a_new_password_ends_after_half_an_hour()
    {
        await using var app = await StartAsync();
        await app.JoinAsync("ada@example.org");
        using var client = app.ClientWith(null);
        await client.SendAsync("/password/forgot", new ForgotInput("ada@example.org"));
        var token = TokenIn(await app.MailToAsync("ada@example.org", number: 2));
        app.Clock.Advance(TimeSpan.FromMinutes(30.1));
        (await client.ProblemAsync("/password/reset", new ResetInput(token, Other))).Code.ShouldBe("link-ended");
    }

    [Fact]
    public async Task Changing_the_password_takes_the_old_one_and_ends_the_other_sessions()
    {
        await using var app = await StartAsync();
        var joined = await app.JoinAsync("ada@example.org");
        using var client = app.ClientWith(joined.AccessToken);
        var other = await client.AnswerAsync<SessionAnswer>("/sessions", new SignInInput("ada@example.org", Password));
        (await client.PutAsJsonAsync(Path("/password"), new PasswordInput("not it at all", Other)))
            .StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await client.PutAsJsonAsync(Path("/password"), new PasswordInput(Password, Other)))
            .StatusCode.ShouldBe(HttpStatusCode.NoContent);
        (await client.StatusOfMeAsync()).ShouldBe(HttpStatusCode.OK);
        (await client.ProblemAsync("/sessions/access", new SessionInput(other.SessionToken))).Code.ShouldBe("session-ended");
    }

    [Theory, StoreData]
    public async Task The_set_up_link_makes_the_first_office_once(string store)
    {
        await using var app = await StartAsync(store);
        using var client = app.ClientWith(null);
        var line = Microsoft.Extensions.DependencyInjection.ServiceProviderServiceExtensions
            .GetRequiredService<Platform.StartNotices>(app.Services).Lines.ShouldHaveSingleItem();
        var input = new SetUpInput(
            TokenIn(line), "ines@example.org", Password, "Ines Example", "en", "Europe/Lisbon", "Example Office", "PT");
        var answer = await client.AnswerAsync<SessionAnswer>("/set-up", input);
        (answer.Caller.Role, answer.Caller.MemberRole, answer.Caller.OrganisationVerified)
            .ShouldBe(("pending", "administrator", true));
        (await client.ProblemAsync("/set-up", input with { Email = "eve@example.org" })).Code.ShouldBe("link-ended");
        using var office = app.ClientWith(answer.AccessToken);
        await SecondFactorTests.EnrolAsync(app, office);
        (await office.AnswerAsync<SessionAccess>("/sessions/access", new SessionInput(answer.SessionToken)))
            .Caller.Role.ShouldBe("office");
    }

#pragma warning disable CA5350 // The lists that exist are of SHA-1.
    static string Sha1(string text) =>
        Convert.ToHexString(System.Security.Cryptography.SHA1.HashData(System.Text.Encoding.UTF8.GetBytes(text)));
#pragma warning restore CA5350
}

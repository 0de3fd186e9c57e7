using System.Net;
using System.Net.Http.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Talent.Contracts.Identity;
using Talent.Identity.Tests.Organisations;
using Talent.Platform.Security;
using Talent.Testing;
using static Talent.Identity.Tests.Installation;

namespace Talent.Identity.Tests;

public sealed class SessionTests
{
    const string Cookie = "__Host-talent";

    [Fact]
    public async Task Sessions_are_listed_and_ended_one_by_one_or_all()
    {
        await using var app = await StartAsync();
        var first = await app.JoinAsync("ada@example.org");
        using var here = app.ClientWith(first.AccessToken);
        here.DefaultRequestHeaders.UserAgent.ParseAdd("Mozilla/5.0 (Windows NT 10.0; rv:140.0) Gecko/20100101 Firefox/140.0");
        var second = await here.AnswerAsync<SessionAnswer>("/sessions", new SignInInput("ada@example.org", Password));
        await here.AnswerAsync<TokenAnswer>("/token", new SignInInput("ada@example.org", Password));

        var sessions = await here.GetFromJsonAsync<List<SessionInfo>>(Path("/sessions"));
        sessions!.Count.ShouldBe(3);
        sessions.Single(session => session.Current).Id.ShouldBe(first.Caller.SessionId!.Value);
        sessions.ShouldContain(session => session.Device == "Firefox, Windows" && session.Address == "127.0.0.1");

        (await here.DeleteAsync(Path($"/sessions/{second.Caller.SessionId}"))).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        (await here.ProblemAsync("/sessions/access", new SessionInput(second.SessionToken)))
            .ShouldBe((HttpStatusCode.Unauthorized, "session-ended"));
        (await here.DeleteAsync(Path("/sessions?keepCurrent=true"))).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        (await here.GetFromJsonAsync<List<SessionInfo>>(Path("/sessions")))!.ShouldHaveSingleItem().Current.ShouldBeTrue();
        (await here.DeleteAsync(Path("/sessions"))).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        (await here.StatusOfMeAsync()).ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task The_audit_trail_tells_of_failed_sign_ins_ended_sessions_and_copied_tokens()
    {
        await using var app = await StartAsync();
        var joined = await app.JoinAsEmployerAsync("ada@example.org");
        using var client = app.ClientWith(joined.AccessToken);
        await client.ProblemAsync("/sessions", new SignInInput("ada@example.org", Other));
        await client.ProblemAsync("/sessions", new SignInInput("nobody@example.org", Other));
        var there = await client.AnswerAsync<SessionAnswer>("/sessions", new SignInInput("ada@example.org", Password));
        (await client.DeleteAsync(Path($"/sessions/{there.Caller.SessionId}"))).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        var tokens = await client.AnswerAsync<TokenAnswer>("/token", new SignInInput("ada@example.org", Password));
        await client.AnswerAsync<TokenAnswer>("/token/refresh", new RefreshInput(tokens.RefreshToken));
        await client.ProblemAsync("/token/refresh", new RefreshInput(tokens.RefreshToken));
        await client.ProblemAsync("/token/refresh", new RefreshInput(tokens.RefreshToken));
        (await client.SendAsync("/sessions/end", new SessionInput(joined.SessionToken))).StatusCode
            .ShouldBe(HttpStatusCode.NoContent);

        var actions = await app.ActionsAsync(joined.Caller.OrganisationId!.Value);
        actions.Where(action => action.StartsWith("account.", StringComparison.Ordinal)).ShouldBe(
        [
            AuditActions.SignedIn, AuditActions.SignInFailed, AuditActions.SignedIn, AuditActions.SessionsEnded,
            AuditActions.SignedIn, AuditActions.RefreshReused, AuditActions.SignedOut,
        ]);
    }

    [Fact]
    public async Task Nobody_ends_another_persons_session()
    {
        await using var app = await StartAsync();
        var ada = await app.JoinAsync("ada@example.org");
        using var eve = app.ClientWith((await app.JoinAsync("eve@example.org")).AccessToken);
        (await eve.DeleteAsync(Path($"/sessions/{ada.Caller.SessionId}"))).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_member_acts_for_the_organisation_or_as_a_graduate_and_for_no_other()
    {
        await using var app = await StartAsync();
        var joined = await app.JoinAsEmployerAsync("ada@example.org");
        var others = await app.JoinAsEmployerAsync("eve@example.org");
        using var client = app.ClientWith(joined.AccessToken);
        var organisation = joined.Caller.OrganisationId!.Value;
        (await client.AnswerAsync<SessionAccess>("/sessions/act", new ActInput(null))).Caller.Role.ShouldBe("graduate");
        (await client.AnswerAsync<SessionAccess>("/sessions/access", new SessionInput(joined.SessionToken)))
            .Caller.OrganisationId.ShouldBeNull();
        (await client.AnswerAsync<SessionAccess>("/sessions/act", new ActInput(organisation)))
            .Caller.OrganisationId.ShouldBe(organisation);
        (await client.ProblemAsync("/sessions/act", new ActInput(others.Caller.OrganisationId)))
            .ShouldBe((HttpStatusCode.NotFound, "no-member"));
    }

    [Fact]
    public async Task The_cookie_is_bound_to_the_host_and_new_at_every_sign_in()
    {
        await using var app = await StartAsync(adjust: WithSignInPage);
        await app.JoinAsync("ada@example.org");
        using var jar = new CookieJar();
        using var browser = new HttpClient(jar) { BaseAddress = app.Address };
        // What somebody put there beforehand is not what counts afterwards.
        jar.Plant(Cookie, "planted");
        await SignInAsync(browser);
        var first = jar.Cookies[Cookie];
        first.ShouldNotBe("planted");
        foreach (var line in jar.Lines)
        {
            var parts = line.Split("; ").Skip(1).Select(part => part.ToLowerInvariant()).ToList();
            parts.ShouldContain("path=/", line);
            parts.ShouldContain("secure", line);
            parts.ShouldContain("httponly", line);
            parts.ShouldContain("samesite=lax", line);
            parts.ShouldNotContain(part => part.StartsWith("domain", StringComparison.Ordinal), line);
        }
        jar.Lines.Select(line => line.Split('=')[0]).ShouldBe(["__Host-talent-device", Cookie], ignoreOrder: true);
        var session = await SessionAsync(browser);
        await SignInAsync(browser);
        jar.Cookies[Cookie].ShouldNotBe(first);
        (await SessionAsync(browser)).ShouldNotBe(session);
    }

    [Fact]
    public async Task The_cookie_is_renewed_while_the_session_stands_and_refused_within_a_minute_of_its_end()
    {
        await using var app = await StartAsync(adjust: WithSignInPage);
        await app.JoinAsync("ada@example.org");
        using var jar = new CookieJar();
        using var browser = new HttpClient(jar) { BaseAddress = app.Address };
        await SignInAsync(browser);
        for (var quarter = 0; quarter < 4; quarter++)
        {
            app.Clock.Advance(TimeSpan.FromMinutes(15));
            (await browser.StatusOfMeAsync()).ShouldBe(HttpStatusCode.OK);
        }
        using var elsewhere = app.ClientWith(null);
        var other = await elsewhere.AnswerAsync<SessionAnswer>("/sessions", new SignInInput("ada@example.org", Password));
        using var signedIn = app.ClientWith(other.AccessToken);
        await signedIn.DeleteAsync(Path("/sessions"));
        app.Clock.Advance(TimeSpan.FromSeconds(61));
        (await browser.StatusOfMeAsync()).ShouldBe(HttpStatusCode.Unauthorized);
        jar.Cookies.Keys.ShouldNotContain(Cookie);
    }

    [Fact]
    public async Task Signing_out_ends_the_session_and_not_only_the_cookie()
    {
        await using var app = await StartAsync(adjust: WithSignInPage);
        await app.JoinAsync("ada@example.org");
        using var jar = new CookieJar();
        using var browser = new HttpClient(jar) { BaseAddress = app.Address };
        await SignInAsync(browser);
        var kept = jar.Cookies[Cookie];
        await browser.PostAsync(new Uri("/sign-out", UriKind.Relative), null);
        jar.Cookies.Keys.ShouldNotContain(Cookie);
        jar.Plant(Cookie, kept);
        app.Clock.Advance(TimeSpan.FromSeconds(61));
        (await browser.StatusOfMeAsync()).ShouldBe(HttpStatusCode.Unauthorized);
    }

    static async Task SignInAsync(HttpClient browser)
    {
        using var answer = await browser.PostAsync(new Uri("/test/sign-in", UriKind.Relative), null);
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    static async Task<Guid?> SessionAsync(HttpClient browser) =>
        (await browser.GetFromJsonAsync<Me>(Path("/me")))!.Caller.SessionId;

    /// <summary>Signs in as the pages do: asks the service, keeps what it answers in the cookie.</summary>
    static void WithSignInPage(WebApplicationBuilder builder) =>
        builder.Services.AddTransient<IStartupFilter, SignInPage>();

    sealed class SignInPage : IStartupFilter
    {
        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
        {
            app.Map("/test/sign-in", page => page.Run(async http =>
            {
                using var client = new HttpClient { BaseAddress = new Uri($"http://{http.Request.Host}") };
                await WebSession.SignInAsync(http, await client.AnswerAsync<SessionAnswer>(
                    "/sessions", new SignInInput("ada@example.org", Password, DeviceToken: WebSession.DeviceTokenOf(http))));
            }));
            next(app);
        };
    }
}

using System.Net;
using System.Net.Http.Headers;
using Talent.Contracts.Identity;
using Talent.Contracts.Jobs;
using Talent.Platform.Security;
using Talent.Testing;

namespace Talent.Hosting.Tests.Access;

/// <summary>What an organisation's API keys open: each endpoint is called with a key of all scopes and with one that
/// lacks the scope it needs.</summary>
public sealed class KeyAccessTests
{
    static readonly string[] OpenToKeys = ["/health/", "/openapi/", "/.well-known/"];

    [Theory]
    [InlineData(OrganisationKinds.Enterprise, Roles.Employer)]
    [InlineData(OrganisationKinds.College, Roles.Coordinator)]
    public async Task A_key_opens_what_its_scopes_name_and_its_organisation_may(string kind, string role)
    {
        await using var app = await TalentApp.StartAsync();
        var tenant = await Tenant.FoundAsync(app, kind, "Zirconium");
        var whole = ClientOf(app, tenant.Key.Key);
        var lacking = new Dictionary<string, HttpClient>(StringComparer.Ordinal);
        foreach (var scope in KeyScopes.All)
            lacking[scope] = ClientOf(app, (await tenant.Client.MakeKeyAsync(
                app, "all but " + scope, [.. KeyScopes.All.Where(other => other != scope)])).Key);
        var wrong = new List<string>();
        foreach (var (method, route, _) in AccessTable.Endpoints(app))
        {
            var needed = ScopeFor(method, route);
            var allowed = needed is not null
                && AccessTable.WhoMayCall(method, route)?.Split(' ').Contains(role, StringComparer.Ordinal) == true;
            var open = method == "GET" && (route == "/api/v1/identity/me"
                || OpenToKeys.Any(start => route.StartsWith(start, StringComparison.Ordinal)));
            if (await LetsInAsync(whole, method, route) != (allowed || open))
                wrong.Add($"{method} {route} with every scope");
            if (needed is not null && await LetsInAsync(lacking[needed], method, route))
                wrong.Add($"{method} {route} without {needed}");
        }
        wrong.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_key_acts_for_its_organisation_and_a_revoked_one_ends_within_a_minute()
    {
        await using var app = await TalentApp.StartAsync();
        var tenant = await Tenant.FoundAsync(app, OrganisationKinds.Enterprise, "Zirconium");
        var machine = ClientOf(app, tenant.Key.Key);
        var job = await machine.PostAsync<JobNeed>("/jobs", new JobNeedInput { Title = "Fitter", Country = "MY" });
        job.OrganisationId.ShouldBe(tenant.Organisation.Id);
        await Eventually.ShouldAsync(async () =>
            (await tenant.Client.GetStringAsync(Tenant.Of($"/identity/organisations/{tenant.Organisation.Id}/audit?limit=1")))
                .ShouldContain("Fitter"));

        (await tenant.Client.DeleteAsync(Tenant.Of($"/identity/keys/{tenant.Key.Id}"))).EnsureSuccessStatusCode();
        app.Clock.Advance(TimeSpan.FromSeconds(61));

        (await machine.GetAsync(Tenant.Of("/jobs?mine=true"))).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Theory]
    [InlineData("tk_")]
    [InlineData("tk_short")]
    [InlineData("tk_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("tk_%AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    public async Task A_key_that_nobody_was_given_is_refused(string key)
    {
        await using var app = await TalentApp.StartAsync();
        using var answer = await ClientOf(app, key).GetAsync(Tenant.Of("/jobs?mine=true"));
        answer.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        (await ProblemDocument.ReadAsync(answer)).Code.ShouldBe("unauthorized");
    }

    [Fact]
    public async Task Where_keys_cannot_be_asked_after_the_answer_says_so()
    {
        await using var app = await TalentApp.StartAsync(
            new Dictionary<string, string?>(StringComparer.Ordinal) { ["Talent:Services:identity"] = "http://127.0.0.1:9" },
            services: ["jobs"]);
        using var answer = await ClientOf(app, "tk_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")
            .GetAsync(Tenant.Of("/jobs?mine=true"));
        answer.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
    }

    static string? ScopeFor(string method, string route) => route.Split('/') switch
    {
        ["", "api", "v1", "jobs" or "graduates" or "matching" or "placements", ..] =>
            $"{route.Split('/')[3]}:{(method is "GET" or "HEAD" ? "read" : "write")}" is var scope
                && KeyScopes.All.Contains(scope, StringComparer.Ordinal) ? scope : null,
        _ => null,
    };

    static async Task<bool> LetsInAsync(HttpClient client, string method, string route)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), AccessTable.Filled(route))
        {
            Content = method == "GET" ? null : AccessTable.BodyFor(route),
        };
        using var answer = await client.SendAsync(request);
        return !Refusal.Is(answer);
    }

    static HttpClient ClientOf(TalentApp app, string key)
    {
        var client = app.Anonymous();
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", key);
        return client;
    }
}

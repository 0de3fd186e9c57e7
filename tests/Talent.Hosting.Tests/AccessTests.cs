using System.Net;
using Microsoft.AspNetCore.Authorization;
using Talent.Hosting.Tests.Access;
using Talent.Platform.Security;
using Talent.Testing;

namespace Talent.Hosting.Tests;

/// <summary>Who may call what: each endpoint of the running application stands in a table, and each is called as
/// everyone.</summary>
public sealed class AccessTests
{
    static readonly string[] Everyone = AccessTable.All.Split(' ');

    [Fact]
    public async Task Each_endpoint_says_who_may_call_it_and_stands_in_the_table()
    {
        await using var app = await TalentApp.StartAsync();
        var undecided = new List<string>();
        foreach (var (method, route, endpoint) in AccessTable.Endpoints(app))
        {
            var metadata = endpoint.Metadata;
            if (metadata.GetMetadata<IAllowAnonymous>() is null
                && !metadata.OfType<IAuthorizeData>().Any(data => data.Policy is not null))
                undecided.Add($"{method} {route}: neither a policy nor anonymous callers");
            if (AccessTable.WhoMayCall(method, route) is null)
                undecided.Add($"{method} {route}: not in the table");
        }
        undecided.ShouldBeEmpty();
    }

    [Fact]
    public async Task Each_endpoint_lets_in_whom_the_table_names_and_nobody_else()
    {
        await using var app = await TalentApp.StartAsync();
        var wrong = new List<string>();
        foreach (var (method, route, _) in AccessTable.Endpoints(app))
        {
            var allowed = AccessTable.WhoMayCall(method, route)?.Split(' ') ?? [];
            foreach (var who in Everyone)
            {
                var client = app.ClientOf(who == "anonymous" ? null : TalentApp.Person(who));
                using var request = new HttpRequestMessage(new HttpMethod(method), AccessTable.Filled(route))
                {
                    Content = method == "GET" ? null : AccessTable.BodyFor(route),
                };
                using var answer = await client.SendAsync(request);
                if (Refusal.Is(answer) == allowed.Contains(who, StringComparer.Ordinal))
                    wrong.Add($"{method} {route} as {who}: {(int)answer.StatusCode} {answer.Headers.Location}");
            }
        }
        wrong.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(Roles.Employer, "/api/v1/jobs?mine=true")]
    [InlineData(Roles.Coordinator, "/api/v1/graduates")]
    public async Task Who_acts_for_no_organisation_is_refused(string role, string address)
    {
        await using var app = await TalentApp.StartAsync();
        var client = app.ClientOf(TalentApp.Person(role) with { OrganisationId = null, OrganisationName = null });
        (await client.GetAsync(new Uri(address, UriKind.Relative))).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }
}

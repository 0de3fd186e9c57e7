using System.Net;
using Talent.Contracts.Identity;
using Talent.Testing;

namespace Talent.Hosting.Tests.Access;

/// <summary>Whose things an endpoint opens: each that names a thing by its id is called by the thing's owner and by the
/// owner of another organisation of the same kind.</summary>
public sealed class OwnerTests
{
    const string Id = AccessTable.Id;

    /// <summary>Route of what belongs to one organisation, and which kind of organisation has such things.</summary>
    static readonly (string Route, string Kind, Func<Tenant, Guid> Thing)[] Owned =
    [
        ($"/api/v1/placements/applications/{Id}/withdraw", OrganisationKinds.College, tenant => tenant.Placement),
        ($"/api/v1/placements/{Id}/follow-ups", OrganisationKinds.College, tenant => tenant.Placement),
        ($"/api/v1/placements/consents/{Id}", OrganisationKinds.College, tenant => tenant.Consent),
        ($"/api/v1/placements/interviews/{Id}/book", OrganisationKinds.College, tenant => tenant.Interview),
        ($"/api/v1/placements/interviews/{Id}", OrganisationKinds.Enterprise, tenant => tenant.Interview),
        ($"/api/v1/placements/offers/{Id}", OrganisationKinds.Enterprise, tenant => tenant.Offer),
        ($"/api/v1/placements/applications/{Id}", OrganisationKinds.Enterprise, tenant => tenant.Placement),
        ($"/api/v1/placements/{Id}", OrganisationKinds.Enterprise, tenant => tenant.Placement),
        ($"/api/v1/jobs/{Id}", OrganisationKinds.Enterprise, tenant => tenant.Subject),
        ($"/api/v1/jobs/imports/{Id}", OrganisationKinds.Enterprise, tenant => tenant.Import.Id),
        ($"/api/v1/graduates/{Id}", OrganisationKinds.College, tenant => tenant.Subject),
        ($"/api/v1/graduates/imports/{Id}", OrganisationKinds.College, tenant => tenant.Import.Id),
        ($"/api/v1/matching/jobs/{Id}/", OrganisationKinds.Enterprise, tenant => tenant.Subject),
        ($"/api/v1/matching/graduates/{Id}/", OrganisationKinds.College, tenant => tenant.Subject),
        ($"/api/v1/identity/organisations/{Id}", OrganisationKinds.Enterprise, tenant => tenant.Organisation.Id),
        ($"/api/v1/identity/keys/{Id}", OrganisationKinds.Enterprise, tenant => tenant.Key.Id),
    ];

    /// <summary>Routes whose things are no organisation's: of a person, or of the installation.</summary>
    static readonly string[] NoOrganisations =
    [
        $"/api/v1/operations/dead-letters/{{service}}/{Id}/replay", $"/api/v1/identity/organisations/{Id}/decide",
        $"/api/v1/identity/sessions/{Id}", "/api/v1/placements/answering/{organisation:guid}",
        "/api/v1/identity/invitations/{invitation:guid}/accept",
        $"/api/v1/placements/offers/{Id}/accept", $"/api/v1/placements/offers/{Id}/decline",
    ];

    [Fact]
    public async Task Each_endpoint_that_names_a_thing_says_whose_it_is_and_opens_it_to_nobody_else()
    {
        await using var app = await TalentApp.StartAsync();
        var first = await Placing.TenantsAsync(app, "Zirconium");
        var second = await Placing.TenantsAsync(app, "Beryllium");
        await Eventually.ShouldAsync(async () => (await first[OrganisationKinds.Enterprise].Client.GetAsync(
            Tenant.Of($"/matching/jobs/{first[OrganisationKinds.Enterprise].Subject}/graduates"))).EnsureSuccessStatusCode());
        await Placing.PlaceAsync(app, first);
        var wrong = new List<string>();
        var routes = AccessTable.Endpoints(app)
            .Where(one => one.Route.StartsWith("/api/", StringComparison.Ordinal) && one.Route.Contains(":guid}", StringComparison.Ordinal)
                && !NoOrganisations.Contains(one.Route, StringComparer.Ordinal))
            // What removes things comes last.
            .OrderBy(one => one.Method == "DELETE").ToList();
        foreach (var strangers in new[] { true, false })
        {
            foreach (var (method, route, _) in routes)
            {
                if (RuleOf(route) is not { } rule)
                {
                    wrong.Add($"{method} {route}: nobody decided whose it is");
                    continue;
                }
                var caller = (strangers ? second : first)[rule.Kind];
                using var answer = await CallAsync(caller.Client, method, Filled(route, rule.Thing, first[rule.Kind]));
                var refused = answer.StatusCode is HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden or HttpStatusCode.NotFound;
                if (refused != strangers)
                    wrong.Add($"{method} {route} by {(strangers ? "a stranger" : "the owner")}: {(int)answer.StatusCode}");
            }
        }
        wrong.Distinct(StringComparer.Ordinal).ShouldBeEmpty();
    }

    static (string Kind, Func<Tenant, Guid> Thing)? RuleOf(string route)
    {
        foreach (var (prefix, kind, thing) in Owned)
        {
            if (route.StartsWith(prefix, StringComparison.Ordinal))
                return (kind, thing);
        }
        return null;
    }

    static Uri Filled(string route, Func<Tenant, Guid> thing, Tenant owner) => new(
        route.Replace(Id, thing(owner).ToString(), StringComparison.Ordinal)
            .Replace("{document:guid}", owner.Document.Id.ToString(), StringComparison.Ordinal)
            .Replace("{account:guid}", owner.Owner.AccountId.ToString(), StringComparison.Ordinal)
            .Replace("{invitation:guid}", owner.Invitation.Id.ToString(), StringComparison.Ordinal),
        UriKind.Relative);

    static async Task<HttpResponseMessage> CallAsync(HttpClient client, string method, Uri address)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), address)
        {
            Content = method is "GET" or "DELETE" ? null : AccessTable.BodyFor(address.ToString()),
        };
        return await client.SendAsync(request);
    }
}

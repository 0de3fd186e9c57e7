using System.Net.Http.Json;
using System.Text.RegularExpressions;
using MassTransit;
using MassTransit.Mediator;
using Microsoft.Extensions.DependencyInjection;
using Talent.Contracts.Identity;
using Talent.Contracts.Jobs;
using Talent.Contracts.Matching;
using Talent.Contracts.Notifications;
using Talent.Platform.Security;
using Talent.Testing;

namespace Talent.Hosting.Tests.Access;

/// <summary>A second organisation sees nothing of the first.</summary>
public sealed partial class TwoOrganisationsTests
{
    const string Mark = "Zirconium";

    [Fact]
    public async Task No_answer_and_no_page_that_another_organisation_can_read_holds_anything_of_the_first()
    {
        await using var app = await TalentApp.StartAsync();
        Tenant[] first =
        [
            await Tenant.FoundAsync(app, OrganisationKinds.Enterprise, Mark),
            await Tenant.FoundAsync(app, OrganisationKinds.College, Mark + "u"),
        ];
        Tenant[] second =
        [
            await Tenant.FoundAsync(app, OrganisationKinds.Enterprise, "Beryllium"),
            await Tenant.FoundAsync(app, OrganisationKinds.College, "Berylliumu"),
        ];
        await SeenAsync(app, first);
        var (leaks, read) = (new List<string>(), 0);
        foreach (var address in AddressesOf(app, [.. first.SelectMany(tenant => tenant.Ids)]))
        {
            foreach (var stranger in second.Select(tenant => tenant.Client).Append(app.Graduate()).Append(app.Anonymous()))
            {
                using var answer = await stranger.GetAsync(address);
                read += answer.IsSuccessStatusCode ? 1 : 0;
                if (answer.IsSuccessStatusCode && Holds(await answer.Content.ReadAsStringAsync(), address))
                    leaks.Add(address.ToString());
            }
        }
        leaks.Distinct(StringComparer.Ordinal).ShouldBeEmpty();
        read.ShouldBeGreaterThan(30, "what was not read proves nothing");
    }

    [Fact]
    public async Task What_happens_between_two_organisations_is_pushed_to_their_people_and_to_nobody_else()
    {
        await using var app = await TalentApp.StartAsync();
        var first = await Placing.TenantsAsync(app, Mark);
        var second = await Placing.TenantsAsync(app, "Beryllium");
        foreach (var tenant in first.Values.Concat(second.Values))
            await IntroduceAsync(app, tenant);
        await Placing.PlaceAsync(app, first);
        foreach (var own in first.Values)
        {
            await Eventually.ShouldAsync(async () =>
                (await PushedAsync(app, own.Owner)).ShouldContain(update => update.Link.Contains($"{own.Placement}", StringComparison.Ordinal)));
        }
        foreach (var stranger in second.Values.Select(tenant => tenant.Owner).Append(TalentApp.Person(Roles.Graduate)))
        {
            (await PushedAsync(app, stranger)).ShouldNotContain(update =>
                update.Link.Contains($"{first[OrganisationKinds.College].Placement}", StringComparison.Ordinal)
                || update.Text.Contains(Mark, StringComparison.OrdinalIgnoreCase));
        }
    }

    /// <summary>Says where the owner belongs, as the identity service does of whoever has registered.</summary>
    static Task IntroduceAsync(TalentApp app, Tenant tenant) => app.Services.GetRequiredService<IMediator>().Publish(
        new PersonChanged(
            tenant.Owner.AccountId, tenant.Owner.Name, tenant.Owner.Email, "en", "Asia/Kuala_Lumpur",
            [new PersonMembership(tenant.Organisation.Id, tenant.Organisation.Kind, MemberRoles.Owner)], 1),
        context => context.MessageId = Guid.CreateVersion7());

    /// <summary>All that the hub has for somebody, from the first number on.</summary>
    static async Task<IReadOnlyList<Update>> PushedAsync(TalentApp app, Caller caller)
    {
        var token = app.Services.GetRequiredService<AccessTokens>().Issue(caller, TimeSpan.FromDays(1));
        await using var live = await LiveClient.ConnectAsync(app.Address, token);
        var last = await live.SinceAsync(0);
        var updates = new List<Update>();
        while (last > 0 && (updates.Count == 0 || updates[^1].Seq < last))
            updates.AddRange(await live.TakeAsync(1));
        return updates;
    }

    [Fact]
    public async Task A_held_job_is_ranked_for_its_owner_and_found_by_everyone_once_the_office_has_decided()
    {
        await using var app = await TalentApp.StartAsync();
        var enterprise = await Tenant.FoundAsync(app, OrganisationKinds.Enterprise, Mark);
        await Tenant.FoundAsync(app, OrganisationKinds.College, "Berylliumu");
        var ranking = Tenant.Of($"/matching/jobs/{enterprise.Subject}/graduates");
        await Eventually.ShouldAsync(async () =>
        {
            using var answer = await enterprise.Client.GetAsync(ranking);
            answer.EnsureSuccessStatusCode();
            var ranked = (await answer.Content.ReadFromJsonAsync<RankedPage<RankedGraduate>>())!;
            ranked.Items.ShouldHaveSingleItem().Graduate.Access.ShouldBe("masked");
        });
        (await FoundAsync(app)).ShouldBe(0);

        await enterprise.Client.PostAsync<OrganisationView>($"/identity/organisations/{enterprise.Organisation.Id}/submit", new { });
        var office = await OfficeAsync(app);
        await office.PostAsync<OrganisationView>(
            $"/identity/organisations/{enterprise.Organisation.Id}/decide", new OrganisationDecision("verified"));

        await Eventually.ShouldAsync(async () => (await FoundAsync(app)).ShouldBe(1));
        (await app.Anonymous().GetFromJsonAsync<JobNeed>(Tenant.Of($"/jobs/{enterprise.Subject}")))!.State.ShouldBe("published");
        await office.PostAsync<OrganisationView>(
            $"/identity/organisations/{enterprise.Organisation.Id}/decide", new OrganisationDecision("suspended", "Complaints"));
        await Eventually.ShouldAsync(async () => (await FoundAsync(app)).ShouldBe(0));
    }

    static async Task<int> FoundAsync(TalentApp app) => (await app.Anonymous().GetFromJsonAsync<SearchPage<JobHit>>(
        Tenant.Of($"/matching/search/jobs?q={Mark}")))!.Total;

    /// <summary>Everything is where others could find it: the index, the pool, the audit trail.</summary>
    static Task SeenAsync(TalentApp app, Tenant[] tenants) => Eventually.ShouldAsync(async () =>
    {
        foreach (var tenant in tenants)
        {
            var trail = await tenant.Client.GetStringAsync(Tenant.Of($"/identity/organisations/{tenant.Organisation.Id}/audit"));
            trail.ShouldContain(AuditActions.FileImported);
        }
        using var ranked = await tenants[0].Client.GetAsync(Tenant.Of($"/matching/jobs/{tenants[0].Subject}/graduates"));
        ranked.EnsureSuccessStatusCode();
        (await tenants[1].Client.GetStringAsync(Tenant.Of($"/matching/search/graduates?q={Mark}"))).ShouldContain(Mark);
    });

    /// <summary>Every GET of the application, with each of the ids where it takes one, and searches for the
    /// name.</summary>
    static IEnumerable<Uri> AddressesOf(TalentApp app, IReadOnlyList<Guid> ids)
    {
        foreach (var (method, route, _) in AccessTable.Endpoints(app))
        {
            if (method != "GET")
                continue;
            foreach (var id in IdParameter().IsMatch(route) ? ids : [Guid.Empty])
            {
                var filled = AccessTable.Filled(IdParameter().Replace(route, id.ToString()));
                yield return filled;
                if (!filled.ToString().Contains('?', StringComparison.Ordinal))
                    yield return new Uri($"{filled}?mine=true&q={Mark}&cohort={Mark}u%20cohort&limit=100", UriKind.Relative);
            }
        }
    }

    // A page repeats what was searched for; the search itself is not what it found.
    static bool Holds(string body, Uri address) =>
        body.Replace($"q={Mark}", "", StringComparison.OrdinalIgnoreCase)
            .Replace($"value=\"{Mark}\"", "", StringComparison.Ordinal) is var text
        && (address.ToString().Contains($"q={Mark}", StringComparison.Ordinal)
            ? Thing().IsMatch(text)
            : text.Contains(Mark, StringComparison.OrdinalIgnoreCase));

    static async Task<HttpClient> OfficeAsync(TalentApp app) => app.ClientOf(await Offices.SetUpAsync(app));

    [GeneratedRegex(
        Mark + @"u?( (welder|enterprise|college|person|owner)|\.(csv|pdf|example))",
        RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, 30_000)]
    private static partial Regex Thing();

    [GeneratedRegex(@"\{\w+:guid\}", RegexOptions.ExplicitCapture, 30_000)]
    private static partial Regex IdParameter();
}

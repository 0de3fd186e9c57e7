using System.Net;
using System.Net.Http.Json;
using Talent.Contracts.Placements;
using Talent.Contracts.Platform;
using Talent.Placements.Domain;
using Talent.Placements.Tests.Clock;
using Talent.Testing;

namespace Talent.Placements.Tests.Consents;

public sealed class ConsentTests
{
    [Theory, StoreData]
    public async Task A_coordinator_applies_only_while_a_consent_holds(string store)
    {
        await using var app = await PlacementsApi.StartAsync(store);
        var first = await app.JobAsync();
        var second = await app.JobAsync();
        var graduate = await app.GraduateAsync();
        var coordinator = app.Coordinator();
        (await CodeAsync(coordinator, first.Id, graduate.Id)).ShouldBe("consent-missing");

        var until = LocalDays.Today(app.Clock.GetUtcNow(), graduate.Zone).AddDays(10);
        using (var given = await app.Graduate().PostAsync("/consents", new ConsentInput(null, until)))
            given.StatusCode.ShouldBe(HttpStatusCode.Created, await given.Content.ReadAsStringAsync());
        (await coordinator.ApplyAsync(first.Id, graduate.Id)).OnBehalf.ShouldBeTrue();
        await app.PassAsync(TimeSpan.FromDays(4));
        (await app.NoticesAsync()).ShouldContain(notice => notice.Kind == "consent-expiring");
        await app.PassAsync(TimeSpan.FromDays(8));
        (await CodeAsync(coordinator, second.Id, graduate.Id)).ShouldBe("consent-missing");
    }

    [Fact]
    public async Task A_consent_that_was_withdrawn_no_longer_serves()
    {
        await using var app = await PlacementsApi.StartAsync();
        var job = await app.JobAsync();
        var graduate = await app.GraduateAsync();
        var until = LocalDays.Today(app.Clock.GetUtcNow(), graduate.Zone).AddDays(100);
        using (var recorded = await app.Coordinator().PostAsync(
            "/consents", new ConsentInput(graduate.Id, until, "Signed form 12")))
            recorded.StatusCode.ShouldBe(HttpStatusCode.Created, await recorded.Content.ReadAsStringAsync());
        var consents = await app.Graduate().GetFromJsonAsync<Page<Consent>>(PlacementsApi.Path("/consents"));
        var consent = consents!.Items.ShouldHaveSingleItem();
        (consent.How, consent.WithdrawnAt).ShouldBe(("Signed form 12", null));
        var college = app.Coordinator();
        (await college.GetFromJsonAsync<Page<Consent>>(PlacementsApi.Path("/consents?cohort=2026+A")))!.Items.Count.ShouldBe(1);
        (await college.GetFromJsonAsync<Page<Consent>>(PlacementsApi.Path("/consents?cohort=2025")))!.Items.ShouldBeEmpty();
        (await app.Coordinator(2).DeleteAsync(PlacementsApi.Path($"/consents/{consent.Id}"))).StatusCode
            .ShouldBe(HttpStatusCode.NotFound);
        (await app.Graduate().DeleteAsync(PlacementsApi.Path($"/consents/{consent.Id}"))).StatusCode
            .ShouldBe(HttpStatusCode.NoContent);
        (await CodeAsync(app.Coordinator(), job.Id, graduate.Id)).ShouldBe("consent-missing");
        (await app.AlarmsAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_coordinator_says_how_it_was_given_and_only_for_the_own_college()
    {
        await using var app = await PlacementsApi.StartAsync();
        var graduate = await app.GraduateAsync();
        var until = LocalDays.Today(app.Clock.GetUtcNow(), graduate.Zone).AddDays(100);
        using var silent = await app.Coordinator().PostAsync("/consents", new ConsentInput(graduate.Id, until));
        (await ProblemDocument.ReadAsync(silent)).Wrong.ShouldBe(["$.how missing"]);
        using var foreign = await app.Coordinator(2).PostAsync("/consents",
            new ConsentInput(graduate.Id, until, "By post"));
        foreign.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        using var endless = await app.Graduate().PostAsync("/consents", new ConsentInput(null, until.AddYears(3)));
        (await ProblemDocument.ReadAsync(endless)).Wrong.ShouldBe(["$.until day-out-of-range"]);
    }

    static async Task<string> CodeAsync(HttpClient client, Guid job, Guid graduate)
    {
        using var answer = await client.PostAsync("/applications", new ApplicationInput(job, graduate));
        return (await ProblemDocument.ReadAsync(answer)).Code;
    }
}

using System.Net;
using System.Net.Http.Json;
using Talent.Contracts.Identity;
using Talent.Contracts.Placements;
using Talent.Placements.Tests.Calendar;
using Talent.Platform.Security;
using Talent.Testing;

namespace Talent.Placements.Tests.Interviews;

/// <summary>The calendar that a person's own program subscribes to.</summary>
public sealed class CalendarFeedTests
{
    [Fact]
    public async Task Each_side_reads_its_own_interviews_without_signing_in()
    {
        await using var app = await PlacementsApi.StartAsync();
        var placement = await app.ShortlistedAsync();
        var interview = await app.Employer().ProposeAsync(placement.Id, app.Slot(3, 2));
        await app.GraduateAsync(2);
        var feeds = new Dictionary<HttpClient, string>();
        foreach (var client in new[] { app.Employer(), app.Graduate(), app.Coordinator(), app.Employer(2), app.Graduate(2), app.Coordinator(2) })
            feeds.Add(client, await RenewAsync(client));
        foreach (var feed in feeds.Values)
            (await EventsAsync(app, feed)).ShouldBeEmpty();
        await app.Graduate().ChangeAsync(interview.Id, "book", new BookingInput(app.Slot(3, 2).Start()));
        foreach (var feed in feeds.Values.Take(3))
            (await EventsAsync(app, feed)).ShouldHaveSingleItem().Start.ShouldBe(app.Slot(3, 2).Start());
        foreach (var feed in feeds.Values.Skip(3))
            (await EventsAsync(app, feed)).ShouldBeEmpty();
        await app.Employer().ChangeAsync(interview.Id, "cancel", new InterviewCancelInput("Ill"));
        (await EventsAsync(app, feeds.Values.First())).ShouldBeEmpty();
    }

    [Theory, StoreData]
    public async Task A_new_address_ends_the_old_one(string store)
    {
        await using var app = await PlacementsApi.StartAsync(store);
        var graduate = app.Graduate();
        (await graduate.GetFromJsonAsync<CalendarFeed>(PlacementsApi.Path("/calendar")))!.Exists.ShouldBeFalse();
        var old = await RenewAsync(graduate);
        var fresh = await RenewAsync(graduate);
        fresh.ShouldNotBe(old);
        using var ended = await app.Anonymous().GetAsync(new Uri(old));
        ended.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await EventsAsync(app, fresh)).ShouldBeEmpty();
        var known = (await graduate.GetFromJsonAsync<CalendarFeed>(PlacementsApi.Path("/calendar")))!;
        (known.Exists, known.Address).ShouldBe((true, (string?)null));
    }

    [Fact]
    public async Task Whoever_has_left_the_organisation_reads_nothing_more()
    {
        await using var app = await PlacementsApi.StartAsync();
        var person = TalentApp.Person(Roles.Employer);
        var feed = await RenewAsync(app.Employer());
        await app.TellAsync(Person(new PersonMembership(person.Organisation, OrganisationKinds.Enterprise, MemberRoles.Owner)));
        (await EventsAsync(app, feed)).ShouldBeEmpty();
        await app.TellAsync(Person());
        using var ended = await app.Anonymous().GetAsync(new Uri(feed));
        ended.StatusCode.ShouldBe(HttpStatusCode.NotFound);

        PersonChanged Person(params PersonMembership[] memberships) =>
            new(person.AccountId, person.Name, person.Email, "en", "Etc/UTC", memberships, memberships.Length == 0 ? 2 : 1);
    }

    static async Task<string> RenewAsync(HttpClient client)
    {
        using var answer = await client.PostAsync("/calendar");
        return (await InterviewsApi.ReadAsync<CalendarFeed>(answer, HttpStatusCode.OK)).Address.ShouldNotBeNull();
    }

    static async Task<IReadOnlyList<ForeignEvent>> EventsAsync(TalentApp app, string address)
    {
        var text = await app.Anonymous().GetStringAsync(new Uri(address));
        var reading = (await ForeignReaders.ReadAsync(text)).Single();
        reading.Problems.ShouldBeEmpty();
        text.ShouldNotContain("mailto:");
        return reading.IcalJs.Events;
    }
}

using System.Net;
using System.Net.Http.Json;
using MassTransit;
using MassTransit.Mediator;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Talent.Contracts.Notifications;
using Talent.Notifications.Features.Updates;
using Talent.Platform.Security;
using Talent.Testing;
using static Talent.Notifications.Tests.Notifying;

namespace Talent.Notifications.Tests;

/// <summary>What is stored of a notice, and for whom.</summary>
public sealed class UpdatesTests
{
    static readonly Caller Ada = TalentApp.Person(Roles.Employer);
    static readonly Caller Bo = TalentApp.Person(Roles.Employer, 2);
    static readonly Caller Lin = TalentApp.Person(Roles.Graduate);

    [Theory, StoreData]
    public async Task Notices_at_the_same_moment_get_numbers_without_a_gap(string store)
    {
        await using var app = await StartAsync(store);
        var people = Enumerable.Range(1, 5).Select(number => TalentApp.Person(Roles.Graduate, number).AccountId).ToList();
        // Overlapping recipients in any order, from several writers at once.
        var notices = Enumerable.Range(0, 120).Select(number => Notice(
            [people[number % 5], people[(number * 3 + 1) % 5], people[0]])).ToList();
        await Task.WhenAll(notices.Chunk(20).Select(some => Task.Run(async () =>
        {
            foreach (var notice in some)
                await HandleAsync(app, notice);
        })));
        await app.StoreAsync(async db =>
        {
            foreach (var person in people)
            {
                var numbers = await db.Updates.Where(update => update.AccountId == person)
                    .OrderBy(update => update.Seq).Select(update => update.Seq).ToListAsync();
                numbers.ShouldBe(Enumerable.Range(1, numbers.Count).Select(number => (long)number));
                numbers.Count.ShouldBe(notices.Count(notice => notice.Accounts.Contains(person)));
            }
        });
    }

    [Theory, StoreData]
    public async Task A_notice_that_comes_twice_is_one_update(string store)
    {
        await using var app = await StartAsync(store);
        var notice = Notice([Lin.AccountId]);
        await app.RaiseAsync(notice, notice);
        await app.RaiseAsync(notice);
        await app.DeliveredAsync();
        var page = await app.Graduate().PageAsync();
        page.Items.Select(update => update.Seq).ShouldBe([1]);
        (page.Last, page.Unread).ShouldBe((1, 1));
    }

    [Theory, StoreData]
    public async Task Members_of_an_organisation_are_told_and_who_did_it_gets_a_signal_only(string store)
    {
        await using var app = await StartAsync(store);
        var own = Ada.Organisation;
        await app.TellOfAsync(Person(Ada, organisations: [own]), Person(Bo, organisations: [own]));
        await app.RaiseAsync(Notice([Lin.AccountId, Ada.AccountId], organisations: [own], except: Ada.AccountId));
        await app.DeliveredAsync();
        (await app.ClientOf(Ada).PageAsync()).Items.ShouldHaveSingleItem().ShouldSatisfyAllConditions(
            update => update.Weight.ShouldBe(NoticeWeights.Signal), update => update.Text.ShouldBe(""));
        (await app.ClientOf(Bo).PageAsync()).Items.ShouldHaveSingleItem().Weight.ShouldBe(NoticeWeights.Note);
        (await app.ClientOf(Lin).PageAsync()).Items.ShouldHaveSingleItem().Text
            .ShouldBe("Lin Example, “Robot welder”: the next step is reached (looked through).");

        // Who has left is told no more, and an older word of it does not bring them back.
        await app.TellOfAsync(Person(Bo, version: 3), Person(Bo, version: 2, organisations: [own]));
        await app.RaiseAsync(Notice([], organisations: [own]));
        await app.DeliveredAsync();
        (await app.ClientOf(Bo).PageAsync()).Last.ShouldBe(1);
        (await app.ClientOf(Ada).PageAsync()).Last.ShouldBe(2);
    }

    [Fact]
    public async Task Nobody_gets_what_others_were_told()
    {
        await using var app = await StartAsync();
        await app.RaiseAsync(Notice([Lin.AccountId]));
        await app.DeliveredAsync();
        foreach (var other in new[] { Ada, TalentApp.Person(Roles.Graduate, 2), TalentApp.Person(Roles.Office) })
            (await app.ClientOf(other).PageAsync()).ShouldSatisfyAllConditions(
                page => page.Items.ShouldBeEmpty(), page => page.Last.ShouldBe(0), page => page.Unread.ShouldBe(0));
    }

    [Fact]
    public async Task Pages_go_forward_through_all_and_backward_through_the_inbox()
    {
        await using var app = await StartAsync();
        await app.RaiseAsync(Enumerable.Range(1, 12).Select(number => Notice(
            [Lin.AccountId], weight: number % 3 == 0 ? NoticeWeights.Signal : NoticeWeights.Note)));
        await app.DeliveredAsync();
        var client = app.ClientOf(Lin);
        var forward = new List<long>();
        for (long? after = 0; after is not null;)
        {
            var page = await client.PageAsync($"?after={after}&limit=5");
            forward.AddRange(page.Items.Select(update => update.Seq));
            after = page.Next;
        }
        forward.ShouldBe(Enumerable.Range(1, 12).Select(number => (long)number));
        var first = await client.PageAsync("?inbox=true&limit=5");
        first.Items.Select(update => update.Seq).ShouldBe([11, 10, 8, 7, 5]);
        var second = await client.PageAsync($"?inbox=true&limit=5&after={first.Next}");
        second.Items.Select(update => update.Seq).ShouldBe([4, 2, 1]);
        second.Next.ShouldBeNull();
        (await client.PageAsync("?limit=0")).ShouldSatisfyAllConditions(
            page => page.Items.ShouldBeEmpty(), page => page.Last.ShouldBe(12), page => page.Unread.ShouldBe(8));
    }

    [Theory, StoreData]
    public async Task Reading_up_to_a_number_leaves_the_rest_unread(string store)
    {
        await using var app = await StartAsync(store);
        await app.RaiseAsync(Enumerable.Range(1, 4).Select(number => Notice(
            [Lin.AccountId], weight: number == 3 ? NoticeWeights.Signal : NoticeWeights.Action)));
        await app.DeliveredAsync();
        var client = app.ClientOf(Lin);
        await ReadAsync(client, 2);
        (await client.PageAsync()).ShouldSatisfyAllConditions(
            page => page.Unread.ShouldBe(1), page => page.Items.Select(update => update.Read).ShouldBe([true, true, false, false]));
        // Never back, and not beyond what there is.
        await ReadAsync(client, 1);
        (await client.PageAsync()).Unread.ShouldBe(1);
        await ReadAsync(client, null);
        await app.RaiseAsync(Notice([Lin.AccountId]));
        await app.DeliveredAsync();
        (await client.PageAsync()).ShouldSatisfyAllConditions(
            page => page.Unread.ShouldBe(1), page => page.Items[^1].Read.ShouldBeFalse());
    }

    [Theory]
    [InlineData("?limit=101", "limit number-out-of-range")]
    [InlineData("?limit=-1", "limit number-out-of-range")]
    [InlineData("?after=-1", "after number-out-of-range")]
    public async Task A_query_out_of_bounds_is_told_what_would_be_right(string query, string wrong)
    {
        await using var app = await StartAsync();
        using var answer = await app.ClientOf(Lin).GetAsync(new Uri($"/api/v1/notifications{query}", UriKind.Relative));
        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await ProblemDocument.ReadAsync(answer)).Wrong.ShouldBe([wrong]);
    }

    [Fact]
    public async Task Every_kind_has_its_words_in_every_language_in_the_readers_zone()
    {
        await using var app = await StartAsync();
        await app.TellOfAsync(Person(Lin, zone: "Asia/Kathmandu"));
        var values = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["graduate"] = "Lin Example", ["job"] = "Robot welder", ["employer"] = "شركة المثال", ["stage"] = "offer",
            ["reason"] = "others-fit-better", ["startAt"] = "2030-03-12T07:00:00Z", ["untilAt"] = "2030-03-13T07:00:00Z",
            ["month"] = "3", ["place"] = "Room 1", ["comment"] = "",
        };
        await app.RaiseAsync(KindsOfNotice.All.Select(kind => Notice([Lin.AccountId], kind, values: values)));
        await app.DeliveredAsync();
        foreach (var language in new[] { "en", "zh", "ru", "pt", "ar", "fr", "es" })
        {
            var items = (await app.ClientOf(Lin, language).PageAsync()).Items;
            items.Select(update => update.Kind).ShouldBe(KindsOfNotice.All);
            items.Select(update => update.Text).Distinct(StringComparer.Ordinal).Count().ShouldBe(KindsOfNotice.All.Count);
            var booked = items.Single(update => update.Kind == KindsOfNotice.InterviewBooked).Text;
            booked.ShouldContain("12:45 (UTC+5:45)");
            // A name of the other direction must not reorder the sentence.
            booked.ShouldContain(language == "ar" ? "\u2068Lin Example\u2069" : "\u2068شركة المثال\u2069");
        }
    }

    [Fact]
    public async Task A_kind_without_words_is_told_in_general_ones()
    {
        await using var app = await StartAsync();
        await app.RaiseAsync(Notice([Lin.AccountId], "quite-new"));
        await app.DeliveredAsync();
        (await app.ClientOf(Lin).PageAsync()).Items.ShouldHaveSingleItem().Text.ShouldBe("There is news for you.");
    }

    [Theory, StoreData]
    public async Task Signals_are_forgotten_after_a_month_and_the_rest_stays(string store)
    {
        await using var app = await StartAsync(store);
        await app.RaiseAsync(
            Notice([Lin.AccountId], weight: NoticeWeights.Signal), Notice([Lin.AccountId]),
            Notice([Lin.AccountId], weight: NoticeWeights.Signal));
        await app.DeliveredAsync();
        app.Clock.Advance(ForgetSignals.KeptFor + TimeSpan.FromMinutes(1));
        await app.Services.GetRequiredService<ForgetSignals>().ForgetAsync(CancellationToken.None);
        (await app.ClientOf(Lin).PageAsync()).ShouldSatisfyAllConditions(
            page => page.Items.Select(update => update.Seq).ShouldBe([2]), page => page.Last.ShouldBe(3));
        await app.StoreAsync(async db => (await db.Notices.CountAsync()).ShouldBe(1));
    }

    static async Task ReadAsync(HttpClient client, long? upTo)
    {
        using var answer = await client.PostAsJsonAsync(
            new Uri("/api/v1/notifications/read", UriKind.Relative), new ReadInput(upTo));
        answer.StatusCode.ShouldBe(HttpStatusCode.NoContent);
    }

    /// <summary>As the bus hands messages to consumers, several at once.</summary>
    static Task HandleAsync(TalentApp app, NoticeRaised notice) => app.Services.GetRequiredService<IMediator>().Publish(
        notice, Pipe.Execute<PublishContext>(context => context.MessageId = Guid.CreateVersion7()));
}

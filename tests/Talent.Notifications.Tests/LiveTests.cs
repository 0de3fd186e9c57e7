using System.Net.WebSockets;
using Microsoft.Extensions.DependencyInjection;
using Talent.Contracts.Identity;
using Talent.Contracts.Notifications;
using Talent.Notifications.Live;
using Talent.Platform.Security;
using Talent.Testing;
using static Talent.Notifications.Tests.Notifying;

namespace Talent.Notifications.Tests;

/// <summary>What is pushed over <c>/hubs/live</c>, to whom, and until when.</summary>
public sealed class LiveTests
{
    static readonly Caller Lin = TalentApp.Person(Roles.Graduate);
    static readonly Caller Ada = TalentApp.Person(Roles.Employer);

    [Theory, StoreData]
    public async Task What_is_stored_is_pushed_to_each_of_the_persons_connections_and_to_nobody_else(string store)
    {
        await using var app = await StartAsync(store);
        await using var first = await app.ConnectAsync(Lin);
        await using var second = await app.ConnectAsync(Lin);
        await using var other = await app.ConnectAsync(Ada);
        foreach (var client in new[] { first, second, other })
            (await client.SinceAsync(0)).ShouldBe(0);
        await app.RaiseAsync(Notice([Lin.AccountId]), Notice([Ada.AccountId], KindsOfNotice.OfferMade));
        foreach (var client in new[] { first, second })
            (await client.TakeAsync(1)).ShouldHaveSingleItem().ShouldSatisfyAllConditions(
                update => update.Seq.ShouldBe(1), update => update.Kind.ShouldBe(KindsOfNotice.PlacementMoved),
                update => update.Link.ShouldBe("/placements/1"), update => update.Text.ShouldStartWith("Lin Example"));
        (await other.TakeAsync(1)).ShouldHaveSingleItem().Kind.ShouldBe(KindsOfNotice.OfferMade);
        first.Came.TryRead(out _).ShouldBeFalse();
        other.Came.TryRead(out _).ShouldBeFalse();
    }

    [Theory, StoreData]
    public async Task Since_replays_what_was_missed_and_goes_on_in_order(string store)
    {
        await using var app = await StartAsync(store);
        // More than the store is asked for at once.
        await app.RaiseAsync(Enumerable.Range(0, UpdateReplay.PageSize + 50).Select(_ => Notice([Lin.AccountId])));
        await app.DeliveredAsync();
        await using var client = await app.ConnectAsync(Lin);
        var raising = Task.Run(() => app.RaiseAsync(Enumerable.Range(0, 100).Select(_ => Notice([Lin.AccountId]))));
        await client.SinceAsync(10);
        await raising;
        (await client.TakeAsync(UpdateReplay.PageSize + 140)).Select(update => update.Seq)
            .ShouldBe(Enumerable.Range(11, UpdateReplay.PageSize + 140).Select(seq => (long)seq));
    }

    [Fact]
    public async Task Who_never_says_since_gets_what_comes_after_connecting()
    {
        await using var app = await StartAsync();
        await app.RaiseAsync(Notice([Lin.AccountId]));
        await app.DeliveredAsync();
        await using var client = await app.ConnectAsync(Lin);
        // The hub has taken the connection: there is an answer only then.
        await using (var again = await app.ConnectAsync(Lin))
            await again.SinceAsync(1);
        await Eventually.ShouldAsync(() => Live(app).Count.ShouldBe(1));
        await app.RaiseAsync(Notice([Lin.AccountId], KindsOfNotice.OfferMade));
        (await client.TakeAsync(1)).ShouldHaveSingleItem().Seq.ShouldBe(2);
    }

    [Fact]
    public async Task A_number_from_another_installation_starts_with_the_newest()
    {
        await using var app = await StartAsync();
        await app.RaiseAsync(Notice([Lin.AccountId]));
        await app.DeliveredAsync();
        await using var client = await app.ConnectAsync(Lin);
        (await client.SinceAsync(5000)).ShouldBe(1);
        await app.RaiseAsync(Notice([Lin.AccountId]));
        (await client.TakeAsync(1)).ShouldHaveSingleItem().Seq.ShouldBe(2);
    }

    [Fact]
    public async Task A_signal_that_was_forgotten_leaves_a_gap_and_stops_nothing()
    {
        await using var app = await StartAsync();
        await app.RaiseAsync(Notice([Lin.AccountId], weight: NoticeWeights.Signal), Notice([Lin.AccountId]));
        await app.DeliveredAsync();
        app.Clock.Advance(TimeSpan.FromDays(31));
        await app.Services.GetRequiredService<Features.Updates.ForgetSignals>().ForgetAsync(CancellationToken.None);
        await using var client = await app.ConnectAsync(Lin);
        await client.SinceAsync(0);
        await app.RaiseAsync(Notice([Lin.AccountId]));
        (await client.TakeAsync(2)).Select(update => update.Seq).ShouldBe([2, 3]);
    }

    [Fact]
    public async Task The_end_of_the_session_closes_its_connections_and_no_others()
    {
        await using var app = await StartAsync();
        var (ended, kept) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        await using var first = await app.ConnectAsync(Lin with { SessionId = ended });
        await using var second = await app.ConnectAsync(Lin with { SessionId = kept });
        await first.SinceAsync(0);
        await second.SinceAsync(0);
        await app.StoreAsync(async db =>
        {
            db.Publish(new SessionEnded(ended, Lin.AccountId), app.Clock);
            await db.SaveChangesAsync();
        });
        await first.Closed.WaitAsync(Eventually.DefaultDeadline);
        await app.RaiseAsync(Notice([Lin.AccountId]));
        (await second.TakeAsync(1)).Count.ShouldBe(1);
    }

    [Fact]
    public async Task The_end_of_the_token_closes_the_connection()
    {
        await using var app = await StartAsync();
        await using var client = await LiveClient.ConnectAsync(app.Address, app.TokenOf(Lin, TimeSpan.FromMinutes(10)));
        await client.SinceAsync(0);
        app.Clock.Advance(TimeSpan.FromMinutes(11));
        await client.Closed.WaitAsync(Eventually.DefaultDeadline);
    }

    [Fact]
    public async Task A_token_in_the_address_is_taken_by_the_hub_alone()
    {
        await using var app = await StartAsync();
        await using var client = await LiveClient.ConnectAsync(app.Address, app.TokenOf(Lin), inAddress: true);
        (await client.SinceAsync(0)).ShouldBe(0);
        using var answer = await app.Anonymous().GetAsync(
            new Uri($"/api/v1/notifications?access_token={app.TokenOf(Lin)}", UriKind.Relative));
        answer.StatusCode.ShouldBe(System.Net.HttpStatusCode.Unauthorized);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("nonsense")]
    public async Task Strangers_are_refused(string? token)
    {
        await using var app = await StartAsync();
        (await Should.ThrowAsync<WebSocketException>(() => LiveClient.ConnectAsync(app.Address, token)))
            .Message.ShouldContain("401");
    }

    [Theory]
    [InlineData("Origin", "https://elsewhere.example")]
    [InlineData("Sec-Fetch-Site", "cross-site")]
    [InlineData("Origin", "null")]
    public async Task A_page_of_another_site_gets_no_connection(string header, string value)
    {
        await using var app = await StartAsync();
        (await Should.ThrowAsync<WebSocketException>(() => LiveClient.ConnectAsync(
            app.Address, null, adjust: socket => socket.Options.SetRequestHeader(header, value)))).Message.ShouldContain("403");
    }

    [Fact]
    public async Task A_person_has_so_many_connections_and_no_more()
    {
        await using var app = await StartAsync();
        var clients = new List<LiveClient>();
        for (var number = 0; number < LiveConnections.MostOfOnePerson; number++)
        {
            clients.Add(await app.ConnectAsync(Lin));
            await clients[^1].SinceAsync(0);
        }
        await using var more = await app.ConnectAsync(Lin);
        await more.Closed.WaitAsync(Eventually.DefaultDeadline);
        await using var other = await app.ConnectAsync(Ada);
        await other.SinceAsync(0);
        foreach (var client in clients)
            await client.DisposeAsync();
        await Eventually.ShouldAsync(async () =>
        {
            await using var again = await app.ConnectAsync(Lin);
            await again.SinceAsync(0);
        });
    }

    [Fact]
    public async Task A_message_that_got_lost_is_made_up_for_from_the_store()
    {
        await using var app = await StartAsync();
        await using var client = await app.ConnectAsync(Lin);
        await client.SinceAsync(0);
        // Stored by an instance whose message never came.
        await app.StoreAsync(async db =>
        {
            var notice = Notice([Lin.AccountId]);
            db.Notices.Add(new Domain.Notice
            {
                Id = notice.Id, Kind = notice.Kind, SubjectType = notice.SubjectType, SubjectId = notice.SubjectId,
                Values = notice.Values, Link = notice.Link, At = notice.At,
            });
            db.Updates.Add(new Domain.StoredUpdate
            {
                AccountId = Lin.AccountId, Seq = 1, NoticeId = notice.Id, Weight = notice.Weight, InInbox = true,
                StoredAt = notice.At,
            });
            db.Recipients.Add(new Domain.Recipient { AccountId = Lin.AccountId, LastSeq = 1, ReadUpTo = 0, Unread = 1 });
            await db.SaveChangesAsync();
        });
        (await client.TakeAsync(1)).ShouldHaveSingleItem().Seq.ShouldBe(1);
    }

    static LiveConnections Live(TalentApp app) => app.Services.GetRequiredService<LiveConnections>();
}

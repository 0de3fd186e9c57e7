using Talent.Contracts.Identity;
using Talent.Platform.Security;
using Talent.Testing;
using static Talent.Notifications.Tests.Notifying;

namespace Talent.Notifications.Tests;

/// <summary>Two instances of the service on one PostgreSQL database and one RabbitMQ: the bus is the backplane.</summary>
public sealed class InstancesTests
{
    static readonly Caller Lin = TalentApp.Person(Roles.Graduate);

    [Fact]
    public async Task Whichever_instance_stores_a_notice_the_connections_of_both_get_it_in_order()
    {
        Skips.When(RabbitServer.Unavailable ?? PostgresServer.Unavailable);
        await using var broker = await RabbitServer.CreateVirtualHostAsync();
        using var keys = new TempFolder();
        var database = await PostgresServer.CreateDatabaseAsync();
        var first = await InstanceAsync(database, broker, keys);
        await using var second = await InstanceAsync(database, broker, keys);
        await using var one = await first.ConnectAsync(Lin);
        await using var other = await second.ConnectAsync(Lin);
        await one.SinceAsync(0);
        await other.SinceAsync(0);

        const int count = 60;
        await Task.WhenAll(new[] { first, second }.Select(
            app => app.RaiseAsync(Enumerable.Range(0, count / 2).Select(_ => Notice([Lin.AccountId])))));
        foreach (var client in new[] { one, other })
            (await client.TakeAsync(count)).Select(update => update.Seq)
                .ShouldBe(Enumerable.Range(1, count).Select(seq => (long)seq));

        // The queue of an instance goes with it, and the other goes on.
        await first.DisposeAsync();
        await Eventually.ShouldAsync(async () => (await broker.GetQueuesAsync())
            .Count(queue => queue.Name.StartsWith("notifications-instance-", StringComparison.Ordinal)).ShouldBe(1));
        await second.RaiseAsync(Notice([Lin.AccountId]));
        (await other.TakeAsync(1)).ShouldHaveSingleItem().Seq.ShouldBe(count + 1);
    }

    [Fact]
    public async Task The_end_of_a_session_reaches_the_instance_that_holds_its_connection()
    {
        Skips.When(RabbitServer.Unavailable ?? PostgresServer.Unavailable);
        await using var broker = await RabbitServer.CreateVirtualHostAsync();
        using var keys = new TempFolder();
        var database = await PostgresServer.CreateDatabaseAsync();
        await using var first = await InstanceAsync(database, broker, keys);
        await using var second = await InstanceAsync(database, broker, keys);
        var session = Guid.CreateVersion7();
        await using var one = await first.ConnectAsync(Lin with { SessionId = session });
        await using var other = await second.ConnectAsync(Lin with { SessionId = session });
        await one.SinceAsync(0);
        await other.SinceAsync(0);
        await first.StoreAsync(async db =>
        {
            db.Publish(new SessionEnded(session, Lin.AccountId), first.Clock);
            await db.SaveChangesAsync();
        });
        await Task.WhenAll(one.Closed, other.Closed).WaitAsync(Eventually.DefaultDeadline);
    }

    static async Task<TalentApp> InstanceAsync(string database, RabbitVirtualHost broker, TempFolder keys)
    {
        var app = await TalentApp.StartAsync(
            new Dictionary<string, string?>(StringComparer.Ordinal)
            {
                ["Talent:Store"] = "postgres",
                ["Talent:Postgres"] = database,
                ["Talent:Bus"] = "rabbitmq",
                ["Talent:RabbitMq"] = broker.Address.ToString(),
                ["Talent:Keys"] = keys.FullPath,
            },
            services: ["notifications"]);
        await Eventually.ShouldAsync(async () =>
        {
            using var ready = await app.Anonymous().GetAsync(new Uri("/health/ready", UriKind.Relative));
            (await ready.Content.ReadAsStringAsync()).ShouldStartWith("{\"status\":\"Healthy\"");
        });
        return app;
    }
}

using Microsoft.EntityFrameworkCore;
using Talent.Compliance.Tests.Sample;
using Talent.Testing;

namespace Talent.Compliance.Tests.Bus;

/// <summary>What must not get lost around a broker.</summary>
public sealed class BrokenLinkTests
{
    [Fact]
    public async Task Messages_written_while_the_broker_is_away_arrive_when_it_is_back()
    {
        Skips.When(RabbitServer.Unavailable);
        await using var installation = await Installation.CreateAsync("sqlite", "rabbitmq");
        var broker = new Uri(installation.Settings["Talent:RabbitMq"]);
        await using var link = new BreakableLink(broker.Host, broker.Port);
        installation.Settings["Talent:RabbitMq"] = new UriBuilder(broker) { Host = "127.0.0.1", Port = link.Port }.ToString();
        await using var app = await SampleApp.StartAsync(installation);
        await WriteAndWaitAsync(app);

        link.Break();
        var note = Guid.CreateVersion7();
        await app.WriteAsync((note, 1));
        await Eventually.ShouldAsync(async () => (await OutboxOfAsync(app)).ShouldContain(
            message => message.DeliveredAt == null && message.Attempts > 0), TimeSpan.FromSeconds(60));
        link.Mend();

        await Eventually.ShouldAsync(async () =>
        {
            app.Clock.Advance(TimeSpan.FromSeconds(5));
            (await app.InStoreAsync(db => db.Effects.CountAsync(effect => effect.NoteId == note))).ShouldBe(2);
        }, TimeSpan.FromSeconds(90));
        (await app.InStoreAsync(db => db.DeadLetters.CountAsync())).ShouldBe(0);
    }

    [Fact]
    public async Task Messages_that_no_queue_takes_yet_wait_for_the_first_start_of_their_consumer()
    {
        Skips.When(RabbitServer.Unavailable);
        await using var publishing = await Installation.CreateAsync("sqlite", "rabbitmq");
        await using var consuming = await Installation.CreateAsync("sqlite");
        consuming.Settings["Talent:Bus"] = "rabbitmq";
        consuming.Settings["Talent:RabbitMq"] = publishing.Settings["Talent:RabbitMq"];
        await using var publisher = await SampleApp.StartAsync(publishing, consuming: false);
        var note = Guid.CreateVersion7();
        await publisher.WriteAsync((note, 1));
        await Eventually.ShouldAsync(async () =>
        {
            publisher.Clock.Advance(TimeSpan.FromMinutes(1));
            (await OutboxOfAsync(publisher)).Single().Attempts.ShouldBeGreaterThan(10);
        }, TimeSpan.FromSeconds(60));

        await using var consumer = await SampleApp.StartAsync(consuming);
        await Eventually.ShouldAsync(async () =>
        {
            publisher.Clock.Advance(TimeSpan.FromMinutes(1));
            (await consumer.InStoreAsync(db => db.Effects.CountAsync(effect => effect.NoteId == note)))
                .ShouldBeGreaterThan(0);
        }, TimeSpan.FromSeconds(60));
    }

    [Fact]
    public async Task Messages_for_consumers_whose_process_never_ran_wait_in_each_one_s_queue()
    {
        Skips.When(RabbitServer.Unavailable);
        await using var publishing = await Installation.CreateAsync("sqlite", "rabbitmq");
        await using var consuming = await Installation.CreateAsync("sqlite");
        consuming.Settings["Talent:Bus"] = "rabbitmq";
        consuming.Settings["Talent:RabbitMq"] = publishing.Settings["Talent:RabbitMq"];
        await using var publisher = await SampleApp.StartAsync(publishing, consuming: false, expecting: true);
        var note = Guid.CreateVersion7();
        await publisher.WriteAsync((note, 1));
        await Eventually.ShouldAsync(
            async () => (await OutboxOfAsync(publisher)).Single().DeliveredAt.ShouldNotBeNull(), TimeSpan.FromSeconds(60));

        await using var consumer = await SampleApp.StartAsync(consuming);
        await Eventually.ShouldAsync(
            async () => (await consumer.InStoreAsync(db => db.Effects.CountAsync(effect => effect.NoteId == note))).ShouldBe(2),
            TimeSpan.FromSeconds(60));
    }

    static Task<List<Talent.Platform.Messaging.OutboxMessage>> OutboxOfAsync(SampleApp app) =>
        app.InStoreAsync(db => db.Outbox.AsNoTracking().ToListAsync());

    static async Task WriteAndWaitAsync(SampleApp app)
    {
        var note = Guid.CreateVersion7();
        await app.WriteAsync((note, 1));
        await Eventually.ShouldAsync(async () =>
            (await app.InStoreAsync(db => db.Effects.CountAsync(effect => effect.NoteId == note))).ShouldBe(2),
            TimeSpan.FromSeconds(60));
    }
}

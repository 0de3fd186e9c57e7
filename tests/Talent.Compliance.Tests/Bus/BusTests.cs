using System.Net;
using System.Net.Http.Json;
using Microsoft.EntityFrameworkCore;
using Talent.Compliance.Tests.Sample;
using Talent.Platform.Operations;
using Talent.Testing;

namespace Talent.Compliance.Tests.Bus;

/// <summary>What every bus promises.</summary>
public sealed class BusTests
{
    static readonly Uri DeadLetters = new("/api/v1/operations/dead-letters", UriKind.Relative);

    [Theory, BusData]
    public async Task Every_consumer_gets_every_message(string bus)
    {
        await using var installation = await Installation.CreateAsync("sqlite", bus);
        await using var app = await SampleApp.StartAsync(installation);
        var notes = Notes(30);
        await app.WriteAsync([.. notes.Select(note => (note, 1))]);
        await EffectsShouldBeAsync(app, notes, 1);
        await Eventually.ShouldAsync(async () =>
            (await app.InStoreAsync(db => db.Outbox.CountAsync(message => message.DeliveredAt == null))).ShouldBe(0));
    }

    /// <summary>On a new broker nobody has a queue yet when the first process publishes.</summary>
    [Theory, BusData]
    public async Task What_waits_when_an_application_first_starts_reaches_every_consumer(string bus)
    {
        await using var installation = await Installation.CreateAsync("sqlite", bus);
        await using var app = await SampleApp.StartAsync(installation, started: false);
        var notes = Notes(30);
        await app.WriteAsync([.. notes.Select(note => (note, 1))]);
        await app.StartAsync();
        await EffectsShouldBeAsync(app, notes, 1);
    }

    [Theory, BusData]
    public async Task A_consumer_that_fails_twice_is_called_again_until_it_succeeds(string bus)
    {
        await using var installation = await Installation.CreateAsync("sqlite", bus);
        await using var app = await SampleApp.StartAsync(installation);
        var notes = Notes(1);
        app.Faults.Fail(notes[0], 2);
        await app.WriteAsync((notes[0], 1));
        await EffectsShouldBeAsync(app, notes, 1);
        app.Faults.CallsFor(notes[0]).ShouldBe(3);
    }

    [Theory, BusData]
    public async Task A_message_that_comes_again_has_its_effect_once(string bus)
    {
        await using var installation = await Installation.CreateAsync("sqlite", bus);
        await using var app = await SampleApp.StartAsync(installation);
        var notes = Notes(5);
        await app.WriteAsync([.. notes.Select(note => (note, 1))]);
        await EffectsShouldBeAsync(app, notes, 1);
        // As after a crash between the delivery and its record.
        await Eventually.ShouldAsync(async () => (await UndeliveredAsync(app)).ShouldBe(0));
        await app.InStoreAsync(db => db.Outbox.ExecuteUpdateAsync(
            messages => messages.SetProperty(message => message.DeliveredAt, (DateTimeOffset?)null)));
        await Eventually.ShouldAsync(async () => (await UndeliveredAsync(app)).ShouldBe(0));
        if (installation.Broker is { } broker)
            await Eventually.ShouldAsync(async () => (await broker.GetQueuesAsync()).Sum(queue => queue.Messages).ShouldBe(0));
        await EffectsShouldBeAsync(app, notes, 1);
        (await app.InStoreAsync(db => db.Effects.CountAsync())).ShouldBe(2 * notes.Length);
        app.Faults.Calls.ShouldBe(notes.Length);
    }

    [Theory, BusData]
    public async Task A_poison_message_is_set_aside_without_holding_up_others_and_can_be_replayed(string bus)
    {
        await using var installation = await Installation.CreateAsync("sqlite", bus);
        await using var app = await SampleApp.StartAsync(installation);
        using var office = app.Office();
        var poison = Guid.CreateVersion7();
        var notes = Notes(30);
        app.Faults.Fail(poison, int.MaxValue);
        await app.WriteAsync([(poison, 1), .. notes.Select(note => (note, 1))]);
        await EffectsShouldBeAsync(app, notes, 1);

        var letter = await Eventually.GetAsync(async () =>
        {
            app.Clock.Advance(TimeSpan.FromMinutes(1));
            return (await office.GetFromJsonAsync<List<DeadLetterView>>(DeadLetters))!.SingleOrDefault();
        }, TimeSpan.FromSeconds(90));
        letter.Service.ShouldBe("sample");
        letter.Error.ShouldContain("told to fail");
        letter.Attempts.ShouldBeGreaterThan(3);
        (await EffectsOfAsync(app, poison)).ShouldBe(["MirrorNote"]);

        app.Faults.Heal();
        var replay = new Uri($"{DeadLetters}/sample/{letter.Id}/replay", UriKind.Relative);
        (await office.PostAsync(replay, null)).StatusCode.ShouldBe(HttpStatusCode.Accepted);
        await Eventually.ShouldAsync(async () =>
            (await EffectsOfAsync(app, poison)).ShouldBe(["CountNote", "MirrorNote"]));
        (await office.GetFromJsonAsync<List<DeadLetterView>>(DeadLetters)).ShouldBeEmpty();
        (await office.PostAsync(replay, null)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Theory, BusData]
    public async Task What_was_rolled_back_is_not_delivered(string bus)
    {
        await using var installation = await Installation.CreateAsync("sqlite", bus);
        await using var app = await SampleApp.StartAsync(installation);
        var (undone, done) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        await app.InStoreAsync(async db =>
        {
            await using var transaction = await db.Database.BeginTransactionAsync();
            db.Publish(new NoteWritten(undone, 1), app.Clock);
            await db.SaveChangesAsync();
            await transaction.RollbackAsync();
            return 0;
        });
        await app.WriteAsync((done, 1));
        await EffectsShouldBeAsync(app, [done], 1);
        (await EffectsOfAsync(app, undone)).ShouldBeEmpty();
        (await app.InStoreAsync(db => db.Outbox.CountAsync())).ShouldBe(1);
    }

    [Theory, BusData]
    public async Task What_was_committed_before_the_process_died_is_delivered_at_the_next_start(string bus)
    {
        await using var installation = await Installation.CreateAsync("sqlite", bus);
        var notes = Notes(10);
        await using (var first = await SampleApp.StartAsync(installation, started: false))
            await first.WriteAsync([.. notes.Select(note => (note, 1))]);
        await using var second = await SampleApp.StartAsync(installation);
        await EffectsShouldBeAsync(second, notes, 1);
    }

    [Theory, BusData]
    public async Task The_latest_version_stands_in_whatever_order_the_messages_come(string bus)
    {
        await using var installation = await Installation.CreateAsync("sqlite", bus);
        await using var app = await SampleApp.StartAsync(installation);
        var note = Guid.CreateVersion7();
        await app.WriteAsync((note, 3), (note, 1), (note, 2));
        await EffectsShouldBeAsync(app, [note], 3);
        (await app.InStoreAsync(db => db.Mirrors.SingleAsync(mirror => mirror.NoteId == note))).Version.ShouldBe(3);
    }

    [Theory, BusData]
    public async Task Two_instances_that_share_an_outbox_deliver_each_message_once_while_neither_fails(string bus)
    {
        Skips.When(PostgresServer.Unavailable);
        await using var installation = await Installation.CreateAsync("postgres", bus);
        await using var one = await SampleApp.StartAsync(installation);
        await using var other = await SampleApp.StartAsync(installation);
        var notes = Notes(600);
        for (var start = 0; start < notes.Length; start += 50)
            await (start % 100 == 0 ? one : other).WriteAsync([.. notes[start..(start + 50)].Select(note => (note, 1))]);
        await EffectsShouldBeAsync(one, notes, 1);
        (one.Faults.Calls + other.Faults.Calls).ShouldBe(notes.Length);
    }

    static Guid[] Notes(int count) => [.. Enumerable.Range(0, count).Select(_ => Guid.CreateVersion7())];

    static Task<int> UndeliveredAsync(SampleApp app) =>
        app.InStoreAsync(db => db.Outbox.CountAsync(message => message.DeliveredAt == null));

    static Task<string[]> EffectsOfAsync(SampleApp app, Guid note) => app.InStoreAsync(db => db.Effects
        .Where(effect => effect.NoteId == note).Select(effect => effect.Consumer).OrderBy(name => name).ToArrayAsync());

    /// <summary>Waits until each of the two consumers has handled each note so many times, and not more.</summary>
    static Task EffectsShouldBeAsync(SampleApp app, Guid[] notes, int times) => Eventually.ShouldAsync(async () =>
    {
        var effects = await app.InStoreAsync(db => db.Effects.Where(effect => notes.Contains(effect.NoteId))
            .GroupBy(effect => new { effect.NoteId, effect.Consumer }).Select(group => group.Count()).ToListAsync());
        effects.Count.ShouldBe(2 * notes.Length);
        effects.ShouldAllBe(count => count == times);
    }, TimeSpan.FromSeconds(60));
}

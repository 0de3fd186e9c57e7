using Microsoft.EntityFrameworkCore;
using Talent.Compliance.Tests.Sample;
using Talent.Testing;

namespace Talent.Compliance.Tests.Store;

/// <summary>What every store promises.</summary>
public sealed class StoreTests
{
    static readonly DateTimeOffset Start = new(2026, 5, 4, 3, 2, 1, TimeSpan.Zero);

    [Theory, StoreData]
    public async Task A_change_and_its_message_are_committed_together(string store)
    {
        using var databases = new Databases(store);
        var connection = await databases.CreateSampleAsync();
        var note = NoteAt(Start);
        await using (var db = databases.Open(connection))
        {
            db.Notes.Add(note);
            db.Publish(new NoteWritten(note.Id, 1), TimeProvider.System);
            await db.SaveChangesAsync();
        }
        await using var reading = databases.Open(connection);
        (await reading.Notes.CountAsync()).ShouldBe(1);
        (await reading.Outbox.SingleAsync()).Type.ShouldBe(typeof(NoteWritten).FullName);
    }

    [Theory, StoreData]
    public async Task A_change_that_fails_takes_its_message_with_it(string store)
    {
        using var databases = new Databases(store);
        var connection = await databases.CreateSampleAsync();
        var note = NoteAt(Start);
        await using (var first = databases.Open(connection))
        {
            first.Notes.Add(note);
            await first.SaveChangesAsync();
        }
        await using (var second = databases.Open(connection))
        {
            second.Publish(new NoteWritten(note.Id, 1), TimeProvider.System);
            second.Notes.Add(new Note { Id = note.Id, At = Start, Body = note.Body });
            await Should.ThrowAsync<DbUpdateException>(() => second.SaveChangesAsync());
        }
        await using var reading = databases.Open(connection);
        (await reading.Outbox.CountAsync()).ShouldBe(0);
    }

    [Theory, StoreData]
    public async Task Of_two_changes_of_the_same_version_the_second_is_refused(string store)
    {
        using var databases = new Databases(store);
        var connection = await databases.CreateSampleAsync();
        await using (var db = databases.Open(connection))
        {
            db.Notes.Add(NoteAt(Start));
            await db.SaveChangesAsync();
        }
        await using var one = databases.Open(connection);
        await using var other = databases.Open(connection);
        (await one.Notes.SingleAsync()).Version = 2;
        (await other.Notes.SingleAsync()).Version = 2;
        await one.SaveChangesAsync();
        await Should.ThrowAsync<DbUpdateConcurrencyException>(() => other.SaveChangesAsync());
    }

    [Theory, StoreData]
    public async Task Values_come_back_as_they_were(string store)
    {
        using var databases = new Databases(store);
        var connection = await databases.CreateSampleAsync();
        // 24 hours ahead of UTC in writing, to the microsecond, which both stores keep.
        var at = new DateTimeOffset(2026, 12, 31, 23, 59, 59, 999, 999, TimeSpan.FromHours(14));
        var body = new NoteBody("引号\" 反斜杠\\ emoji 🤖 عربي {0} \n\t", 12345678901234.56m, at.AddTicks(7), ["a", "", "ö"]);
        var note = new Note { Id = Guid.CreateVersion7(), At = at.ToUniversalTime(), Body = body };
        await using (var db = databases.Open(connection))
        {
            db.Notes.Add(note);
            await db.SaveChangesAsync();
        }
        await using var reading = databases.Open(connection);
        var back = await reading.Notes.SingleAsync();
        back.Id.ShouldBe(note.Id);
        back.At.ShouldBe(at);
        back.Body.Text.ShouldBe(body.Text);
        back.Body.Amount.ShouldBe(body.Amount);
        back.Body.At.ShouldBe(body.At);
        back.Body.Tags.ShouldBe(body.Tags);
    }

    [Theory, StoreData]
    public async Task Ids_are_ordered_and_compared_alike_in_the_store_and_in_memory(string store)
    {
        using var databases = new Databases(store);
        var connection = await databases.CreateSampleAsync();
        // Each byte decides once, the high bit included, which signed comparison would turn round.
        var ids = Enumerable.Range(0, 16).SelectMany(at => new[] { IdWith(at, 0x01), IdWith(at, 0x80), IdWith(at, 0xff) })
            .Append(IdWith(0, 0x10)).ToList();
        await using var db = databases.Open(connection);
        db.Notes.AddRange(ids.Select(id => NoteAt(Start, id)));
        await db.SaveChangesAsync();
        var sorted = ids.Order().ToList();
        (await db.Notes.OrderBy(note => note.Id).Select(note => note.Id).ToListAsync()).ShouldBe(sorted);
        foreach (var pivot in sorted.Where((_, at) => at % 5 == 0))
        {
            (await db.Notes.CountAsync(note => note.Id > pivot)).ShouldBe(sorted.Count(id => id > pivot));
            (await db.Notes.CountAsync(note => note.Id < pivot)).ShouldBe(sorted.Count(id => id < pivot));
        }
    }

    [Theory, StoreData]
    public async Task Instants_are_ordered_and_compared_to_the_microsecond(string store)
    {
        using var databases = new Databases(store);
        var connection = await databases.CreateSampleAsync();
        DateTimeOffset[] instants =
        [
            DateTimeOffset.UnixEpoch.AddYears(-20), DateTimeOffset.UnixEpoch, Start.AddMicroseconds(-1), Start,
            Start.AddMicroseconds(1), Start.AddMicroseconds(10), Start.AddSeconds(1), Start.AddYears(100),
        ];
        await using (var db = databases.Open(connection))
        {
            db.Notes.AddRange(instants.Reverse().Select(at => NoteAt(at)));
            await db.SaveChangesAsync();
        }
        await using var reading = databases.Open(connection);
        (await reading.Notes.OrderBy(note => note.At).Select(note => note.At).ToListAsync()).ShouldBe(instants);
        (await reading.Notes.CountAsync(note => note.At <= Start)).ShouldBe(4);
        (await reading.Notes.CountAsync(note => note.At > Start)).ShouldBe(4);
        (await reading.Notes.MaxAsync(note => note.At)).ShouldBe(instants[^1]);
    }

    [Theory, StoreData]
    public async Task Pages_follow_each_other_without_gaps_or_repeats(string store)
    {
        using var databases = new Databases(store);
        var connection = await databases.CreateSampleAsync();
        await using var db = databases.Open(connection);
        // Made within the same millisecond: the ids alone decide their order.
        db.Notes.AddRange(Enumerable.Range(0, 25).Select(_ => NoteAt(Start, Guid.CreateVersion7(Start))));
        await db.SaveChangesAsync();
        var seen = new List<Guid>();
        Guid? after = null;
        while (true)
        {
            var page = await db.Notes.Where(note => after == null || note.Id > after)
                .OrderBy(note => note.Id).Take(7).Select(note => note.Id).ToListAsync();
            if (page.Count == 0)
                break;
            seen.AddRange(page);
            after = page[^1];
        }
        seen.Count.ShouldBe(25);
        seen.ShouldBe(seen.Order());
        seen.ShouldBeUnique();
    }

    static Note NoteAt(DateTimeOffset at, Guid? id = null) =>
        new() { Id = id ?? Guid.CreateVersion7(), At = at, Body = new NoteBody("text", 1m, at, []) };

    static Guid IdWith(int position, byte value)
    {
        var bytes = new byte[16];
        bytes.AsSpan().Fill(0x40);
        bytes[position] = value;
        return new Guid(bytes, bigEndian: true);
    }
}

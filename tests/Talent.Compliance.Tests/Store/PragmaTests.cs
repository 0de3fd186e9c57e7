using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Talent.Compliance.Tests.Sample;
using Talent.Testing;

namespace Talent.Compliance.Tests.Store;

/// <summary>What SQLite keeps per connection holds for one that comes from the pool again, however often.</summary>
public sealed class PragmaTests
{
    [Fact]
    public async Task A_connection_from_the_pool_is_set_as_a_new_one_is()
    {
        await using var installation = await Installation.CreateAsync("sqlite");
        await using var app = await SampleApp.StartAsync(installation, consuming: false, started: false);
        var handles = new List<object>();
        for (var time = 0; time < 3; time++)
        {
            await app.InStoreAsync(async db =>
            {
                await db.Database.OpenConnectionAsync();
                handles.Add(((SqliteConnection)db.Database.GetDbConnection()).Handle!);
                (await PragmaAsync(db, "busy_timeout")).ShouldBe(30_000L);
                (await PragmaAsync(db, "synchronous")).ShouldBe(2L);
                (await PragmaAsync(db, "foreign_keys")).ShouldBe(1L);
                (await PragmaAsync(db, "journal_mode")).ShouldBe("wal");
                return await PragmaAsync(db, "cache_size");
            });
        }
        handles.Distinct().Count().ShouldBeLessThan(3, "none came from the pool: the test shows nothing");
    }

    /// <summary>Consumers do not wait for the disk; whoever has their connection after them answers 2xx and must.</summary>
    [Fact]
    public async Task What_a_consumer_has_relaxed_nobody_finds_relaxed()
    {
        await using var installation = await Installation.CreateAsync("sqlite");
        await using var app = await SampleApp.StartAsync(installation);
        var note = Guid.CreateVersion7();
        await app.WriteAsync((note, 1));
        await Eventually.ShouldAsync(async () =>
            (await app.InStoreAsync(db => db.Effects.CountAsync(effect => effect.NoteId == note))).ShouldBe(2));
        await app.InStoreAsync(async first => await app.InStoreAsync(async second => await app.InStoreAsync(async third =>
        {
            // Open together, so that they take all that the consumers have left in the pool.
            foreach (var db in new[] { first, second, third })
                await db.Database.OpenConnectionAsync();
            foreach (var db in new[] { first, second, third })
                (await PragmaAsync(db, "synchronous")).ShouldBe(2L);
            return true;
        })));
    }

    static async Task<object?> PragmaAsync(DbContext db, string name)
    {
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = $"PRAGMA {name}";
        return await command.ExecuteScalarAsync();
    }
}

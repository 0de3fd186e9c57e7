using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Talent.Compliance.Tests.Sample;

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

    static async Task<object?> PragmaAsync(DbContext db, string name)
    {
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = $"PRAGMA {name}";
        return await command.ExecuteScalarAsync();
    }
}

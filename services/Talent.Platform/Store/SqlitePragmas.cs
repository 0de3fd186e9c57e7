using System.Data.Common;
using System.Runtime.CompilerServices;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;
using SQLitePCL;

namespace Talent.Platform.Store;

/// <summary>Sets what SQLite keeps per connection, once for each: an opened one mostly comes from the pool and has it
/// already. <c>synchronous=FULL</c>: a commit answered 2xx is on the disk.</summary>
sealed class SqlitePragmas : DbConnectionInterceptor
{
    const string Pragmas =
        "PRAGMA busy_timeout=30000; PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON; " +
        "PRAGMA cache_size=-4096; PRAGMA temp_store=MEMORY;";

    static readonly ConditionalWeakTable<sqlite3, object> Done = [];

    public static SqlitePragmas Instance { get; } = new();

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData) =>
        Apply(connection);

    // SQLite has nothing to await.
    public override Task ConnectionOpenedAsync(
        DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        Apply(connection);
        return Task.CompletedTask;
    }

    internal static void Apply(DbConnection connection)
    {
        if (connection is not SqliteConnection { Handle: { } handle } || Done.TryGetValue(handle, out _))
            return;
        using var command = connection.CreateCommand();
        command.CommandText = Pragmas;
        command.ExecuteNonQuery();
        Done.TryAdd(handle, handle);
    }
}

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

    static readonly ConditionalWeakTable<sqlite3, Durability> Known = [];

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
        if (connection is not SqliteConnection { Handle: { } handle })
            return;
        if (!Known.TryGetValue(handle, out var durability))
        {
            Execute(connection, Pragmas);
            Known.TryAdd(handle, new Durability());
        }
        else if (durability.IsRelaxed)
        {
            Execute(connection, "PRAGMA synchronous=FULL");
            durability.IsRelaxed = false;
        }
    }

    /// <summary>Until this connection is opened again, from the pool or anew, its commits do not wait for the disk.</summary>
    internal static void Relax(DbConnection connection)
    {
        // Noted first: should the pragma fail, the next to open it sets what holds already.
        if (connection is SqliteConnection { Handle: { } handle } && Known.TryGetValue(handle, out var durability))
            durability.IsRelaxed = true;
        else
            return;
        Execute(connection, "PRAGMA synchronous=NORMAL");
    }

    static void Execute(DbConnection connection, string pragmas)
    {
        using var command = connection.CreateCommand();
        command.CommandText = pragmas;
        command.ExecuteNonQuery();
    }

    sealed class Durability
    {
        public bool IsRelaxed { get; set; }
    }
}

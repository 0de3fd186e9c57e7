using System.Data.Common;
using System.Runtime.CompilerServices;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Talent.Platform.Store;

/// <summary>Sets what SQLite keeps per connection, once: connections are pooled, and opened for every query. <c>synchronous=FULL</c>: a commit answered 2xx is on the disk.</summary>
sealed class SqlitePragmas : DbConnectionInterceptor
{
    const string Pragmas =
        "PRAGMA busy_timeout=30000; PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON; " +
        "PRAGMA cache_size=-4096; PRAGMA temp_store=MEMORY;";

    /// <summary>The native connections that have been set.</summary>
    static readonly ConditionalWeakTable<object, object> Set = [];

    public static SqlitePragmas Instance { get; } = new();

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData) =>
        Apply(connection);

    public override async Task ConnectionOpenedAsync(
        DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        if (IsSet(connection))
            return;
        await using var command = connection.CreateCommand();
        command.CommandText = Pragmas;
        await command.ExecuteNonQueryAsync(cancellationToken);
        Keep(connection);
    }

    internal static void Apply(DbConnection connection)
    {
        if (IsSet(connection))
            return;
        using var command = connection.CreateCommand();
        command.CommandText = Pragmas;
        command.ExecuteNonQuery();
        Keep(connection);
    }

    static bool IsSet(DbConnection connection) =>
        connection is SqliteConnection { Handle: { } native } && Set.TryGetValue(native, out _);

    static void Keep(DbConnection connection)
    {
        if (connection is SqliteConnection { Handle: { } native })
            Set.AddOrUpdate(native, Pragmas);
    }
}

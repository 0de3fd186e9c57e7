using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Talent.Platform.Store;

/// <summary>Sets what SQLite keeps per connection. <c>synchronous=FULL</c>: a commit answered 2xx is on the disk.</summary>
sealed class SqlitePragmas : DbConnectionInterceptor
{
    const string Pragmas =
        "PRAGMA busy_timeout=30000; PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON; " +
        "PRAGMA cache_size=-4096; PRAGMA temp_store=MEMORY;";

    public static SqlitePragmas Instance { get; } = new();

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData) =>
        Apply(connection);

    public override async Task ConnectionOpenedAsync(
        DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = Pragmas;
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    internal static void Apply(DbConnection connection)
    {
        using var command = connection.CreateCommand();
        command.CommandText = Pragmas;
        command.ExecuteNonQuery();
    }
}

using System.Data.Common;
using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Talent.Platform.Store;

/// <summary>The database of one service that is to be brought up to date.</summary>
sealed record Migration(Type Context, string Service, StoreProvider Provider, string ConnectionString)
{
    /// <summary>Puts on the disk what was committed without waiting for it. SQLite alone: its commits stand in the
    /// write-ahead log, which carries no locks, so it may be opened beside the connections.</summary>
    public void FlushToDisk()
    {
        if (Provider is not StoreProvider.Sqlite)
            return;
        var log = new SqliteConnectionStringBuilder(ConnectionString).DataSource + "-wal";
        if (!File.Exists(log))
            return;
        using var handle = File.OpenHandle(
            log, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite | FileShare.Delete);
        RandomAccess.FlushToDisk(handle);
    }
}

/// <summary>Applies the SQL scripts that a database has not seen yet: the platform's first, then the service's, each
/// script in one transaction, all under a lock so that several instances may start at once. A script that was
/// applied and has changed since stops the start.</summary>
sealed partial class Migrator(IEnumerable<Migration> migrations, ILogger<Migrator> log)
{
    public async Task MigrateAllAsync(CancellationToken cancellationToken)
    {
        foreach (var migration in migrations)
        {
            foreach (var script in await ApplyAsync(migration, cancellationToken))
                LogApplied(log, migration.Service, script);
        }
    }

    /// <summary>Applies what is missing and returns the names of the scripts applied.</summary>
    public static async Task<IReadOnlyList<string>> ApplyAsync(
        Migration migration, CancellationToken cancellationToken)
    {
        await using var connection = Open(migration);
        await connection.OpenAsync(cancellationToken);
        if (migration.Provider is StoreProvider.Sqlite)
            SqlitePragmas.Apply(connection);
        await LockAsync(connection, migration, cancellationToken);
        try
        {
            var applied = await AppliedAsync(connection, cancellationToken);
            var news = new List<string>();
            foreach (var script in Scripts(migration))
            {
                if (applied.TryGetValue(script.Name, out var checksum))
                {
                    if (checksum != script.Checksum)
                        throw new InvalidOperationException(
                            $"{migration.Service}: migration {script.Name} was changed after it had been applied.");
                    continue;
                }
                if (await ApplyAsync(connection, script, cancellationToken))
                    news.Add(script.Name);
            }
            return news;
        }
        finally
        {
            // Also when cancelled: a pooled connection lives on with its lock.
            await UnlockAsync(connection, migration, CancellationToken.None);
        }
    }

    static DbConnection Open(Migration migration) => migration.Provider switch
    {
        StoreProvider.Sqlite => new SqliteConnection(migration.ConnectionString),
        _ => new NpgsqlConnection(migration.ConnectionString),
    };

    static async Task LockAsync(DbConnection connection, Migration migration, CancellationToken cancellationToken)
    {
        if (migration.Provider is StoreProvider.Postgres)
        {
            await RunAsync(connection,
                $"SELECT pg_advisory_lock(hashtext('talent-migrations-{migration.Service}')); " +
                $"CREATE SCHEMA IF NOT EXISTS {migration.Service}; SET search_path TO {migration.Service}",
                cancellationToken);
        }
        await RunAsync(connection,
            "CREATE TABLE IF NOT EXISTS schema_migrations (name varchar(200) NOT NULL PRIMARY KEY, " +
            "checksum varchar(64) NOT NULL)", cancellationToken);
    }

    static Task UnlockAsync(DbConnection connection, Migration migration, CancellationToken cancellationToken) =>
        migration.Provider is StoreProvider.Postgres
            ? RunAsync(connection,
                $"SELECT pg_advisory_unlock(hashtext('talent-migrations-{migration.Service}'))", cancellationToken)
            : Task.CompletedTask;

    static async Task<Dictionary<string, string>> AppliedAsync(
        DbConnection connection, CancellationToken cancellationToken)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT name, checksum FROM schema_migrations";
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var applied = new Dictionary<string, string>(StringComparer.Ordinal);
        while (await reader.ReadAsync(cancellationToken))
            applied.Add(reader.GetString(0), reader.GetString(1));
        return applied;
    }

    /// <returns>False when another process applied it meanwhile.</returns>
    static async Task<bool> ApplyAsync(DbConnection connection, Script script, CancellationToken cancellationToken)
    {
        // On SQLite BEGIN IMMEDIATE is the lock: a second process waits here, then finds the script applied.
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        if ((await AppliedAsync(connection, cancellationToken)).ContainsKey(script.Name))
            return false;
        await RunAsync(connection, script.Sql, cancellationToken);
        await RunAsync(connection,
            $"INSERT INTO schema_migrations (name, checksum) VALUES ('{script.Name}', '{script.Checksum}')",
            cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return true;
    }

    static async Task RunAsync(DbConnection connection, string sql, CancellationToken cancellationToken)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    static IEnumerable<Script> Scripts(Migration migration) =>
        Scripts(typeof(Migrator).Assembly, migration.Provider, "platform/")
            .Concat(Scripts(migration.Context.Assembly, migration.Provider, "service/"));

    static IEnumerable<Script> Scripts(Assembly assembly, StoreProvider provider, string prefix)
    {
        var marker = provider is StoreProvider.Sqlite ? ".Migrations.sqlite." : ".Migrations.postgres.";
        return assembly.GetManifestResourceNames()
            .Where(name => name.Contains(marker, StringComparison.Ordinal))
            .OrderBy(name => name, StringComparer.Ordinal)
            .Select(name => Read(assembly, name, prefix + name[(name.IndexOf(marker, StringComparison.Ordinal) + marker.Length)..]));
    }

    static Script Read(Assembly assembly, string resource, string name)
    {
        using var reader = new StreamReader(assembly.GetManifestResourceStream(resource)!, Encoding.UTF8);
        var sql = reader.ReadToEnd().ReplaceLineEndings("\n");
        return new Script(name, sql, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(sql))));
    }

    sealed record Script(string Name, string Sql, string Checksum);

    [LoggerMessage(Level = LogLevel.Information, Message = "Store {Service}: applied {Script}")]
    static partial void LogApplied(ILogger logger, string service, string script);
}

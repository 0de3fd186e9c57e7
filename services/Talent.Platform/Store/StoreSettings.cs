using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Configuration;

namespace Talent.Platform.Store;

enum StoreProvider { Sqlite, Postgres }

/// <summary>Where the services keep their data: the settings <c>Talent:Store</c> (<c>sqlite</c> | <c>postgres</c>) and
/// <c>Talent:Postgres</c> (connection string).</summary>
sealed class StoreSettings(IConfiguration configuration)
{
    public StoreProvider Provider { get; } = configuration["Talent:Store"] switch
    {
        null or "" or "sqlite" => StoreProvider.Sqlite,
        "postgres" => StoreProvider.Postgres,
        var other => throw new InvalidOperationException(
            $"Talent:Store is \"{other}\"; it must be \"sqlite\" or \"postgres\"."),
    };

    /// <summary>The connection string for a service.</summary>
    public string ConnectionString(string service) => Provider switch
    {
        StoreProvider.Sqlite => new SqliteConnectionStringBuilder
        {
            DataSource = Path.Combine(DataFolder.Path(configuration), service + ".db"),
            DefaultTimeout = 30,
            Pooling = true,
        }.ToString(),
        _ => configuration["Talent:Postgres"] is { Length: > 0 } connection
            ? connection
            : throw new InvalidOperationException(
                "Talent:Store is \"postgres\" but Talent:Postgres, the connection string, is missing."),
    };
}

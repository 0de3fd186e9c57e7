using Npgsql;

namespace Talent.Testing;

/// <summary>The PostgreSQL of this test run: that of <c>TALENT_TEST_POSTGRES</c> (a connection string), else one of our own.
/// </summary>
public static class PostgresServer
{
    const string Variable = "TALENT_TEST_POSTGRES";
    static readonly TestServer Server = new("postgres", Variable);

    /// <summary>Why there is none here; null when there is one.</summary>
    public static string? Unavailable => Server.Unavailable;

    /// <summary>Creates an empty database that no other test knows.</summary>
    /// <returns>Its connection string.</returns>
    public static async Task<string> CreateDatabaseAsync()
    {
        var server = await Server.GetSettingAsync(Variable);
        var name = $"test_{Guid.CreateVersion7():N}";
        await using var connection = new NpgsqlConnection(server);
        await connection.OpenAsync();
        await using var create = new NpgsqlCommand($"CREATE DATABASE {name} TEMPLATE template0", connection);
        await create.ExecuteNonQueryAsync();
        return new NpgsqlConnectionStringBuilder(server) { Database = name }.ConnectionString;
    }
}

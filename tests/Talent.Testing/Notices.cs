using Microsoft.Data.Sqlite;
using Talent.Contracts.Notifications;
using Talent.Platform.Messaging;

namespace Talent.Testing;

/// <summary>Notices to the people of an installation on SQLite, committed from outside its process.</summary>
public static class Notices
{
    /// <summary>Commits it; the running host, or the next one, finds it within a second.</summary>
    /// <param name="dataFolder">Of the host.</param>
    public static async Task RaiseAsync(string dataFolder, NoticeRaised notice)
    {
        await using var store = await OpenAsync(dataFolder);
        var now = TimeProvider.System.GetUtcNow();
        var message = OutboxMessage.Of(notice, now);
        await using var insert = store.CreateCommand();
        insert.CommandText =
            "INSERT INTO outbox (id, type, body, created_at, attempts, due_at) VALUES ($id, $type, $body, $now, 0, $now)";
        insert.Parameters.AddWithValue("$id", message.Id);
        insert.Parameters.AddWithValue("$type", message.Type);
        insert.Parameters.AddWithValue("$body", message.Body);
        insert.Parameters.AddWithValue("$now", (now - DateTimeOffset.UnixEpoch).Ticks / TimeSpan.TicksPerMicrosecond);
        await insert.ExecuteNonQueryAsync();
    }

    /// <summary>Updates of anybody that are stored.</summary>
    public static async Task<long> StoredAsync(string dataFolder)
    {
        await using var store = await OpenAsync(dataFolder);
        await using var count = store.CreateCommand();
        count.CommandText = "SELECT count(*) FROM updates";
        return (long)(await count.ExecuteScalarAsync())!;
    }

    static async Task<SqliteConnection> OpenAsync(string dataFolder)
    {
        var store = new SqliteConnection(new SqliteConnectionStringBuilder
        {
            DataSource = Path.Combine(dataFolder, "notifications.db"), Pooling = false, DefaultTimeout = 30,
        }.ToString());
        await store.OpenAsync();
        return store;
    }
}

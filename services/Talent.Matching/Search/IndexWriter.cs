using System.Globalization;
using Microsoft.Data.Sqlite;

namespace Talent.Matching.Search;

/// <summary>The one writing connection: rows, terms, codes, removals and the feed position of a batch in one transaction.</summary>
sealed class IndexWriter(SqliteConnection connection) : IDisposable
{
    readonly Dictionary<string, SqliteCommand> commands = new(StringComparer.Ordinal);
    SqliteTransaction? transaction;

    public void Begin() => transaction = connection.BeginTransaction();

    public void Commit()
    {
        transaction!.Commit();
        transaction = null;
    }

    /// <summary>Writes the log back into the file, as far as no search is reading it.</summary>
    public void Checkpoint() => IndexFile.Execute(connection, "PRAGMA wal_checkpoint(PASSIVE)");

    /// <summary>Undoes what was written since <see cref="Begin"/>; nothing when it was committed.</summary>
    public void Abandon()
    {
        transaction?.Dispose();
        transaction = null;
    }

    public void Put(DocumentKind kind, int slot, byte[] facts, byte[] document, string terms)
    {
        var table = Table(kind);
        Run($"INSERT OR REPLACE INTO {table}(slot, facts, document, terms) VALUES($1, $2, $3, $4)", slot, facts, document, terms);
        Run($"INSERT OR REPLACE INTO {table}_terms(rowid, terms) VALUES($1, $2)", slot, terms);
    }

    public void Remove(DocumentKind kind, int slot)
    {
        var table = Table(kind);
        Run($"DELETE FROM {table} WHERE slot = $1", slot);
        Run($"DELETE FROM {table}_terms WHERE rowid = $1", slot);
    }

    /// <summary>The terms written with the document, separated by spaces.</summary>
    public string Terms(DocumentKind kind, int slot)
    {
        var command = Command($"SELECT terms FROM {Table(kind)} WHERE slot = $1", slot);
        return (string)command.ExecuteScalar()!;
    }

    public void MarkGone(DocumentKind kind, Guid id, int version) =>
        Run("INSERT OR REPLACE INTO gone(kind, id, version) VALUES($1, $2, $3)", (int)kind, id.ToByteArray(), version);

    public void UnmarkGone(DocumentKind kind, Guid id) =>
        Run("DELETE FROM gone WHERE kind = $1 AND id = $2", (int)kind, id.ToByteArray());

    public void AddCode(int code, string value) => Run("INSERT OR REPLACE INTO code(code, value) VALUES($1, $2)", code, value);

    public void SetPosition(long position) => Run(
        "UPDATE meta SET value = $1 WHERE name = 'position'", position.ToString(CultureInfo.InvariantCulture));

    public long Position() => long.Parse(
        (string)Command("SELECT value FROM meta WHERE name = 'position'").ExecuteScalar()!, CultureInfo.InvariantCulture);

    /// <summary>Reads a table of two columns at start.</summary>
    public void Each(string sql, Action<SqliteDataReader> row)
    {
        using var rows = Command(sql).ExecuteReader();
        while (rows.Read())
            row(rows);
    }

    static string Table(DocumentKind kind) => kind == DocumentKind.Job ? "job" : "graduate";

    void Run(string sql, params ReadOnlySpan<object> values) => Command(sql, values).ExecuteNonQuery();

    SqliteCommand Command(string sql, params ReadOnlySpan<object> values)
    {
        if (!commands.TryGetValue(sql, out var command))
        {
            commands[sql] = command = connection.CreateCommand();
            command.CommandText = sql;
            for (var i = 1; i <= values.Length; i++)
                command.Parameters.Add(new SqliteParameter { ParameterName = "$" + i.ToString(CultureInfo.InvariantCulture) });
        }
        command.Transaction = transaction;
        for (var i = 0; i < values.Length; i++)
            command.Parameters[i].Value = values[i];
        return command;
    }

    public void Dispose()
    {
        Abandon();
        foreach (var command in commands.Values)
            command.Dispose();
        connection.Dispose();
    }
}

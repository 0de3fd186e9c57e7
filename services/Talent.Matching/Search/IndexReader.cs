using System.Collections.Concurrent;
using Microsoft.Data.Sqlite;

namespace Talent.Matching.Search;

/// <summary>A read-only connection with its prepared statements; used by one search at a time.</summary>
sealed class IndexReader : IDisposable
{
    readonly SqliteConnection connection;
    readonly SqliteCommand[] matches;
    readonly SqliteCommand[] documents;

    public IndexReader(string path)
    {
        connection = IndexFile.Open(path, SqliteOpenMode.ReadOnly);
        matches = [
            Prepare("SELECT rowid FROM job_terms WHERE job_terms MATCH $key"),
            Prepare("SELECT rowid FROM graduate_terms WHERE graduate_terms MATCH $key")];
        documents = [
            Prepare("SELECT document FROM job WHERE slot = $key"),
            Prepare("SELECT document FROM graduate WHERE slot = $key")];
    }

    /// <summary>The slots of the documents that an FTS5 expression matches, ascending.</summary>
    public List<int> Match(DocumentKind kind, string expression)
    {
        var command = matches[(int)kind];
        command.Parameters[0].Value = expression;
        using var rows = command.ExecuteReader();
        var slots = new List<int>();
        while (rows.Read())
            slots.Add(rows.GetInt32(0));
        return slots;
    }

    /// <summary>The document as UTF-8 JSON.</summary>
    public byte[] Document(DocumentKind kind, int slot)
    {
        var command = documents[(int)kind];
        command.Parameters[0].Value = slot;
        return (byte[])(command.ExecuteScalar()
            ?? throw new InvalidOperationException($"The index has no {kind} in slot {slot}."));
    }

    /// <summary>Terms that at least so many documents have, the most frequent first.</summary>
    public IReadOnlyList<string> FrequentTerms(DocumentKind kind, int atLeast)
    {
        using var command = connection.CreateCommand();
        command.CommandText = kind == DocumentKind.Job
            ? "SELECT term FROM job_frequency WHERE doc >= $least ORDER BY doc DESC"
            : "SELECT term FROM graduate_frequency WHERE doc >= $least ORDER BY doc DESC";
        command.Parameters.AddWithValue("$least", atLeast);
        using var rows = command.ExecuteReader();
        var terms = new List<string>();
        while (rows.Read())
            terms.Add(rows.GetString(0));
        return terms;
    }

    SqliteCommand Prepare(string sql)
    {
        var command = connection.CreateCommand();
        command.CommandText = sql;
        command.Parameters.Add(new SqliteParameter { ParameterName = "$key" });
        return command;
    }

    public void Dispose()
    {
        foreach (var command in (SqliteCommand[])[.. matches, .. documents])
            command.Dispose();
        connection.Dispose();
    }
}

/// <summary>A few readers shared by all searches; who finds none free waits.</summary>
sealed class ReaderPool : IDisposable
{
    readonly ConcurrentBag<IndexReader> free = [];
    readonly SemaphoreSlim places;

    public ReaderPool(string path, int size)
    {
        places = new(size);
        for (var i = 0; i < size; i++)
            free.Add(new(path));
    }

    public T Use<T>(Func<IndexReader, T> read)
    {
        places.Wait();
        if (!free.TryTake(out var reader))
            throw new InvalidOperationException("A place was free, but no reader.");
        try
        {
            return read(reader);
        }
        finally
        {
            free.Add(reader);
            places.Release();
        }
    }

    public void Dispose()
    {
        while (free.TryTake(out var reader))
            reader.Dispose();
        places.Dispose();
    }
}

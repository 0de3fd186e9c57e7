using Microsoft.Data.Sqlite;

namespace Talent.Matching.Search;

/// <summary>The two kinds of documents in the index; the name is also that of the table.</summary>
enum DocumentKind { Job, Graduate }

/// <summary>The SQLite file of the index: opening, schema, and starting over when the file is of another schema or damaged.</summary>
/// <remarks>The index is a projection that can be rebuilt, so a commit need not reach the disk (synchronous NORMAL) and no
/// file is ever repaired or migrated: it is dropped and filled again from position 0.</remarks>
static class IndexFile
{
    /// <summary>Raise whenever the tables, the packed facts or the analysis of texts change.</summary>
    const string SchemaVersion = "1";

    /// <summary>Suffix of the empty file beside a damaged index.</summary>
    const string DamageMark = "-damaged";

    const string Schema = """
        CREATE TABLE meta (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
        CREATE TABLE code (code INTEGER PRIMARY KEY, value TEXT NOT NULL);
        CREATE TABLE gone (kind INTEGER NOT NULL, id BLOB NOT NULL, version INTEGER NOT NULL, PRIMARY KEY (kind, id)) WITHOUT ROWID;
        CREATE TABLE job (slot INTEGER PRIMARY KEY, facts BLOB NOT NULL, document BLOB NOT NULL, terms TEXT NOT NULL);
        CREATE TABLE graduate (slot INTEGER PRIMARY KEY, facts BLOB NOT NULL, document BLOB NOT NULL, terms TEXT NOT NULL);
        CREATE VIRTUAL TABLE job_terms USING fts5(terms, content='', contentless_delete=1, detail=none,
          tokenize="unicode61 remove_diacritics 0 categories 'L* M* N* P* S* C*'");
        CREATE VIRTUAL TABLE graduate_terms USING fts5(terms, content='', contentless_delete=1, detail=none,
          tokenize="unicode61 remove_diacritics 0 categories 'L* M* N* P* S* C*'");
        CREATE VIRTUAL TABLE job_frequency USING fts5vocab(job_terms, row);
        CREATE VIRTUAL TABLE graduate_frequency USING fts5vocab(graduate_terms, row);
        """;

    /// <summary>Opens the file for writing, if need be as a new one.</summary>
    public static SqliteConnection OpenOrCreate(string path)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        if (File.Exists(path + DamageMark))
            return Recreate(path);
        try
        {
            var existing = Open(path, SqliteOpenMode.ReadWriteCreate);
            if (IsCurrent(existing))
                return existing;
            existing.Dispose();
        }
        catch (SqliteException damaged) when (IsDamage(damaged))
        {
        }
        return Recreate(path);
    }

    /// <summary>Drops the file and makes an empty index.</summary>
    public static SqliteConnection Recreate(string path)
    {
        foreach (var suffix in (string[])["", "-wal", "-shm", DamageMark])
            File.Delete(path + suffix);
        var connection = Open(path, SqliteOpenMode.ReadWriteCreate);
        Execute(connection, $"BEGIN; {Schema} INSERT INTO meta VALUES ('schema', '{SchemaVersion}'), ('position', '0'); COMMIT;");
        return connection;
    }

    public static SqliteConnection Open(string path, SqliteOpenMode mode)
    {
        // Without the provider's own pool: a pooled handle would outlive a dropped file.
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder
        {
            DataSource = path, Mode = mode, Pooling = false,
        }.ToString());
        try
        {
            connection.Open();
            Execute(connection, mode == SqliteOpenMode.ReadOnly
                ? "PRAGMA cache_size = -16000; PRAGMA busy_timeout = 5000;"
                // Checkpoints are called for by the writer: at a commit they would keep the searches waiting.
                : "PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA wal_autocheckpoint = 0; "
                    + "PRAGMA cache_size = -32000; PRAGMA busy_timeout = 5000;");
        }
        catch
        {
            connection.Dispose();
            throw;
        }
        return connection;
    }

    /// <summary>True for errors that say that the file is no sound index, not that the disk is full or the file locked.</summary>
    public static bool IsDamage(SqliteException error) => error.SqliteErrorCode is Sqlite.Error or Sqlite.Corrupt or Sqlite.NotADatabase;

    /// <summary>True for damaged pages, found when they were read.</summary>
    public static bool IsCorruption(SqliteException error) => error.SqliteErrorCode is Sqlite.Corrupt or Sqlite.NotADatabase;

    /// <summary>Makes the next start begin with an empty index.</summary>
    public static void MarkDamaged(string path) => File.WriteAllBytes(path + DamageMark, []);

    public static void Execute(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    static bool IsCurrent(SqliteConnection connection)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT value FROM meta WHERE name = 'schema'";
        return string.Equals(command.ExecuteScalar() as string, SchemaVersion, StringComparison.Ordinal);
    }

    static class Sqlite
    {
        public const int Error = 1;
        public const int Corrupt = 11;
        public const int NotADatabase = 26;
    }
}

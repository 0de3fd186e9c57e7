using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Talent.Platform.Store;

/// <summary>Recognises, on either store, that a row was refused because its key is taken.</summary>
static class UniqueViolation
{
    const int SqliteUnique = 2067;
    const int SqlitePrimaryKey = 1555;

    public static bool Is(DbUpdateException failure) => failure.InnerException switch
    {
        SqliteException sqlite => sqlite.SqliteExtendedErrorCode is SqliteUnique or SqlitePrimaryKey,
        PostgresException postgres => postgres.SqlState == PostgresErrorCodes.UniqueViolation,
        _ => false,
    };
}

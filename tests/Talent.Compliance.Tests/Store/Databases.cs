using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Talent.Compliance.Tests.Sample;
using Talent.Graduates;
using Talent.Identity;
using Talent.Jobs;
using Talent.Matching;
using Talent.Notifications;
using Talent.Placements;
using Talent.Platform.Store;
using Talent.Testing;

namespace Talent.Compliance.Tests.Store;

/// <summary>Databases of a kind for one test.</summary>
sealed class Databases(string store) : IDisposable
{
    readonly TempFolder folder = new();

    /// <summary>Every service's context: found, so that a new service is held to the same promises.</summary>
    public static IReadOnlyList<Type> Contexts { get; } =
        [.. new[]
            {
                typeof(IdentityModule), typeof(JobsModule), typeof(GraduatesModule), typeof(MatchingModule),
                typeof(NotificationsModule), typeof(PlacementsModule), typeof(SampleDb),
            }.SelectMany(module => module.Assembly.GetTypes())
            .Where(type => type.IsSubclassOf(typeof(ServiceDb)) && !type.IsAbstract)];

    public async Task<string> CreateAsync() => store == "postgres"
        ? await PostgresServer.CreateDatabaseAsync()
        : new SqliteConnectionStringBuilder { DataSource = folder[$"{Guid.CreateVersion7():N}.db"] }.ToString();

    public ServiceDb Open(Type context, string connection)
    {
        var builder = (DbContextOptionsBuilder)Activator.CreateInstance(
            typeof(DbContextOptionsBuilder<>).MakeGenericType(context))!;
        if (store == "postgres")
            builder.UseNpgsql(connection);
        else
            builder.UseSqlite(connection).AddInterceptors(SqlitePragmas.Instance);
        return (ServiceDb)Activator.CreateInstance(context, builder.Options)!;
    }

    public SampleDb Open(string connection) => (SampleDb)Open(typeof(SampleDb), connection);

    public async Task<IReadOnlyList<string>> MigrateAsync(Type context, string connection)
    {
        await using var db = Open(context, connection);
        return await Migrator.ApplyAsync(
            new Migration(context, db.Service, store == "postgres" ? StoreProvider.Postgres : StoreProvider.Sqlite, connection),
            CancellationToken.None);
    }

    /// <summary>A migrated database of the sample service.</summary>
    public async Task<string> CreateSampleAsync()
    {
        var connection = await CreateAsync();
        await MigrateAsync(typeof(SampleDb), connection);
        return connection;
    }

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        folder.Dispose();
    }
}

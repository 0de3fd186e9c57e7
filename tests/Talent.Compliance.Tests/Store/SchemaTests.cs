using Microsoft.EntityFrameworkCore;
using Talent.Compliance.Tests.Sample;
using Talent.Platform.Store;
using Talent.Testing;

namespace Talent.Compliance.Tests.Store;

/// <summary>Migrations, and that they make the schema that the model expects.</summary>
public sealed class SchemaTests
{
    [Fact]
    public void The_contexts_of_all_services_are_found() =>
        Databases.Contexts.Select(context => context.Name).Order(StringComparer.Ordinal)
            .ShouldBe(["GraduatesDb", "IdentityDb", "JobsDb", "MatchingDb", "NotificationsDb", "PlacementsDb", "SampleDb"]);

    [Theory, StoreData]
    public async Task The_migrated_schema_is_the_one_the_model_describes(string store)
    {
        using var databases = new Databases(store);
        foreach (var context in Databases.Contexts)
        {
            var (migrated, created) = (await databases.CreateAsync(), await databases.CreateAsync());
            await databases.MigrateAsync(context, migrated);
            await using var migratedDb = databases.Open(context, migrated);
            await using var createdDb = databases.Open(context, created);
            await createdDb.Database.ExecuteSqlRawAsync(Escaped(createdDb.Database.GenerateCreateScript()));
            (await SchemaAsync(migratedDb)).ShouldBe(await SchemaAsync(createdDb), context.Name);
        }
    }

    [Theory, StoreData]
    public async Task A_schema_that_differs_is_noticed(string store)
    {
        using var databases = new Databases(store);
        await using var db = databases.Open(await databases.CreateSampleAsync());
        var before = await SchemaAsync(db);
        var notes = store == "postgres" ? "sample.notes" : "notes";
        await db.Database.ExecuteSqlRawAsync($"ALTER TABLE {notes} ADD COLUMN extra integer NULL");
        (await SchemaAsync(db)).Except(before, StringComparer.Ordinal).ShouldHaveSingleItem().ShouldContain("extra");
        before = await SchemaAsync(db);
        await db.Database.ExecuteSqlRawAsync($"CREATE UNIQUE INDEX more ON {notes} (extra)");
        (await SchemaAsync(db)).Except(before, StringComparer.Ordinal).ShouldHaveSingleItem().ShouldContain("extra");
    }

    [Theory, StoreData]
    public async Task Each_migration_is_applied_once(string store)
    {
        using var databases = new Databases(store);
        var connection = await databases.CreateAsync();
        (await databases.MigrateAsync(typeof(SampleDb), connection))
            .ShouldBe(["platform/001_platform.sql", "service/001_notes.sql"]);
        (await databases.MigrateAsync(typeof(SampleDb), connection)).ShouldBeEmpty();
    }

    [Theory, StoreData]
    public async Task Instances_that_start_at_once_apply_each_migration_once(string store)
    {
        using var databases = new Databases(store);
        var connection = await databases.CreateAsync();
        var applied = await Task.WhenAll(Enumerable.Range(0, 4).Select(
            _ => Task.Run(() => databases.MigrateAsync(typeof(SampleDb), connection))));
        applied.SelectMany(scripts => scripts).ShouldBe(
            ["platform/001_platform.sql", "service/001_notes.sql"], ignoreOrder: true);
    }

    [Theory, StoreData]
    public async Task A_migration_that_was_changed_after_it_had_been_applied_stops_the_start(string store)
    {
        using var databases = new Databases(store);
        var connection = await databases.CreateSampleAsync();
        await using var db = databases.Open(connection);
        var table = store == "postgres" ? "sample.schema_migrations" : "schema_migrations";
        await db.Database.ExecuteSqlRawAsync($"UPDATE {table} SET checksum = 'other' WHERE name = 'service/001_notes.sql'");
        var refused = await Should.ThrowAsync<InvalidOperationException>(
            () => databases.MigrateAsync(typeof(SampleDb), connection));
        refused.Message.ShouldContain("001_notes.sql");
        // The lock is free again: the next start is told the same at once.
        await Should.ThrowAsync<InvalidOperationException>(() => databases.MigrateAsync(typeof(SampleDb), connection));
    }

    static string Escaped(string script) => script.Replace("{", "{{").Replace("}", "}}");

    /// <summary>One line for each column and each index, but for the migrations' own table.</summary>
    static async Task<List<string>> SchemaAsync(ServiceDb db)
    {
        var lines = db.Database.IsNpgsql() ? PostgresSchema(db.Service) : SqliteSchema;
        return await db.Database.SqlQueryRaw<string>(lines).ToListAsync() is { Count: > 0 } schema
            ? [.. schema.Order(StringComparer.Ordinal)]
            : throw new InvalidOperationException("The schema is empty");
    }

    const string SqliteSchema =
        """
        SELECT t.name || '.' || c.name || ' ' || upper(c.type) || ' notnull=' || c."notnull" || ' key=' || c.pk AS "Value"
        FROM sqlite_master t JOIN pragma_table_info(t.name) c
        WHERE t.type = 'table' AND t.name <> 'schema_migrations' AND t.name NOT LIKE 'sqlite_%'
        UNION ALL
        SELECT t.name || ' index unique=' || i."unique" || ' ' || (SELECT group_concat(name) FROM pragma_index_info(i.name))
        FROM sqlite_master t JOIN pragma_index_list(t.name) i
        WHERE t.type = 'table' AND t.name <> 'schema_migrations' AND i.origin = 'c'
        """;

    static string PostgresSchema(string schema) =>
        $"""
        SELECT table_name || '.' || column_name || ' ' || udt_name || ' null=' || is_nullable AS "Value"
        FROM information_schema.columns WHERE table_schema = '{schema}' AND table_name <> 'schema_migrations'
        UNION ALL
        SELECT t.relname || ' index unique=' || i.indisunique || ' key=' || i.indisprimary || ' ' ||
            (SELECT string_agg(a.attname, ',' ORDER BY k.at) FROM unnest(i.indkey) WITH ORDINALITY AS k(number, at)
                JOIN pg_attribute a ON a.attrelid = t.oid AND a.attnum = k.number)
        FROM pg_index i JOIN pg_class t ON t.oid = i.indrelid JOIN pg_namespace n ON n.oid = t.relnamespace
        WHERE n.nspname = '{schema}' AND t.relname <> 'schema_migrations'
        """;
}

using Microsoft.Data.Sqlite;
using Talent.Matching.Search;
using static Talent.Matching.Tests.Search.SearchDocuments;

namespace Talent.Matching.Tests.Search;

public sealed class IndexFileTests : IDisposable
{
    readonly SearchDocuments documents = new();

    public void Dispose() => documents.Dispose();

    int Total(string? text) => documents.Index.SearchJobs(new() { Text = text, Today = Today }).Page!.Total;

    [Fact]
    public async Task A_restart_goes_on_where_the_last_batch_ended()
    {
        var gone = Job("Cook");
        await documents.Index.ApplyAsync(IndexBatch.Of(Job("Welder", "", "PLC programming"), gone), 41);
        await documents.Index.ApplyAsync(IndexBatch.Of(gone with { Version = 5, State = "closed" }), 42);
        documents.Reopen();

        documents.Index.Position.ShouldBe(42);
        Total("welder").ShouldBe(1);
        Total("PLC programming").ShouldBe(1);
        documents.Index.SearchJobs(new() { Today = Today, Skills = [Concept("PLC programming")] }).Page!.Total.ShouldBe(1);

        await documents.Index.ApplyAsync(IndexBatch.Of(gone with { Version = 4 }), 43);
        Total("cook").ShouldBe(0);
        await documents.Add(Job("Nurse"), Job("Pilot"));
        Total(null).ShouldBe(3);
    }

    [Fact]
    public async Task A_file_that_is_no_database_is_replaced()
    {
        await documents.Add(Job("Welder"));
        documents.Close();
        await File.WriteAllTextAsync(documents.File, new string('x', 10_000));
        documents.Reopen();

        documents.Index.Position.ShouldBe(0);
        Total(null).ShouldBe(0);
        await documents.Add(Job("Welder"));
        Total("welder").ShouldBe(1);
    }

    [Fact]
    public async Task A_file_of_another_schema_is_replaced()
    {
        await documents.Add(Job("Welder"));
        documents.Close();
        await using (var connection = new SqliteConnection($"Data Source={documents.File};Pooling=False"))
        {
            await connection.OpenAsync();
            await using var command = connection.CreateCommand();
            command.CommandText = "UPDATE meta SET value = '0' WHERE name = 'schema'";
            await command.ExecuteNonQueryAsync();
        }
        documents.Reopen();

        documents.Index.Position.ShouldBe(0);
        Total(null).ShouldBe(0);
    }

    [Fact]
    public async Task Damaged_pages_found_by_a_search_are_gone_after_the_next_start()
    {
        await documents.Add([.. Enumerable.Range(0, 2000).Select(i => Job($"Welder number{i}", string.Concat(Enumerable.Repeat($"word{i} ", 20))))]);
        documents.Reopen();
        var pages = new FileInfo(documents.File).Length / 4096;
        await using (var file = new FileStream(documents.File, FileMode.Open, FileAccess.Write, FileShare.ReadWrite))
        {
            // All but the first pages, which hold the schema.
            for (var page = 12; page < pages; page++)
            {
                file.Position = page * 4096;
                file.Write(new byte[64]);
            }
        }

        Should.Throw<SqliteException>(() =>
        {
            for (var i = 0; i < 2000; i++)
                Total($"number{i} ");
        });
        documents.Reopen();

        documents.Index.Position.ShouldBe(0);
        Total(null).ShouldBe(0);
    }

    [Fact]
    public async Task A_batch_that_fails_leaves_nothing_behind()
    {
        await documents.Add(Job("Welder"));
        var broken = Job("Cook") with { Title = null!, OrganisationName = null!, Country = "IS", Mode = null!, Skills = null! };

        await Should.ThrowAsync<Exception>(() => documents.Add(Job("Nurse") with { Country = "GL" }, broken));

        documents.Index.Position.ShouldBe(1);
        Total(null).ShouldBe(1);
        await documents.Add(Job("Pilot") with { Country = "GL" });
        documents.Reopen();
        documents.Index.SearchJobs(new() { Today = Today, Countries = ["GL"] }).Page!.Items.Single().Job.Title.ShouldBe("Pilot");
    }
}

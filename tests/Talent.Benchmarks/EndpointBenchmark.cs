using System.Globalization;
using System.Text.Json;
using Microsoft.Data.Sqlite;
using Npgsql;
using Talent.Contracts.Graduates;
using Talent.Contracts.Jobs;
using Talent.Platform.Store;
using Talent.Testing;
using Talent.Testing.Markets;

namespace Talent.Benchmarks;

/// <summary>The whole answer of <c>GET /matching/jobs/{id}/graduates</c> over HTTP, and how it grows, beside what PostgreSQL's
/// full-text search takes to find the top 200 of the same profiles by the same skills in the same run.</summary>
static class EndpointBenchmark
{
    const int Jobs = 200;
    const int Asked = 400;
    /// <summary>So many are asked first, until the code is compiled for good.</summary>
    const int Warm = 1500;
    const double Limit = 10;

    public static async Task RunAsync(TextWriter output)
    {
        output.WriteLine("| search + rank | p50 ms | p95 ms | limit ms | p95 / limit | notes |");
        output.WriteLine("|---|---|---|---|---|---|");
        foreach (var count in (int[])[10_000, 100_000])
        {
            var market = new GeneratedMarket(3);
            var organisation = Guid.CreateVersion7();
            var jobs = market.Jobs(Jobs).Select(job => job with { OrganisationId = organisation, State = "published" }).ToList();
            var graduates = market.Graduates(count);
            await EndpointAsync(output, count, organisation, jobs, graduates);
            await PostgresAsync(output, jobs, graduates);
        }
    }

    static async Task EndpointAsync(
        TextWriter output, int count, Guid organisation, List<JobNeed> jobs, IReadOnlyList<Graduate> graduates)
    {
        using var folder = new TempFolder();
        await using (await HostProcess.StartAsync(["--empty"], dataFolder: folder.FullPath))
        {
            // Only to have the tables made.
        }
        Fill(folder["matching.db"], jobs, graduates);
        await using var host = await HostProcess.StartAsync(["--empty", "--Talent:RateLimit", "0"], dataFolder: folder.FullPath);
        using var client = Callers.Client(host.Address, folder.FullPath, Callers.Employer(organisation));
        await Eventually.ShouldAsync(async () =>
        {
            var ready = await client.GetStringAsync(new Uri("/health/ready", UriKind.Relative));
            return ready.Contains($"{count} graduates", StringComparison.Ordinal);
        }, "the projection has caught up", TimeSpan.FromMinutes(10));
        await QuietAsync(host.Id);
        var ranked = await Timing.OfAsync(
            string.Create(CultureInfo.InvariantCulture, $"ranked graduates for a job, {count:N0} profiles, over HTTP"), Warm, Asked,
            index => client.GetByteArrayAsync(new Uri($"/api/v1/matching/jobs/{jobs[index % Jobs].Id}/graduates", UriKind.Relative)));
        output.WriteLine(ranked.Row(Limit, $"20 explained, resident {Resident(host.Id)} MB"));
        var searched = await Timing.OfAsync(
            string.Create(CultureInfo.InvariantCulture, $"graduates found by text, {count:N0} profiles, over HTTP"), Warm, Asked,
            index => client.GetByteArrayAsync(new Uri(
                $"/api/v1/matching/search/graduates?q={Uri.EscapeDataString(jobs[index % Jobs].Skills[0].Skill.Text)}", UriKind.Relative)));
        output.WriteLine(searched.Row(Limit, "20 with facets"));
    }

    static void Fill(string path, List<JobNeed> jobs, IReadOnlyList<Graduate> graduates)
    {
        using var connection = new SqliteConnection($"Data Source={path}");
        connection.Open();
        using var transaction = connection.BeginTransaction();
        using var command = connection.CreateCommand();
        command.CommandText = "INSERT INTO job_documents VALUES ($id, $version, $change, $document)";
        var change = 0;
        foreach (var job in jobs)
            Insert(command, job.Id, job.Version, ++change, job);
        command.CommandText =
            "INSERT INTO graduate_documents (id, version, change, document) VALUES ($id, $version, $change, $document)";
        foreach (var graduate in graduates)
            Insert(command, graduate.Id, graduate.Version, ++change, graduate);
        command.CommandText = $"UPDATE change_counter SET last = {change}";
        command.ExecuteNonQuery();
        transaction.Commit();
    }

    static void Insert<T>(SqliteCommand command, Guid id, int version, int change, T document)
    {
        command.Parameters.Clear();
        command.Parameters.AddWithValue("$id", id.ToString().ToUpperInvariant());
        command.Parameters.AddWithValue("$version", version);
        command.Parameters.AddWithValue("$change", change);
        command.Parameters.AddWithValue("$document", JsonSerializer.Serialize(document, JsonColumn.Options));
        command.ExecuteNonQuery();
    }

    static async Task PostgresAsync(TextWriter output, List<JobNeed> jobs, IReadOnlyList<Graduate> graduates)
    {
        if (PostgresServer.Unavailable is { } reason)
        {
            output.WriteLine($"| PostgreSQL full-text search | – | – | – | – | not measured: {reason} |");
            return;
        }
        await using var source = NpgsqlDataSource.Create(await PostgresServer.CreateDatabaseAsync());
        await using (var create = source.CreateCommand(
            "CREATE TABLE profiles (id uuid, country text, skills text, " +
            "words tsvector GENERATED ALWAYS AS (to_tsvector('simple', skills)) STORED)"))
            await create.ExecuteNonQueryAsync();
        await using (var connection = await source.OpenConnectionAsync())
        await using (var copy = await connection.BeginBinaryImportAsync("COPY profiles (id, country, skills) FROM STDIN BINARY"))
        {
            foreach (var graduate in graduates)
            {
                await copy.StartRowAsync();
                await copy.WriteAsync(graduate.Id);
                await copy.WriteAsync(graduate.Country);
                await copy.WriteAsync(string.Join(' ', graduate.Skills.Select(skill => Word(skill.Skill))));
            }
            await copy.CompleteAsync();
        }
        await using (var index = source.CreateCommand("CREATE INDEX ON profiles USING gin (words); ANALYZE profiles"))
            await index.ExecuteNonQueryAsync();
        var timing = await Timing.OfAsync(
            string.Create(CultureInfo.InvariantCulture, $"PostgreSQL full-text search, {graduates.Count:N0} profiles"), 50, Asked,
            index => FindAsync(source, jobs[index % Jobs]));
        output.WriteLine(timing.Row(Limit, "top 200 by ts_rank for the same skills; ids only, no rules, no reasons"));
    }

    static async Task FindAsync(NpgsqlDataSource source, JobNeed job)
    {
        await using var command = source.CreateCommand(
            "SELECT id, ts_rank(words, wanted) FROM profiles, to_tsquery('simple', $1) wanted " +
            "WHERE words @@ wanted ORDER BY 2 DESC LIMIT 200");
        command.Parameters.AddWithValue(string.Join(" | ", job.Skills.Select(skill => $"'{Word(skill.Skill)}'")));
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync())
            _ = reader.GetGuid(0);
    }

    static string Word(ConceptRef skill) =>
        string.Concat((skill.Uri ?? skill.Text).Where(char.IsLetterOrDigit)).ToLowerInvariant();

    /// <summary>Waits until the process has nothing to do in the background any more.</summary>
    internal static async Task QuietAsync(int process)
    {
        using var second = new PeriodicTimer(TimeSpan.FromSeconds(1));
        for (var before = Processor(process); await second.WaitForNextTickAsync();)
        {
            var now = Processor(process);
            if (now - before < TimeSpan.FromMilliseconds(50))
                return;
            before = now;
        }
    }

    static TimeSpan Processor(int process)
    {
        using var running = System.Diagnostics.Process.GetProcessById(process);
        return running.TotalProcessorTime;
    }

    internal static long Resident(int process)
    {
        var line = File.ReadLines($"/proc/{process}/status").First(line => line.StartsWith("VmRSS", StringComparison.Ordinal));
        return long.Parse(line.AsSpan(6).Trim(" \tkB"), CultureInfo.InvariantCulture) / 1024;
    }
}

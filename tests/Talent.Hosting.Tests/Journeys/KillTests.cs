using System.Net;
using System.Net.Http.Json;
using Talent.Contracts.Jobs;
using Talent.Contracts.Platform;
using Talent.Testing;
using static Talent.Hosting.Tests.Journeys.ApiJourney;

namespace Talent.Hosting.Tests.Journeys;

/// <summary>What was answered 2xx survives <c>kill -9</c>, whenever it comes.</summary>
public sealed class KillTests
{
    const int Rows = 5_000;
    static readonly int[] BadRows = [7, 2_500, 4_999];
    static readonly TimeSpan Deadline = TimeSpan.FromMinutes(3);
    /// <summary>A few hundred rows take no longer than a question.</summary>
    static readonly TimeSpan Hasty = TimeSpan.FromMilliseconds(1);

    [Fact]
    public async Task An_import_killed_again_and_again_takes_every_row_once()
    {
        using var data = new TempFolder();
        var import = await KilledAsync(data, client => client.UploadAsync("jobs", JobsCsv(Rows, BadRows)));
        var reached = 0;
        for (var kill = 0; kill < 2; kill++)
        {
            var before = reached;
            reached = await KilledAsync(data, client => ProgressAsync(client, import, before));
            reached.ShouldBeInRange(before + 1, Rows - 1);
        }
        var found = await KilledAsync(data, client => RelayingAsync(client));
        found.ShouldBeInRange(1, Rows - BadRows.Length - 1);

        await using var host = await StartAsync(data);
        using var employer = host.ClientOf(People.Employer);
        ShouldBeRight(await employer.ImportedAsync(import, Deadline));
        var numbers = (await employer.OwnJobsAsync()).Select(job => job.ExternalId).ToList();
        numbers.ShouldBeUnique();
        numbers.Count.ShouldBe(Rows - BadRows.Length);
        await Eventually.ShouldAsync(
            async () => (await employer.FoundJobsAsync()).ShouldBe(Rows - BadRows.Length), Deadline);
        (await employer.GetFromJsonAsync<Page<ImportReport>>(Relative("/api/v1/jobs/imports")))!.Items.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_job_answered_201_and_a_publication_answered_200_survive_a_kill_at_once()
    {
        using var data = new TempFolder();
        var created = await KilledAsync(data, CreateAsync);

        var known = await KilledAsync(data, async client =>
        {
            var job = await client.GetFromJsonAsync<JobNeed>(Relative($"/api/v1/jobs/{created.Id}"));
            await Eventually.ShouldAsync(() => ShouldBeKnownToMatchingAsync(client, created.Id));
            using var published = await client.PostAsJsonAsync(Relative($"/api/v1/jobs/{created.Id}/publish"), new { });
            published.StatusCode.ShouldBe(HttpStatusCode.OK);
            return job!;
        });
        known.Title.ShouldBe(created.Title);

        await using var host = await StartAsync(data);
        using var employer = host.ClientOf(People.Employer);
        (await employer.GetFromJsonAsync<JobNeed>(Relative($"/api/v1/jobs/{created.Id}")))!.State.ShouldBe("published");
        await Eventually.ShouldAsync(async () => (await employer.FoundJobsAsync()).ShouldBe(1));
    }

    /// <summary>Starts a host on the data, does something, and kills the host at the very moment it is done.</summary>
    static async Task<T> KilledAsync<T>(TempFolder data, Func<HttpClient, Task<T>> until)
    {
        await using var host = await StartAsync(data);
        using var employer = host.ClientOf(People.Employer);
        var result = await until(employer);
        await host.KillAsync();
        return result;
    }

    static Task<HostProcess> StartAsync(TempFolder data) =>
        HostProcess.StartAsync(["--empty", "--Talent:RateLimit", "0"], dataFolder: data.FullPath);

    /// <summary>Rows taken, as soon as they are more than before.</summary>
    static async Task<int> ProgressAsync(HttpClient client, string import, int before)
    {
        var report = await Eventually.GetAsync(
            async () => await client.ImportAsync(import) is var now && now.Processed > before ? now : null, Deadline, Hasty);
        return report.Processed;
    }

    /// <summary>How many jobs the search finds, as soon as it finds more than none.</summary>
    static async Task<int> RelayingAsync(HttpClient client)
    {
        var found = 0;
        await Eventually.ShouldAsync(
            async () => (found = await client.FoundJobsAsync()) > 0, "the first jobs are relayed", Deadline);
        return found;
    }

    static async Task<JobNeed> CreateAsync(HttpClient client)
    {
        var input = new JobNeedInput
        {
            Title = "Industrial robot technician",
            Description = "Commissioning of welding cells.",
            Country = "ZA",
            Skills = [new SkillDemand("PLC programming", 2, "required")],
        };
        using var response = await client.PostAsJsonAsync(Relative("/api/v1/jobs"), input);
        response.StatusCode.ShouldBe(HttpStatusCode.Created, await response.Content.ReadAsStringAsync());
        return (await response.Content.ReadFromJsonAsync<JobNeed>())!;
    }

    static async Task ShouldBeKnownToMatchingAsync(HttpClient client, Guid job)
    {
        using var ranking = await client.GetAsync(Relative($"/api/v1/matching/jobs/{job}/graduates"));
        ranking.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    static void ShouldBeRight(ImportReport report)
    {
        report.State.ShouldBe("done");
        report.Failure.ShouldBeNull();
        (report.Total, report.Processed, report.Accepted, report.Updated, report.Unchanged, report.Rejected)
            .ShouldBe((Rows, Rows, Rows - BadRows.Length, 0, 0, BadRows.Length));
        // The headings are row 1 of the file.
        report.Errors.Select(error => error.Row).ShouldBe(BadRows.Select(row => row + 1));
    }
}

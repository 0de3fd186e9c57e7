using System.Net.Http.Headers;
using System.Net.Http.Json;
using Talent.Contracts.Graduates;
using Talent.Contracts.Jobs;
using Talent.Contracts.Platform;
using Talent.Host.Demo;
using Talent.Testing;

namespace Talent.Hosting.Tests.Demo;

public sealed class DemoSeedingTests
{
    const string Done = "Demo data are in: 400 job needs, 3,000 graduates, ";
    static readonly TimeSpan Deadline = TimeSpan.FromMinutes(4);

    [Fact]
    public async Task An_empty_installation_is_filled_through_the_import_endpoints_without_a_single_remark()
    {
        await using var host = await HostProcess.StartAsync();
        await FilledAsync(host);
        using var http = new HttpClient { BaseAddress = host.Address };

        foreach (var (role, service) in new[] { ("employer", "jobs"), ("coordinator", "graduates") })
        {
            var imports = await GetAsync<Page<ImportReport>>(http, $"/api/v1/{service}/imports", role, host);
            foreach (var listed in imports.Items)
            {
                var import = await GetAsync<ImportReport>(http, $"/api/v1/{service}/imports/{listed.Id}", role, host);
                (import.State, import.Rejected, import.Accepted).ShouldBe(("done", 0, import.Total));
                import.Errors.ShouldBeEmpty();
            }
        }
        (await JobsAsync(http)).ShouldBe(Expected(), ignoreOrder: true);
    }

    [Fact]
    public async Task The_demo_people_find_what_is_theirs()
    {
        await using var host = await HostProcess.StartAsync();
        await FilledAsync(host);
        using var http = new HttpClient { BaseAddress = host.Address };

        var cohorts = await GetAsync<List<CohortSummary>>(http, "/api/v1/graduates/cohorts", "coordinator", host);
        var profile = await GetAsync<Graduate>(http, "/api/v1/graduates/me", "graduate", host);
        var jobs = await GetAsync<Page<JobNeed>>(http, "/api/v1/jobs?mine=true&limit=100", "employer", host);

        cohorts.Count.ShouldBe(4);
        cohorts.Sum(cohort => cohort.Graduates).ShouldBe(1_000);
        profile.Name.ShouldBe("Mariam Fathy");
        jobs.Items.Count.ShouldBe(24);
        jobs.Items.ShouldAllBe(job => job.State == "published" && job.OrganisationName == "Kestrel Quay Robotics");
    }

    [Fact]
    public async Task A_seeding_that_was_killed_is_completed_at_the_next_start_and_not_repeated_at_the_one_after()
    {
        using var folder = new TempFolder();
        await using (var killed = await HostProcess.StartAsync(dataFolder: folder.FullPath))
        {
            await Eventually.ShouldAsync(() => Task.FromResult(new DemoState(folder.FullPath).IsBegun), "seeding has begun");
            await killed.KillAsync();
        }
        await using (var next = await HostProcess.StartAsync(dataFolder: folder.FullPath))
        {
            await FilledAsync(next);
            using var http = new HttpClient { BaseAddress = next.Address };
            (await JobsAsync(http)).ShouldBe(Expected(), ignoreOrder: true);
        }
        await using var third = await HostProcess.StartAsync(dataFolder: folder.FullPath);
        using var client = new HttpClient { BaseAddress = third.Address };

        (await JobsAsync(client)).Count.ShouldBe(400);
        third.Output.ShouldNotContain(line => line.StartsWith("Demo data", StringComparison.Ordinal));
    }

    static Task FilledAsync(HostProcess host) => Eventually.ShouldAsync(
        () => host.Output.ShouldContain(line => line.StartsWith(Done, StringComparison.Ordinal), string.Join('\n', host.Output)),
        Deadline);

    static async Task<T> GetAsync<T>(HttpClient http, string path, string role, HostProcess host)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Authorization = new AuthenticationHeaderValue(
            "Bearer", Talent.Testing.DemoAccounts.Of(host.DataFolder, role).Token);
        using var response = await http.SendAsync(request);
        response.EnsureSuccessStatusCode();
        return (await response.Content.ReadFromJsonAsync<T>())!;
    }

    // The feed shows a change when it has settled for some seconds.
    static Task<List<string>> JobsAsync(HttpClient http) => Eventually.GetAsync(async () =>
    {
        var jobs = new List<string>();
        for (var after = ""; ;)
        {
            var page = await http.GetFromJsonAsync<Page<JobNeed>>($"/api/v1/jobs/feed?limit=100&after={after}");
            jobs.AddRange(page!.Items.Select(job => Line(
                job.OrganisationName, job.Title, job.Language, job.Country, job.Mode, job.Contract, job.Permit,
                job.PayPeriod, job.PayMin, job.Openings, job.Skills.Count, job.ReplyWithinDays)));
            if (page.Items.Count == 0)
                return jobs.Count == 400 ? jobs : null;
            after = page.Next;
        }
    });

    static List<string> Expected() =>
    [
        .. DemoData.Create(DemoData.DefaultSeed, new DateOnly(2026, 11, 22)).Jobs.SelectMany(entry =>
            entry.Needs.Select(need => Line(
                entry.Employer.Name, need.Title, need.Language, need.Country, need.Mode, need.Contract, need.Permit,
                need.Pay!.Period, need.Pay.Min, need.Openings, need.Skills!.Count, need.ReplyWithinDays))),
    ];

    static string Line(params object?[] parts) => string.Join(
        '|', parts.Select(part => Convert.ToString(part, System.Globalization.CultureInfo.InvariantCulture)));
}

using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Json;
using Talent.Contracts.Jobs;
using Talent.Contracts.Platform;
using Talent.Testing;

namespace Talent.Benchmarks;

/// <summary>With the demo data: how long the server takes for a page, how soon after the start the first one comes, and
/// how much memory the whole system holds.</summary>
static class PagesBenchmark
{
    const double PageLimit = 20;
    const int Starts = 5;
    /// <summary>Each page is asked for so often first, until its code is compiled for good.</summary>
    internal const int Warm = 1200;

    public static async Task RunAsync(TextWriter output)
    {
        using var folder = new TempFolder();
        output.WriteLine("| page, embedded, demo data | p50 ms | p95 ms | limit ms | p95 / limit | notes |");
        output.WriteLine("|---|---|---|---|---|---|");
        await using (var host = await HostProcess.StartAsync(["--Talent:RateLimit", "0"], dataFolder: folder.FullPath))
        {
            using var anyone = new HttpClient { BaseAddress = host.Address };
            await SeededAsync(anyone);
            await EndpointBenchmark.QuietAsync(host.Id);
            using var employer = await SignedInAsync(host, "employer");
            using var graduate = await SignedInAsync(host, "graduate");
            using var coordinator = await SignedInAsync(host, "coordinator");
            var job = await FirstJobAsync(host);
            foreach (var (client, path) in new[]
            {
                (anyone, "/en"), (anyone, "/zh/jobs"), (anyone, "/en/jobs?q=welding&mode=onsite"), (anyone, $"/en/jobs/{job}"),
                (employer, "/en/employer"), (employer, $"/en/employer/jobs/{job}/candidates"),
                (graduate, "/en/graduate"), (graduate, "/en/graduate/profile"), (coordinator, "/en/coordinator"),
            })
            {
                var timing = await Timing.OfAsync(path.Replace(job.ToString(), "ID", StringComparison.Ordinal), Warm, 300, async _ =>
                {
                    using var answer = await client.GetAsync(new Uri(path, UriKind.Relative));
                    answer.EnsureSuccessStatusCode();
                    await answer.Content.ReadAsByteArrayAsync();
                });
                output.WriteLine(timing.Row(PageLimit, ""));
            }
            var resident = EndpointBenchmark.Resident(host.Id);
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| resident memory after all this, MB | {resident} | | 400 | {resident / 400.0:0.00} | |"));
        }
        await StartsAsync(output, folder.FullPath);
        await BoardBenchmark.RunAsync(output, folder.FullPath);
    }

    static async Task StartsAsync(TextWriter output, string data)
    {
        var seconds = new List<double>();
        for (var run = 0; run < Starts; run++)
        {
            var from = Stopwatch.GetTimestamp();
            await using var host = await HostProcess.StartAsync([], dataFolder: data);
            using var client = new HttpClient { BaseAddress = host.Address };
            using var answer = await client.GetAsync(new Uri("/en/jobs", UriKind.Relative));
            answer.EnsureSuccessStatusCode();
            seconds.Add(Stopwatch.GetElapsedTime(from).TotalSeconds);
        }
        seconds.Sort();
        output.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"| start to the first page (s), {Starts} starts | {seconds[Starts / 2]:0.00} | {seconds[^1]:0.00} | 3 | {seconds[^1] / 3:0.00} | median and worst |"));
    }

    static Task SeededAsync(HttpClient client) => Eventually.ShouldAsync(async () =>
    {
        var ready = await client.GetStringAsync(new Uri("/health/ready", UriKind.Relative));
        return ready.Contains("400 jobs, 3000 graduates", StringComparison.Ordinal);
    }, "the demo data is in", TimeSpan.FromMinutes(3));

    public static async Task<HttpClient> SignedInAsync(HostProcess host, string role)
    {
        var account = DemoAccounts.Of(host.DataFolder, role);
        var client = new HttpClient(new CookieJar(follow: true)) { BaseAddress = host.Address };
        using var page = await client.GetAsync(new Uri($"/sign-in?token={account.Token}", UriKind.Relative));
        page.EnsureSuccessStatusCode();
        return client;
    }

    static async Task<Guid> FirstJobAsync(HostProcess host)
    {
        using var client = new HttpClient { BaseAddress = host.Address };
        client.DefaultRequestHeaders.Authorization = new("Bearer", DemoAccounts.Of(host.DataFolder, "employer").Token);
        var page = await client.GetFromJsonAsync<Page<JobNeed>>("/api/v1/jobs?mine=true&state=published&limit=1");
        return page!.Items[0].Id;
    }
}

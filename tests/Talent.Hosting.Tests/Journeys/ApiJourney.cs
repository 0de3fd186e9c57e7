using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text;
using Talent.Contracts.Jobs;
using Talent.Contracts.Matching;
using Talent.Contracts.Platform;
using Talent.Testing;

namespace Talent.Hosting.Tests.Journeys;

/// <summary>The calls that the journeys have in common.</summary>
static class ApiJourney
{
    /// <summary>A file of job needs <c>NEED-00001</c>, <c>NEED-00002</c> …; every one of <paramref name="bad"/> (row
    /// numbers from 1) has pay_min above pay_max.</summary>
    public static string JobsCsv(int rows, params int[] bad)
    {
        var csv = new StringBuilder(
            "external_id,title,description,language,skills,languages,mode,country,city,contract,openings,pay_min,pay_max,currency,pay_period\n");
        for (var row = 1; row <= rows; row++)
        {
            var pay = bad.Contains(row) ? "9000,4000" : "4000,9000";
            csv.Append(CultureInfo.InvariantCulture,
                $"NEED-{row:00000},Industrial robot technician {row},Commissioning of welding cells.,en,PLC programming:2!;Robot welding:2,en:A2!,onsite,ZA,Durban,permanent,1,{pay},ZAR,month\n");
        }
        return csv.ToString();
    }

    /// <summary>Uploads a file; the address of its import.</summary>
    public static async Task<string> UploadAsync(this HttpClient client, string service, string csv)
    {
        using var form = new MultipartFormDataContent();
        using var content = new StringContent(csv, Encoding.UTF8, "text/csv");
        form.Add(content, "file", "upload.csv");
        using var response = await client.PostAsync(Relative($"/api/v1/{service}/imports"), form);
        var body = await response.Content.ReadAsStringAsync();
        response.StatusCode.ShouldBe(HttpStatusCode.Accepted, body);
        return response.Headers.Location!.ToString();
    }

    public static async Task<ImportReport> ImportAsync(this HttpClient client, string import) =>
        (await client.GetFromJsonAsync<ImportReport>(Relative(import)))!;

    /// <summary>The report once the import has ended.</summary>
    public static Task<ImportReport> ImportedAsync(this HttpClient client, string import, TimeSpan? deadline = null) =>
        Eventually.GetAsync(
            async () => await client.ImportAsync(import) is { State: not ("queued" or "running") } ended ? ended : null, deadline);

    /// <summary>How many published jobs the search finds.</summary>
    public static async Task<int> FoundJobsAsync(this HttpClient client) =>
        (await client.GetFromJsonAsync<SearchPage<JobHit>>(Relative("/api/v1/matching/search/jobs?limit=1")))!.Total;

    /// <summary>All of the caller's own job needs, page after page.</summary>
    public static async Task<List<JobNeed>> OwnJobsAsync(this HttpClient client)
    {
        var jobs = new List<JobNeed>();
        string? after = null;
        do
        {
            var page = await client.GetFromJsonAsync<Page<JobNeed>>(Relative($"/api/v1/jobs?mine=true&limit=100&after={after}"));
            jobs.AddRange(page!.Items);
            after = page.Next;
        }
        while (after is not null);
        return jobs;
    }

    public static Uri Relative(string path) => new(path, UriKind.Relative);
}

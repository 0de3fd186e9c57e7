using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using Talent.Contracts.Jobs;
using Talent.Testing;

namespace Talent.Jobs.Tests;

/// <summary>Calls of the jobs API.</summary>
static class JobsApi
{
    public static Uri Jobs { get; } = Path("");

    public static Uri Path(string rest) => new($"/api/v1/jobs{rest}", UriKind.Relative);

    public static Task<TalentApp> StartAsync(string store = "sqlite") => StartAsync(store, dataFolder: null);

    /// <summary>The application with the jobs service alone.</summary>
    public static async Task<TalentApp> StartAsync(string store, string? dataFolder) => await TalentApp.StartAsync(
        new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["Talent:Store"] = store,
            ["Talent:Postgres"] = store == "postgres" ? await PostgresServer.CreateDatabaseAsync() : null,
        },
        services: ["jobs"], dataFolder: dataFolder);

    public static JobNeedInput Welder(string? externalId = null) =>
        new() { Title = "Welder", Country = "MY", ExternalId = externalId };

    public static async Task<JobNeed> CreateAsync(this HttpClient client, JobNeedInput? input = null)
    {
        using var answer = await client.PostAsJsonAsync(Jobs, input ?? Welder());
        return await NeedAsync(answer, HttpStatusCode.Created);
    }

    public static async Task<JobNeed> MoveAsync(this HttpClient client, Guid id, string step, string? reason = null)
    {
        using var answer = await client.PostAsJsonAsync(Path($"/{id}/{step}"), new { reason });
        return await NeedAsync(answer, HttpStatusCode.OK);
    }

    public static async Task<HttpResponseMessage> ChangeAsync(
        this HttpClient client, Guid id, JobNeedInput input, string? ifMatch)
    {
        using var request = new HttpRequestMessage(HttpMethod.Put, Path($"/{id}")) { Content = JsonContent.Create(input) };
        if (ifMatch is not null)
            request.Headers.IfMatch.Add(EntityTagHeaderValue.Parse(ifMatch));
        return await client.SendAsync(request);
    }

    public static async Task<HttpResponseMessage> PostWithKeyAsync(
        this HttpClient client, Uri address, HttpContent content, string key)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = content };
        request.Headers.Add("Idempotency-Key", key);
        return await client.SendAsync(request);
    }

    public static async Task<JobNeed> NeedAsync(HttpResponseMessage answer, HttpStatusCode expected)
    {
        answer.StatusCode.ShouldBe(expected, await answer.Content.ReadAsStringAsync());
        return (await answer.Content.ReadFromJsonAsync<JobNeed>())!;
    }
}

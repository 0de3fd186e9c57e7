using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using Talent.Contracts.Graduates;
using Talent.Testing;

namespace Talent.Graduates.Tests;

/// <summary>Calls of the graduates API.</summary>
static class GraduatesApi
{
    public const string Headings =
        "external_id,name,email,country,cohort,programme,skills,certificates,languages,visibility\n";

    public static Uri Me { get; } = Path("/me");

    public static Uri Path(string rest) => new($"/api/v1/graduates{rest}", UriKind.Relative);

    /// <summary>The application with the graduates service alone.</summary>
    public static async Task<TalentApp> StartAsync(string store = "sqlite") => await TalentApp.StartAsync(
        new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["Talent:Store"] = store,
            ["Talent:Postgres"] = store == "postgres" ? await PostgresServer.CreateDatabaseAsync() : null,
        },
        services: ["graduates"]);

    public static GraduateInput Nomsa() => new() { Name = "Nomsa Example", Country = "ZA" };

    public static async Task<HttpResponseMessage> PutMeAsync(this HttpClient client, object input, string? ifMatch = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Put, Me) { Content = JsonContent.Create(input) };
        if (ifMatch is not null)
            request.Headers.IfMatch.Add(EntityTagHeaderValue.Parse(ifMatch));
        return await client.SendAsync(request);
    }

    public static async Task<Graduate> ChangeMeAsync(this HttpClient client, GraduateInput input, string? ifMatch = null)
    {
        using var answer = await client.PutMeAsync(input, ifMatch);
        answer.IsSuccessStatusCode.ShouldBeTrue(await answer.Content.ReadAsStringAsync());
        return (await answer.Content.ReadFromJsonAsync<Graduate>())!;
    }

    public static async Task<Graduate> GetMeAsync(this HttpClient client) =>
        (await client.GetFromJsonAsync<Graduate>(Me))!;

    public static async Task<HttpStatusCode> StatusOfAsync(this HttpClient client, Guid id)
    {
        using var answer = await client.GetAsync(Path($"/{id}"));
        return answer.StatusCode;
    }
}

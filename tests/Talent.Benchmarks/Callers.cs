using System.Net.Http.Headers;
using Microsoft.Extensions.Configuration;
using Talent.Platform.Security;

namespace Talent.Benchmarks;

/// <summary>HTTP clients that speak for somebody to an installation whose key folder this process can read.</summary>
static class Callers
{
    public static HttpClient Client(Uri address, string dataFolder, Caller caller)
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection([KeyValuePair.Create("Talent:Data", (string?)dataFolder)]).Build();
        var signing = new Lazy<SigningKeys>(() => new SigningKeys(configuration, TimeProvider.System));
        var published = new PublishedKeys(configuration, TimeProvider.System);
        var token = new AccessTokens(signing, published, TimeProvider.System).Issue(caller, TimeSpan.FromHours(2));
        var client = new HttpClient { BaseAddress = address, Timeout = TimeSpan.FromMinutes(5) };
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return client;
    }

    public static Caller Employer(Guid organisation) => new(
        Guid.CreateVersion7(), Roles.Employer, "Bench Recruiter", "bench@example.com", organisation, "Bench Works");
}

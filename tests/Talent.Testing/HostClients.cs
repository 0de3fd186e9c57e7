using System.Net.Http.Headers;
using Microsoft.Extensions.Configuration;
using Talent.Platform.Security;

namespace Talent.Testing;

/// <summary>Calls to hosts that run as processes of their own, as any person a test makes up.</summary>
public static class HostClients
{
    /// <summary>A client of this host that calls as somebody; null: as nobody. Redirects are not followed.</summary>
    /// <param name="keys">The folder of the installation's keys; default: that in the host's data folder.</param>
    public static HttpClient ClientOf(this HostProcess host, Caller? caller, string? keys = null)
    {
        var client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false })
        {
            BaseAddress = host.Address,
        };
        if (caller is not null)
            client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue(
                "Bearer", TokenOf(caller, keys ?? Path.Combine(host.DataFolder, "keys")));
        return client;
    }

    /// <summary>An access token of an installation, good for a day.</summary>
    public static string TokenOf(Caller caller, string keys)
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection([new("Talent:Keys", keys)]).Build();
        var signing = new Lazy<SigningKeys>(() => new SigningKeys(configuration, TimeProvider.System));
        return new AccessTokens(signing, new PublishedKeys(configuration, TimeProvider.System), TimeProvider.System)
            .Issue(caller, TimeSpan.FromDays(1));
    }
}

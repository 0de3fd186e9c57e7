using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Serialization;

namespace Talent.Testing;

/// <summary>The RabbitMQ of this test run: that of <c>TALENT_TEST_RABBITMQ</c> (amqp://…) with its management interface
/// <c>TALENT_TEST_RABBITMQ_MANAGEMENT</c> (http://…), else one of our own.</summary>
public static class RabbitServer
{
    const string Broker = "TALENT_TEST_RABBITMQ";
    const string Management = "TALENT_TEST_RABBITMQ_MANAGEMENT";
    static readonly TestServer Server = new("rabbitmq", Broker);
    static readonly Lazy<Task<HttpClient>> Client = new(CreateClientAsync);

    /// <summary>Why there is none here; null when there is one.</summary>
    public static string? Unavailable => Server.Unavailable;

    /// <summary>Creates a virtual host that no other test knows; it goes, with its queues, when disposed.</summary>
    public static async Task<RabbitVirtualHost> CreateVirtualHostAsync()
    {
        var client = await Client.Value;
        var name = $"test-{Guid.CreateVersion7():N}";
        using var created = await client.PutAsync(new Uri($"api/vhosts/{name}", UriKind.Relative), JsonContent.Create(new { }));
        created.EnsureSuccessStatusCode();
        var broker = new UriBuilder(await Server.GetSettingAsync(Broker)) { Path = name };
        return new RabbitVirtualHost(client, name, broker.Uri);
    }

    static async Task<HttpClient> CreateClientAsync()
    {
        var address = new Uri(await Server.GetSettingAsync(Management));
        var credentials = Convert.ToBase64String(Encoding.UTF8.GetBytes(Uri.UnescapeDataString(address.UserInfo)));
        var client = new HttpClient { BaseAddress = new UriBuilder(address) { UserName = "", Password = "" }.Uri };
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Basic", credentials);
        return client;
    }
}

/// <summary>A virtual host of one test.</summary>
public sealed class RabbitVirtualHost : IAsyncDisposable
{
    readonly HttpClient client;

    internal RabbitVirtualHost(HttpClient client, string name, Uri address) =>
        (this.client, Name, Address) = (client, name, address);

    public string Name { get; }

    /// <summary><c>amqp://user:password@host:port/name</c></summary>
    public Uri Address { get; }

    /// <summary>Every queue with its type (<c>quorum</c>, <c>classic</c>) and the messages it holds at the moment.</summary>
    public async Task<IReadOnlyList<QueueState>> GetQueuesAsync() =>
        await client.GetFromJsonAsync<List<QueueState>>(
            new Uri($"api/queues/{Name}?disable_stats=true&enable_queue_totals=true", UriKind.Relative)) ?? [];

    public async ValueTask DisposeAsync()
    {
        using var deleted = await client.DeleteAsync(new Uri($"api/vhosts/{Name}", UriKind.Relative));
    }
}

/// <summary>A queue as the broker reports it.</summary>
/// <param name="Messages">Ready and unacknowledged together.</param>
public sealed record QueueState(
    string Name, string Type, int Messages, [property: JsonPropertyName("messages_unacknowledged")] int Unacknowledged);

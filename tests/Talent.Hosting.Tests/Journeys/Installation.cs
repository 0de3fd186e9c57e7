using System.Globalization;
using Talent.Platform.Security;
using Talent.Testing;

namespace Talent.Hosting.Tests.Journeys;

/// <summary>An installation of several processes that share a PostgreSQL database, a RabbitMQ virtual host and a folder of
/// keys, and nothing else.</summary>
sealed class Installation : IAsyncDisposable
{
    readonly TempFolder folder = new();
    readonly List<HostProcess> processes = [];
    readonly Dictionary<string, Uri> addresses = new(StringComparer.Ordinal);
    readonly string database;
    readonly RabbitVirtualHost broker;

    Installation(string database, RabbitVirtualHost broker) => (this.database, this.broker) = (database, broker);

    public string Keys => folder["keys"];

    public static async Task<Installation> CreateAsync() =>
        new(await PostgresServer.CreateDatabaseAsync(), await RabbitServer.CreateVirtualHostAsync());

    /// <summary>Starts a process for a service; returns when it reports itself ready, its queues and store included. The
    /// processes started so far are known to it.</summary>
    /// <param name="number">Processes of the same service have a data folder each.</param>
    /// <param name="port">0: any free one.</param>
    public async Task<HostProcess> StartAsync(string service, int number = 1, int port = 0)
    {
        var data = Directory.CreateDirectory(folder[$"{service}{number}"]).FullName;
        var process = await HostProcess.StartAsync(
        [
            "--empty", "--Talent:Demo", "true", "--services", service, "--port", port.ToString(CultureInfo.InvariantCulture),
            "--Talent:Store", "postgres", "--Talent:Postgres", database, "--Talent:Bus", "rabbitmq",
            "--Talent:RabbitMq", broker.Address.ToString(), "--Talent:Keys", Keys, "--Talent:RateLimit", "0",
            .. addresses.SelectMany(known => new[] { $"--Talent:Services:{known.Key}", known.Value.ToString() }),
        ], dataFolder: data);
        processes.Add(process);
        addresses.TryAdd(service, process.Address);
        await ReadyAsync(process);
        return process;
    }

    public HttpClient ClientOf(HostProcess process, Caller? caller) => process.ClientOf(caller, Keys);

    static Task ReadyAsync(HostProcess process) => Eventually.ShouldAsync(async () =>
    {
        using var client = process.ClientOf(caller: null);
        using var ready = await client.GetAsync(ApiJourney.Relative("/health/ready"));
        // "Degraded" is answered 200 too, while its queues or its memory are not complete yet.
        (await ready.Content.ReadAsStringAsync()).ShouldStartWith("{\"status\":\"Healthy\"");
    });

    public async ValueTask DisposeAsync()
    {
        foreach (var process in processes)
        {
            // The journey has ended: nothing is waited for.
            if (!process.HasExited)
                await process.KillAsync();
            await process.DisposeAsync();
        }
        await broker.DisposeAsync();
        folder.Dispose();
    }
}

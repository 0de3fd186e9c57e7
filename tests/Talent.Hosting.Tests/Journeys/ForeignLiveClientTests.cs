using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using Talent.Contracts.Notifications;
using Talent.Platform.Security;
using Talent.Testing;

namespace Talent.Hosting.Tests.Journeys;

/// <summary>Live updates as somebody else's program gets them: with SignalR's own JavaScript library.</summary>
public sealed class ForeignLiveClientTests
{
    const int Clients = 20;
    const int Updates = 300;
    static readonly TimeSpan Deadline = TimeSpan.FromMinutes(3);

    [Fact]
    public async Task Connections_cut_at_random_and_a_server_killed_lose_no_update_double_none_and_keep_the_order()
    {
        using var data = new TempFolder();
        var port = FreePort();
        var people = Enumerable.Range(1, Clients).Select(number => TalentApp.Person(Roles.Graduate, number)).ToList();
        var host = await StartAsync(data, port);
        try
        {
            using var clients = StartClients(host.Address, people.Select(
                person => HostClients.TokenOf(person, Path.Combine(data.FullPath, "keys"))));
            (await clients.StandardOutput.ReadLineAsync().WaitAsync(Deadline)).ShouldBe("connected");
            foreach (var part in Enumerable.Range(0, Updates).Chunk(Updates / 3))
            {
                // Some are on their way when the server dies, others come while it is away.
                await RaiseAsync(data, people, part.Length - 10);
                await Eventually.ShouldAsync(async () => (await Notices.StoredAsync(data.FullPath)).ShouldBeGreaterThan(part[0] * Clients));
                await host.KillAsync();
                await host.DisposeAsync();
                await RaiseAsync(data, people, 10);
                host = await StartAsync(data, port);
            }
            var results = new List<long[]>();
            while (await clients.StandardOutput.ReadLineAsync().WaitAsync(Deadline) is { } line)
                results.Add(JsonSerializer.Deserialize<long[]>(line)!);
            results.Count.ShouldBe(Clients);
            foreach (var taken in results)
                taken.ShouldBe(Enumerable.Range(1, Updates).Select(number => (long)number));
        }
        finally
        {
            await host.DisposeAsync();
        }
    }

    static Task<HostProcess> StartAsync(TempFolder data, int port) => HostProcess.StartAsync(
        ["--empty", "--services", "notifications", "--Talent:RateLimit", "0", "--port", port.ToString(CultureInfo.InvariantCulture)],
        dataFolder: data.FullPath);

    static Process StartClients(Uri address, IEnumerable<string> tokens)
    {
        var process = Process.Start(new ProcessStartInfo("node",
        [
            Repository.PathOf("tests/Talent.Hosting.Tests/Journeys/live-clients.mjs"),
            Repository.PathOf("web/Talent.Web/package.json"), address.GetLeftPart(UriPartial.Authority),
            Updates.ToString(CultureInfo.InvariantCulture),
        ])
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        })!;
        foreach (var token in tokens)
            process.StandardInput.WriteLine(token);
        process.StandardInput.Close();
        return process;
    }

    /// <summary>Tells everybody so many things.</summary>
    static async Task RaiseAsync(TempFolder data, IReadOnlyList<Caller> people, int count)
    {
        for (var number = 0; number < count; number++)
            await Notices.RaiseAsync(data.FullPath, new NoticeRaised(
                Guid.CreateVersion7(), KindsOfNotice.PlacementMoved, NoticeWeights.Note,
                [.. people.Select(person => person.AccountId)], [], null, "placement", Guid.CreateVersion7(),
                new Dictionary<string, string>(StringComparer.Ordinal) { ["job"] = "Robot welder" }, "/placements/1",
                TimeProvider.System.GetUtcNow()));
    }

    // The clients come back to the address that they know.
    static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}

using System.Net;
using Talent.Testing;

namespace Talent.Hosting.Tests;

public sealed class StartTests
{
    [Fact]
    public async Task Talent_starts_on_a_free_port_and_ends_when_told()
    {
        await using var host = await HostProcess.StartAsync(["--empty"]);
        using var client = new HttpClient { BaseAddress = host.Address };
        using var alive = await client.GetAsync(new Uri("health/live", UriKind.Relative));
        alive.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await host.StopAsync()).ShouldBeTrue();
        host.ExitCode.ShouldBe(0);
    }

    [Fact]
    public async Task Talent_starts_again_on_the_data_of_a_process_that_was_killed()
    {
        using var data = new TempFolder();
        await using (var first = await HostProcess.StartAsync(["--empty"], dataFolder: data.FullPath))
            await first.KillAsync();
        await using var second = await HostProcess.StartAsync(["--empty"], dataFolder: data.FullPath);
        second.Address.Port.ShouldBeGreaterThan(0);
    }
}

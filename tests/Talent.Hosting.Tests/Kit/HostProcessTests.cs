using System.Diagnostics;
using System.Globalization;
using Talent.Testing;

namespace Talent.Hosting.Tests.Kit;

/// <summary>The kit's view of a process, on small shell programs that write the ready line.</summary>
public sealed class HostProcessTests
{
    const string Ready = "echo 'Talent is ready at http://127.0.0.1:4321'; ";
    static readonly TimeSpan Soon = TimeSpan.FromSeconds(20);

    [Fact]
    public async Task Knows_the_address_that_the_process_printed()
    {
        await using var host = await StartAsync(Ready + "exec sleep 600");
        host.Address.ShouldBe(new Uri("http://127.0.0.1:4321"));
        host.Output.ShouldHaveSingleItem();
        Directory.Exists(host.DataFolder).ShouldBeTrue();
    }

    [Fact]
    public async Task Kill_leaves_no_process_even_if_it_ignores_a_polite_signal()
    {
        await using var host = await StartAsync("trap '' TERM; " + Ready + "sleep 20 & while kill -0 $!; do wait; done");
        var id = host.Id;
        IsAlive(id).ShouldBeTrue();
        await host.KillAsync();
        IsAlive(id).ShouldBeFalse();
        host.ExitCode.ShouldBe(128 + 9);
    }

    [Fact]
    public async Task Stop_lets_the_process_end_by_itself()
    {
        await using var host = await StartAsync("trap 'kill $!; exit 7' TERM; " + Ready + "sleep 600 & wait");
        (await host.StopAsync()).ShouldBeTrue();
        host.ExitCode.ShouldBe(7);
    }

    [Fact]
    public async Task Dispose_ends_the_process_and_removes_its_folder()
    {
        var host = await StartAsync(Ready + "exec sleep 600");
        var (id, folder) = (host.Id, host.DataFolder);
        await host.DisposeAsync();
        IsAlive(id).ShouldBeFalse();
        Directory.Exists(folder).ShouldBeFalse();
    }

    [Fact]
    public async Task A_process_that_ends_instead_fails_the_start_with_what_it_wrote()
    {
        var failure = await Should.ThrowAsync<InvalidOperationException>(
            () => StartAsync("echo 'the port is taken' >&2; exit 3"));
        failure.Message.ShouldContain("the port is taken");
    }

    [Fact]
    public async Task A_process_that_never_gets_ready_is_ended_at_the_deadline()
    {
        var failure = await Should.ThrowAsync<InvalidOperationException>(() => HostProcess.StartCommandAsync(
            ["bash", "-c", "echo $$; exec sleep 600"], TimeSpan.FromSeconds(1)));
        var id = int.Parse(failure.Message.Split('\n')[^1], CultureInfo.InvariantCulture);
        IsAlive(id).ShouldBeFalse();
    }

    static Task<HostProcess> StartAsync(string script) => HostProcess.StartCommandAsync(["bash", "-c", script], Soon);

    static bool IsAlive(int id)
    {
        try
        {
            using var process = Process.GetProcessById(id);
            return !process.HasExited;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }
}

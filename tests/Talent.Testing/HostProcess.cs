using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;

namespace Talent.Testing;

/// <summary>Talent as a process of its own, started from the build as <c>./run</c> does, on a free port.</summary>
public sealed class HostProcess : IAsyncDisposable
{
    const string ReadyLine = "Talent is ready at ";
    static readonly ConcurrentDictionary<int, Process> Running = new();
    readonly Process process;
    readonly TempFolder? ownFolder;
    readonly ConcurrentQueue<string> lines = new();
    readonly TaskCompletionSource<Uri> ready = new(TaskCreationOptions.RunContinuationsAsynchronously);
    readonly TaskCompletionSource exited = new(TaskCreationOptions.RunContinuationsAsynchronously);

    // A test run that is stopped takes its hosts with it.
    static HostProcess() => AppDomain.CurrentDomain.ProcessExit += (_, _) =>
    {
        foreach (var left in Running.Values)
            left.Kill();
    };

    HostProcess(string dataFolder, TempFolder? ownFolder, ProcessStartInfo start)
    {
        DataFolder = dataFolder;
        this.ownFolder = ownFolder;
        process = new Process { StartInfo = start, EnableRaisingEvents = true };
        process.OutputDataReceived += (_, output) => Take(output.Data);
        process.ErrorDataReceived += (_, output) => Take(output.Data);
    }

    /// <summary>Where it answers, e.g. <c>http://127.0.0.1:43210</c>.</summary>
    public Uri Address { get; private set; } = null!;

    /// <summary>The folder given as <c>--data</c>.</summary>
    public string DataFolder { get; }

    public int Id => process.Id;

    public bool HasExited => process.HasExited;

    /// <summary>The exit code once it has exited; 128 + the signal's number when a signal ended it.</summary>
    public int ExitCode => process.ExitCode;

    /// <summary>What it has written so far, standard output and error together.</summary>
    public IReadOnlyList<string> Output => [.. lines];

    /// <summary>Starts it and waits until it says that it is ready.</summary>
    /// <param name="arguments">Besides <c>--port 0 --data DIR</c>, e.g. <c>--empty</c>, <c>--services</c>, <c>jobs</c>.</param>
    /// <param name="environment">Variables to set, or with null to remove, e.g. <c>Talent__Store</c> = <c>postgres</c>.</param>
    /// <param name="dataFolder">Default: a fresh one that goes when this is disposed. Give the same to start again on the
    /// same data.</param>
    /// <param name="deadline">Default 90 s.</param>
    /// <exception cref="InvalidOperationException">It ended, or was not ready at the deadline; carries its output.</exception>
    public static async Task<HostProcess> StartAsync(
        IEnumerable<string>? arguments = null, IReadOnlyDictionary<string, string?>? environment = null,
        string? dataFolder = null, TimeSpan? deadline = null)
    {
        var fresh = dataFolder is null ? new TempFolder() : null;
        var folder = dataFolder ?? fresh!.FullPath;
        string[] command = ["dotnet", HostAssembly, "--port", "0", "--data", folder, .. arguments ?? []];
        var host = new HostProcess(folder, fresh, StartInfo(command, folder, environment));
        await host.BecomeReadyAsync(deadline ?? TimeSpan.FromSeconds(90));
        return host;
    }

    /// <summary>Starts another program that writes the same ready line: what the kit's own tests watch.</summary>
    internal static async Task<HostProcess> StartCommandAsync(string[] command, TimeSpan deadline)
    {
        var fresh = new TempFolder();
        var host = new HostProcess(fresh.FullPath, fresh, StartInfo(command, fresh.FullPath, environment: null));
        await host.BecomeReadyAsync(deadline);
        return host;
    }

    static ProcessStartInfo StartInfo(
        string[] command, string folder, IReadOnlyDictionary<string, string?>? environment)
    {
        var start = new ProcessStartInfo(command[0], command[1..])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = folder,
        };
        foreach (var (name, value) in environment ?? new Dictionary<string, string?>(StringComparer.Ordinal))
            start.Environment[name] = value;
        return start;
    }

    /// <summary>Ends it as <c>kill -9</c> does and returns when it is gone.</summary>
    public async Task KillAsync()
    {
        process.Kill();
        await exited.Task;
    }

    /// <summary>Asks it to end (SIGTERM) and returns when it is gone; after the deadline it is killed.</summary>
    /// <returns>True when it ended by itself.</returns>
    public async Task<bool> StopAsync(TimeSpan? deadline = null)
    {
        await SendTerminateAsync();
        try
        {
            await exited.Task.WaitAsync(deadline ?? TimeSpan.FromSeconds(15));
            return true;
        }
        catch (TimeoutException)
        {
            await KillAsync();
            return false;
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited)
            await StopAsync();
        Running.TryRemove(process.Id, out _);
        process.Dispose();
        ownFolder?.Dispose();
    }

    // Beside the test assembly when that refers to the host with all it needs to start, else where the solution built it.
    static string HostAssembly
    {
        get
        {
            var beside = Path.Combine(AppContext.BaseDirectory, "Talent.Host.dll");
            if (File.Exists(beside) && File.Exists(Path.ChangeExtension(beside, "runtimeconfig.json"))
                && File.Exists(Path.ChangeExtension(beside, "deps.json")))
            {
                return beside;
            }
            var built = Repository.PathOf(
                $"services/Talent.Host/bin/{ConfigurationName}/net10.0/Talent.Host.dll");
            return File.Exists(built) ? built : throw new InvalidOperationException($"Build the host first: no {built}");
        }
    }

    // The tests lie in bin/Release/net10.0 or bin/Debug/net10.0.
    static string ConfigurationName =>
        AppContext.BaseDirectory.Contains($"{Path.DirectorySeparatorChar}Debug{Path.DirectorySeparatorChar}",
            StringComparison.Ordinal) ? "Debug" : "Release";

    async Task BecomeReadyAsync(TimeSpan deadline)
    {
        process.Exited += (_, _) => EndAsync();
        process.Start();
        Running[process.Id] = process;
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        try
        {
            Address = await ready.Task.WaitAsync(deadline);
        }
        catch (Exception failure) when (failure is TimeoutException or InvalidOperationException)
        {
            if (!process.HasExited)
                await KillAsync();
            var output = string.Join('\n', lines);
            await DisposeAsync();
            throw new InvalidOperationException($"Talent did not become ready ({failure.Message}). It wrote:\n{output}", failure);
        }
    }

    // The end of the output is waited for only briefly: a process started by this one may hold it open for as long as it runs.
    async void EndAsync()
    {
        exited.TrySetResult();
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(2));
        try
        {
            await process.WaitForExitAsync(limit.Token);
        }
        catch (Exception closed) when (closed is OperationCanceledException or InvalidOperationException)
        {
            // What has been written so far is what there is to show.
        }
        ready.TrySetException(new InvalidOperationException("it ended"));
    }

    void Take(string? line)
    {
        if (line is null)
            return;
        lines.Enqueue(line);
        var at = line.IndexOf(ReadyLine, StringComparison.Ordinal);
        if (at >= 0 && Uri.TryCreate(line[(at + ReadyLine.Length)..].Split(' ')[0], UriKind.Absolute, out var address))
            ready.TrySetResult(address);
    }

    async Task SendTerminateAsync()
    {
        using var kill = Process.Start("bash", ["-c", $"kill -TERM {process.Id.ToString(CultureInfo.InvariantCulture)}"]);
        await kill.WaitForExitAsync();
    }
}

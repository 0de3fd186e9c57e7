using System.Diagnostics;

namespace Talent.Testing;

/// <summary>A real server that tests of one run share: the one that the environment names, as <c>./test</c> does, else one
/// of our own when it is installed here, started on first use and ended with the test process.</summary>
sealed class TestServer
{
    readonly string kind;
    readonly string variable;
    readonly Lazy<Task<IReadOnlyDictionary<string, string>>> settings;
    readonly Lazy<string?> unavailable;

    public TestServer(string kind, string variable)
    {
        this.kind = kind;
        this.variable = variable;
        unavailable = new(FindReason);
        settings = new(GetSettingsAsync);
    }

    /// <summary>Why there is no such server here; null when there is one. Starts nothing.</summary>
    public string? Unavailable => unavailable.Value;

    /// <summary>A setting of the running server, by the name of its environment variable.</summary>
    public async Task<string> GetSettingAsync(string name) =>
        Environment.GetEnvironmentVariable(name) is { Length: > 0 } given ? given : (await settings.Value)[name];

    static string Script => Repository.PathOf("infra/debian/test-server.sh");

    string? FindReason()
    {
        if (Environment.GetEnvironmentVariable(variable) is { Length: > 0 })
            return null;
        if (string.Equals(Environment.GetEnvironmentVariable("TALENT_TEST_SERVERS"), "none", StringComparison.Ordinal))
            return $"servers are switched off for this run (set {variable} to use one that runs)";
        if (!OperatingSystem.IsLinux())
            return $"{variable} is not set, and only on Linux do the tests start a server themselves";
        var (code, output, _) = RunScriptAsync("missing", kind).GetAwaiter().GetResult();
        return code == 0 ? null : $"{output.Trim()}; {variable} is not set either";
    }

    async Task<IReadOnlyDictionary<string, string>> GetSettingsAsync()
    {
        if (Unavailable is { } reason)
            throw new InvalidOperationException($"This test needs a server that is not here: {reason}");
        var folder = Path.Combine(Path.GetTempPath(), $"talent-{kind}-{Guid.CreateVersion7():N}");
        AppDomain.CurrentDomain.ProcessExit +=
            (_, _) => RunScriptAsync("stop", folder).GetAwaiter().GetResult();
        var owner = Environment.ProcessId.ToString(System.Globalization.CultureInfo.InvariantCulture);
        var (code, output, errors) = await RunScriptAsync("start", kind, folder, owner);
        if (code != 0)
            throw new InvalidOperationException($"{kind} did not start: {errors}");
        return output.Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => line.Split('=', 2))
            .ToDictionary(pair => pair[0], pair => pair[1], StringComparer.Ordinal);
    }

    static async Task<(int Code, string Output, string Errors)> RunScriptAsync(params string[] arguments)
    {
        var start = new ProcessStartInfo("bash", [Script, .. arguments])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Process.Start(start) ?? throw new InvalidOperationException("bash did not start");
        var errors = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, output, await errors);
    }
}

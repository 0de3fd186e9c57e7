using System.Diagnostics;
using System.Text.Json;
using Talent.Testing;

namespace Talent.Browser.Tests;

/// <summary>Holds markup against html-validate, as the service sends it: what a browser has mended on reading is not seen
/// in it.</summary>
static class Markup
{
    static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    /// <summary>What is wrong, one line for each fault; empty when nothing is.</summary>
    /// <param name="pages">The pages' markup by address.</param>
    public static async Task<IReadOnlyList<string>> FaultsAsync(IReadOnlyDictionary<string, string> pages)
    {
        using var reader = Process.Start(new ProcessStartInfo("node", ["validate.mjs"])
        {
            WorkingDirectory = Repository.PathOf("tests/Talent.Browser.Tests/Foreign"),
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var faults = reader.StandardOutput.ReadToEndAsync();
        var failure = reader.StandardError.ReadToEndAsync();
        await reader.StandardInput.WriteAsync(JsonSerializer.Serialize(pages));
        reader.StandardInput.Close();
        await reader.WaitForExitAsync().WaitAsync(Patience);
        reader.ExitCode.ShouldBe(0, await failure);
        return (await faults).Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }
}

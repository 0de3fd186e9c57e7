using System.Text.RegularExpressions;
using Talent.Architecture.Tests.Model;

namespace Talent.Architecture.Tests.Rules;

/// <summary>What the texts of the tree must not say.</summary>
static partial class SourceRules
{
    public const int MostLines = 250;

    /// <summary>Which store, bus or index it runs on is the platform's business alone.</summary>
    public static IEnumerable<string> OnlyThePlatformReadsProviders(IReadOnlyList<SourceFile> files) =>
        Found(files.Where(file => file.IsCode && !file.IsTest
            && !file.Path.StartsWith("services/Talent.Platform/", StringComparison.Ordinal)), ProviderSetting());

    /// <summary>A domain may reach the store or the bus by a name written out, which its types' shapes do not show.</summary>
    public static IEnumerable<string> DomainsNameNoMachinery(IReadOnlyList<SourceFile> files) =>
        Found(files.Where(file => file.IsCode && !file.IsTest
            && file.Path.Contains("/Domain/", StringComparison.Ordinal)), MachineryName());

    public static IEnumerable<string> NothingSleeps(IReadOnlyList<SourceFile> files) =>
        Found(files.Where(file => file.IsCode), Sleep())
            .Concat(Found(files.Where(file => file.IsCode && file.IsTest), Delay()));

    public static IEnumerable<string> NoCatchIsEmpty(IReadOnlyList<SourceFile> files) =>
        Found(files.Where(file => file.IsCode), EmptyCatch());

    public static IEnumerable<string> NothingIsLeftForLater(IReadOnlyList<SourceFile> files) =>
        Found(files, LeftForLater());

    /// <summary>The tree builds on any machine and from any mirror.</summary>
    public static IEnumerable<string> NoMachineIsNamed(IReadOnlyList<SourceFile> files) =>
        Found(files, MachinePath()).Concat(Found(files, PackageSource()));

    /// <summary>A long file has its reason in <c>long-files.txt</c>, and an entry there goes when the file got short.</summary>
    /// <param name="allowed">By path, the reason.</param>
    public static IEnumerable<string> FilesAreShort(
        IReadOnlyList<SourceFile> files, IReadOnlyDictionary<string, string> allowed)
    {
        var lengths = files.Where(file => file.IsCode)
            .ToDictionary(file => file.Path, file => file.Text.AsSpan().Count('\n'), StringComparer.Ordinal);
        var tooLong = lengths.Where(file => file.Value > MostLines && !allowed.ContainsKey(file.Key))
            .Select(file => $"{file.Key} has {file.Value} lines, more than {MostLines}");
        var stale = allowed.Keys.Where(path => lengths.GetValueOrDefault(path) <= MostLines)
            .Select(path => $"long-files.txt names {path}, which is not long");
        var silent = allowed.Where(entry => entry.Value.Length == 0)
            .Select(entry => $"long-files.txt gives no reason for {entry.Key}");
        return tooLong.Concat(stale).Concat(silent);
    }

    /// <summary>Reads lines <c>path: reason</c>; <c>#</c> starts a remark.</summary>
    public static IReadOnlyDictionary<string, string> ReadAllowed(IEnumerable<string> lines) => lines
        .Where(line => line.Length > 0 && line[0] != '#')
        .Select(line => line.Split(':', 2))
        .ToDictionary(parts => parts[0].Trim(), parts => parts.Length > 1 ? parts[1].Trim() : "", StringComparer.Ordinal);

    static IEnumerable<string> Found(IEnumerable<SourceFile> files, Regex forbidden) =>
        from file in files
        from Match match in forbidden.Matches(file.Text)
        let line = file.Text.AsSpan(0, match.Index).Count('\n') + 1
        select $"{file.Path}:{line} says {match.Value.ReplaceLineEndings(" ")}";

    [GeneratedRegex("\"Talent(:|__)(Store|Bus|Index)\"", RegexOptions.ExplicitCapture, 30_000)]
    private static partial Regex ProviderSetting();

    [GeneratedRegex(@"\b(Microsoft\.EntityFrameworkCore|MassTransit|RabbitMQ\.Client|Npgsql)\b", RegexOptions.ExplicitCapture, 30_000)]
    private static partial Regex MachineryName();

    [GeneratedRegex(@"\bThread\s*\.\s*Sleep\b", RegexOptions.ExplicitCapture, 30_000)]
    private static partial Regex Sleep();

    [GeneratedRegex(@"\bTask\s*\.\s*Delay\b", RegexOptions.ExplicitCapture, 30_000)]
    private static partial Regex Delay();

    [GeneratedRegex(@"\bcatch\b\s*(\([^)]*\))?\s*\{\s*\}", RegexOptions.ExplicitCapture, 30_000)]
    private static partial Regex EmptyCatch();

    // Written so that it does not find itself.
    [GeneratedRegex(@"\b(TO[D]O|FI[X]ME|HA[C]K|XX[X])\b", RegexOptions.ExplicitCapture, 30_000)]
    private static partial Regex LeftForLater();

    [GeneratedRegex(@"(?<![\w.:/~}$-])/(work|root|home|Users|mnt)/\w[\w./-]*|\b[A-Z]:\\Users\\", RegexOptions.ExplicitCapture, 30_000)]
    private static partial Regex MachinePath();

    // Where a lock file or a setting says that packages come from; the public registries are everyone's default.
    [GeneratedRegex(
        """("resolved":\s*"|registry\s*=\s*"?|index-url\s*=\s*"?|<add\s[^>]*value=")https?://(?!registry\.npmjs\.org/|api\.nuget\.org/)[^"\s]+""",
        RegexOptions.ExplicitCapture, 30_000)]
    private static partial Regex PackageSource();
}

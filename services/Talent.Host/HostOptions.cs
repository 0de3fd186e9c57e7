using System.Globalization;

namespace Talent.Host;

/// <summary>The command line: <c>--port N --data DIR --empty --services a,b</c>. Everything else (<c>--Talent:Store
/// postgres</c> …) is configuration.</summary>
/// <param name="Port">0: any free port.</param>
/// <param name="Services">The services hosted by this process.</param>
/// <param name="Demo">Whether an empty installation is filled with demo data.</param>
/// <param name="Configuration">The arguments that are configuration.</param>
public sealed record HostOptions(
    int Port, string Data, bool Demo, IReadOnlySet<string> Services, IReadOnlyList<string> Configuration)
{
    /// <summary>Every service, the web included.</summary>
    public static IReadOnlyList<string> AllServices { get; } =
        ["identity", "jobs", "graduates", "matching", "placements", "notifications", "web"];

    public const string Usage =
        "Usage: run [--port N] [--data DIR] [--empty] "
        + "[--services identity,jobs,graduates,matching,placements,notifications,web]";

    /// <summary>Reads the command line.</summary>
    /// <exception cref="FormatException">An option is not understood; the message says which and what would be right.</exception>
    public static HostOptions Parse(IReadOnlyList<string> arguments)
    {
        var port = 5080;
        var data = "data";
        var demo = true;
        IReadOnlySet<string> services = AllServices.ToHashSet(StringComparer.Ordinal);
        var configuration = new List<string>();
        for (var index = 0; index < arguments.Count; index++)
        {
            switch (arguments[index])
            {
                case "--port":
                    port = PortOf(Value(arguments, ref index));
                    break;
                case "--data":
                    data = Value(arguments, ref index);
                    break;
                case "--empty":
                    demo = false;
                    break;
                case "--services":
                    services = ServicesOf(Value(arguments, ref index));
                    break;
                default:
                    configuration.Add(arguments[index]);
                    break;
            }
        }
        return new HostOptions(port, Path.GetFullPath(data), demo, services, configuration);
    }

    static string Value(IReadOnlyList<string> arguments, ref int index) =>
        index + 1 < arguments.Count
            ? arguments[++index]
            : throw new FormatException($"{arguments[index]} needs a value. {Usage}");

    static int PortOf(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var port) && port <= 65535
            ? port
            : throw new FormatException($"--port is \"{text}\"; give a number from 0 to 65535.");

    static HashSet<string> ServicesOf(string text)
    {
        var named = text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .ToHashSet(StringComparer.Ordinal);
        var unknown = named.Except(AllServices, StringComparer.Ordinal).ToList();
        return unknown.Count == 0 && named.Count > 0
            ? named
            : throw new FormatException(
                $"--services names {(named.Count == 0 ? "nothing" : string.Join(", ", unknown))}; " +
                $"known are {string.Join(", ", AllServices)}.");
    }
}

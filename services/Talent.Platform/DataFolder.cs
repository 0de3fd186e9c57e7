using Microsoft.Extensions.Configuration;

namespace Talent.Platform;

/// <summary>Where an installation keeps its files: <c>Talent:Data</c>, default <c>./data</c>.</summary>
public static class DataFolder
{
    /// <summary>The folder, created if missing.</summary>
    public static string Path(IConfiguration configuration) =>
        Directory.CreateDirectory(configuration["Talent:Data"] ?? "data").FullName;

    /// <summary>The folder for keys (<c>Talent:Keys</c>, default <c>DATA/keys</c>), created if missing.</summary>
    public static string Keys(IConfiguration configuration) =>
        Directory.CreateDirectory(
            configuration["Talent:Keys"] ?? System.IO.Path.Combine(Path(configuration), "keys")).FullName;
}

namespace Talent.Testing;

/// <summary>The source tree that the tests were built from.</summary>
public static class Repository
{
    /// <summary>The folder of <c>Talent.sln</c>, found upwards from the test assembly's output.</summary>
    /// <exception cref="InvalidOperationException">The test runs outside its source tree.</exception>
    public static string Root { get; } = FindRoot();

    /// <summary>The full path of a file given by its path from the root, with <c>/</c>.</summary>
    public static string PathOf(string relative) => Path.Combine(Root, relative.Replace('/', Path.DirectorySeparatorChar));

    static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Talent.sln")))
                return folder.FullName;
        }
        throw new InvalidOperationException($"No Talent.sln above {AppContext.BaseDirectory}");
    }
}

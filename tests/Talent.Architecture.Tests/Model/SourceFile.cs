using Talent.Testing;

namespace Talent.Architecture.Tests.Model;

/// <summary>A text file of the tree.</summary>
/// <param name="Path">From the root, with <c>/</c>.</param>
sealed record SourceFile(string Path, string Text)
{
    const int MostBytes = 2_000_000;
    // In a second work tree .git is a file.
    static readonly string[] NotKept =
        [".git", ".vs", ".idea", ".vscode", "bin", "obj", "out", "data", "node_modules", "TestResults", "assets"];

    /// <summary>Every text file that is kept in the tree; what builds and runs leave behind is not.</summary>
    public static IReadOnlyList<SourceFile> All { get; } = [.. Read(new DirectoryInfo(Repository.Root), "")];

    public bool IsCode => Path.EndsWith(".cs", StringComparison.Ordinal);

    public bool IsTest => Path.StartsWith("tests/", StringComparison.Ordinal);

    static IEnumerable<SourceFile> Read(DirectoryInfo folder, string prefix)
    {
        var files = folder.EnumerateFiles().Where(file =>
            file.Length < MostBytes && file.LinkTarget is null && !NotKept.Contains(file.Name, StringComparer.Ordinal));
        foreach (var file in files)
        {
            var text = File.ReadAllText(file.FullName);
            if (!text.Contains('\0', StringComparison.Ordinal))
                yield return new SourceFile(prefix + file.Name, text);
        }
        var kept = folder.EnumerateDirectories().Where(inner => !NotKept.Contains(inner.Name, StringComparer.Ordinal));
        foreach (var found in kept.SelectMany(inner => Read(inner, $"{prefix}{inner.Name}/")))
            yield return found;
    }
}

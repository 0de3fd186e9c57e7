using System.Xml.Linq;
using Talent.Testing;

namespace Talent.Architecture.Tests.Model;

/// <summary>A project as its file describes it.</summary>
/// <param name="Folder">From the root, with <c>/</c>: <c>services/Talent.Jobs</c>.</param>
/// <param name="References">Names of the projects it refers to.</param>
/// <param name="Packages">Names of the packages it refers to.</param>
sealed record Project(
    string Name, string Folder, IReadOnlyList<string> References, IReadOnlyList<string> Packages)
{
    static readonly string[] Foundations = ["Talent.Contracts", "Talent.Platform", "Talent.Taxonomy"];

    /// <summary>What every service may stand on.</summary>
    public bool IsFoundation => Foundations.Contains(Name, StringComparer.Ordinal);

    public bool IsHost => string.Equals(Name, "Talent.Host", StringComparison.Ordinal);

    public bool IsTest => Folder.StartsWith("tests/", StringComparison.Ordinal);

    /// <summary>Hosted, and alone with its tables. The pages count: they too reach the others only by their interfaces.</summary>
    public bool IsService => !IsFoundation && !IsHost && !IsTest;

    /// <summary><c>Jobs</c> of <c>Talent.Jobs</c>.</summary>
    public string ShortName => Name[(Name.LastIndexOf('.') + 1)..];

    /// <summary>Every project of the tree, found on disk.</summary>
    public static IReadOnlyList<Project> All { get; } =
        [.. SourceFile.All.Where(file => file.Path.EndsWith(".csproj", StringComparison.Ordinal)).Select(Read)];

    /// <summary>The names of the projects that the solution builds.</summary>
    public static IReadOnlyList<string> InSolution() =>
        [.. File.ReadLines(Repository.PathOf("Talent.sln"))
            .Where(line => line.StartsWith("Project(", StringComparison.Ordinal) && line.Contains(".csproj\"", StringComparison.Ordinal))
            .Select(line => line.Split('"')[3])];

    static Project Read(SourceFile file)
    {
        var xml = XDocument.Parse(file.Text);
        IReadOnlyList<string> Included(string element) =>
            [.. xml.Descendants(element).Select(item => item.Attribute("Include")?.Value).OfType<string>()];
        return new Project(
            Path.GetFileNameWithoutExtension(file.Path),
            file.Path[..file.Path.LastIndexOf('/')],
            [.. Included("ProjectReference").Select(path => Path.GetFileNameWithoutExtension(path.Replace('\\', '/')))],
            Included("PackageReference"));
    }
}

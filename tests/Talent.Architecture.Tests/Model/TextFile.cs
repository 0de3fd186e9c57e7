using System.Xml.Linq;

namespace Talent.Architecture.Tests.Model;

/// <summary>A resource file: the texts of one part of the product in one language.</summary>
/// <param name="Part">The path without language and ending: <c>web/Talent.Web/Resources/Texts</c>.</param>
/// <param name="Language"><c>en</c> for the file without a language in its name.</param>
sealed record TextFile(string Part, string Language, IReadOnlyDictionary<string, string> Texts)
{
    const string Ending = ".resx";

    /// <summary>Every resource file of the tree.</summary>
    public static IReadOnlyList<TextFile> All { get; } =
        [.. SourceFile.All.Where(file => file.Path.EndsWith(Ending, StringComparison.Ordinal)).Select(Read)];

    /// <summary>The folder of the project: <c>web/Talent.Web</c>.</summary>
    public string Project => string.Join('/', Part.Split('/').Take(2));

    public override string ToString() => $"{Part[(Part.LastIndexOf('/') + 1)..]} in {Language}";

    public static TextFile Read(SourceFile file)
    {
        var name = file.Path[..^Ending.Length];
        var dot = name.LastIndexOf('.');
        var translated = dot > name.LastIndexOf('/') && name.Length - dot == 3;
        var texts = XDocument.Parse(file.Text).Root!.Elements("data")
            .ToDictionary(data => data.Attribute("name")!.Value, data => data.Element("value")!.Value, StringComparer.Ordinal);
        return new TextFile(translated ? name[..dot] : name, translated ? name[(dot + 1)..] : "en", texts);
    }
}

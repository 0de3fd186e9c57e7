using System.Text.RegularExpressions;
using System.Xml.Linq;
using Talent.Platform.Texts;
using Talent.Web.Forms;
using Talent.Web.Layout;

namespace Talent.Web.Tests;

public partial class TextsTests
{
    static readonly string Project = FindProject();

    static readonly Dictionary<string, string> English = Texts("Texts.resx");

    public static TheoryData<string> OtherLanguages =>
        [.. PageLanguage.All.Skip(1).Select(language => language.Code)];

    [Theory]
    [MemberData(nameof(OtherLanguages))]
    public void Every_text_exists_in(string language)
    {
        var texts = Texts($"Texts.{language}.resx");
        Expected(language).Except(texts.Keys).ShouldBeEmpty();
        texts.Keys.Except(Expected(language)).ShouldBeEmpty();
        texts.Where(text => string.IsNullOrWhiteSpace(text.Value)).ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(OtherLanguages))]
    public void Every_text_has_the_same_holes_in(string language)
    {
        var texts = Texts($"Texts.{language}.resx");
        foreach (var (key, english) in English.Where(text => texts.ContainsKey(text.Key)))
            Holes(texts[key]).ShouldBe(Holes(english), key);
    }

    [Fact]
    public void Every_text_that_a_component_asks_for_exists()
    {
        var asked = Sources().SelectMany(source => Key().Matches(source.Text).Select(match => match.Groups[1].Value))
            .Concat(Sources().SelectMany(source => Chosen().Matches(source.Text))
                .SelectMany(match => new[] { match.Groups[1].Value, match.Groups[2].Value }))
            .Concat(Sources().SelectMany(source => Counted().Matches(source.Text)).Select(match => match.Groups[1].Value + "_other"))
            .Distinct().ToArray();
        asked.Length.ShouldBeGreaterThan(200);
        asked.Except(English.Keys).ShouldBeEmpty();
    }

    [Fact]
    public void Every_code_of_the_interface_has_a_text()
    {
        (string Prefix, IEnumerable<string> Codes)[] lists =
        [
            ("Mode", Choices.Modes), ("Contract", Choices.Contracts), ("Permit", Choices.Permits), ("Period", Choices.Periods),
            ("Pay_per", Choices.Periods), ("Importance", Choices.Importances), ("Visibility", Choices.Visibilities),
            ("Level", Choices.Levels), ("Isced", Choices.IscedLevels), ("Scheme", Choices.CertificateSchemes),
            ("Fee", Choices.Payers), ("Facet", Clients.JobQuery.FacetNames), ("Sort", Clients.JobQuery.Sorts),
            ("State", ["draft", "published", "paused", "closed", "queued", "running", "done", "failed"]),
            ("Import_state", ["queued", "running", "done", "failed"]), ("Done", ["saved", "publish", "pause", "close"]),
            ("Job_state_note", ["draft", "paused", "closed"]), ("Field_not_a", ["number", "date"]),
        ];
        lists.SelectMany(list => list.Codes.Select(code => $"{list.Prefix}_{code}")).Except(English.Keys).ShouldBeEmpty();
    }

    [Fact]
    public void No_component_holds_words_of_its_own()
    {
        var words = Sources().Where(source => source.File.EndsWith(".razor", StringComparison.Ordinal))
            .SelectMany(source => WordsIn(source.Text).Select(word => $"{Path.GetFileName(source.File)}: {word}"));
        words.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("<p>Hello there</p>")]
    [InlineData("<input placeholder=\"Your name\">")]
    [InlineData("<img alt=\"A bridge\">")]
    public void The_check_for_words_finds_them(string markup) => WordsIn(markup).ShouldNotBeEmpty();

    [Fact]
    public void The_pages_and_the_platform_have_the_same_languages() =>
        PageLanguage.All.Select(language => language.Code).ShouldBe(TextLanguage.All.Select(language => language.Code));

    /// <summary>English keys, with the counted ones in the plural categories of the language.</summary>
    static HashSet<string> Expected(string language)
    {
        var counted = English.Keys.Where(key => key.EndsWith("_one", StringComparison.Ordinal)).Select(key => key[..^4]).ToArray();
        return English.Keys.Where(key => !counted.Any(stem => key == stem + "_one" || key == stem + "_other"))
            .Concat(counted.SelectMany(stem => Plural.Categories(language).Select(category => $"{stem}_{category}")))
            .ToHashSet(StringComparer.Ordinal);
    }

    static IEnumerable<string> WordsIn(string razor)
    {
        var markup = CodeBlock().Replace(RazorComment().Replace(razor, ""), "");
        markup = MarkupOnly().Replace(markup, "");
        var text = ShownAttribute().Matches(markup).Select(match => match.Groups[1].Value)
            .Concat(BetweenTags().Matches(Expression().Replace(markup, "")).Select(match => match.Groups[1].Value));
        return text.Where(found => !found.Contains('@', StringComparison.Ordinal) && Word().IsMatch(found)
            && found.Trim() is not ("XLSX" or "CSV" or "./run"));
    }

    static IEnumerable<(string File, string Text)> Sources() =>
        new[] { "Layout", "Pages", "Components", "Forms" }
            .SelectMany(folder => Directory.EnumerateFiles(Path.Combine(Project, folder), "*", SearchOption.AllDirectories))
            .Where(file => Path.GetExtension(file) is ".razor" or ".cs").Select(file => (file, File.ReadAllText(file)));

    static Dictionary<string, string> Texts(string file) =>
        XDocument.Load(Path.Combine(Project, "Resources", file)).Root!.Elements("data")
            .ToDictionary(data => data.Attribute("name")!.Value, data => data.Element("value")!.Value);

    static string[] Holes(string text) => [.. Hole().Matches(text).Select(match => match.Value).Distinct().Order()];

    static string FindProject()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder!.FullName, "Talent.sln")))
            folder = folder.Parent;
        return Path.Combine(folder.FullName, "web", "Talent.Web");
    }

    [GeneratedRegex("""\b(?:T|texts)\["([A-Za-z0-9_-]+)"[\],]""")]
    private static partial Regex Key();

    [GeneratedRegex("""\bT\[[^\]"$]+\? "(\w+)" : "(\w+)"[\],]""")]
    private static partial Regex Chosen();

    [GeneratedRegex("""\bCount\("(\w+)",""")]
    private static partial Regex Counted();

    [GeneratedRegex("""\{\d\}""")]
    private static partial Regex Hole();

    [GeneratedRegex("""@\*.*?\*@""", RegexOptions.Singleline)]
    private static partial Regex RazorComment();

    [GeneratedRegex("""^@code \{.*\z""", RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex CodeBlock();

    [GeneratedRegex("""<code>\./run</code>|<!DOCTYPE html>|^\s*@for \(.*$""", RegexOptions.Multiline)]
    private static partial Regex MarkupOnly();

    [GeneratedRegex("""\b(?:placeholder|title|alt|aria-label|label)="([^"]*)"[^>]*>""")]
    private static partial Regex ShownAttribute();

    [GeneratedRegex("""@\((?>[^()]+|(?<open>\()|(?<-open>\)))*(?(open)(?!))\)|@\w[\w.]*(?:\((?>[^()]+|(?<open>\()|(?<-open>\)))*(?(open)(?!))\)|\[[^\]]*\])*""")]
    private static partial Regex Expression();

    [GeneratedRegex("""(?<=<\/?[a-z][^<>]*>)([^<>@{}]+)(?=<)""")]
    private static partial Regex BetweenTags();

    [GeneratedRegex("""\p{L}{2,}""")]
    private static partial Regex Word();
}

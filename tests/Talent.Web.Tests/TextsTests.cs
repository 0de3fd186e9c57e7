using System.Text.RegularExpressions;
using System.Xml.Linq;
using Talent.Contracts.Placements;
using Talent.Web.Forms;
using Talent.Web.Pages.Placements;

namespace Talent.Web.Tests;

public partial class TextsTests
{
    static readonly string Project = FindProject();

    static readonly Dictionary<string, string> English = Texts("Texts.resx");

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
            ("Stage", Stages.All), ("EndReason", EndReasons.All), ("Refusal", RefusalReasons.All),
            ("Exception", StepExceptions.All), ("Exception", StepExceptions.All.Select(code => code + "_help")),
            ("Deed_done", PlacementDeeds.All), ("PlacementKind", Clients.PlacementQuery.Kinds), ("Travel", OfferForm.Travels),
            ("Recommendation", ScoreInterviewPage.Recommendations), ("PermitState", ["collecting", "applied", "granted", "refused"]),
            ("Side", [Sides.Employer, Sides.Graduate, Sides.Coordinator, Sides.Office, Sides.Platform]),
            ("InterviewState", ["proposed", "booked", "cancelled", "held"]), ("Satisfaction", ["1", "2", "3", "4", "5"]),
            ("OfferState", ["open", "accepted", "declined", "withdrawn", "expired", "replaced"]),
            ("Term", ["pay", "contract", "mode", "place", "start", "permit", "fees"]),
            ("Next", ["answer", "shortlist", "propose-interview", "book-interview", "interview", "score-interview", "make-offer",
                "answer-offer", "permit", "departure", "start", "follow-up"]),
            ("Job_state_note", ["draft", "paused", "closed"]), ("Field_not_a", ["number", "date", "period"]),
        ];
        lists.SelectMany(list => list.Codes.Select(code => $"{list.Prefix}_{code}")).Except(English.Keys).ShouldBeEmpty();
    }

    static IEnumerable<(string File, string Text)> Sources() =>
        new[] { "Layout", "Pages", "Components", "Forms" }
            .SelectMany(folder => Directory.EnumerateFiles(Path.Combine(Project, folder), "*", SearchOption.AllDirectories))
            .Where(file => Path.GetExtension(file) is ".razor" or ".cs").Select(file => (file, File.ReadAllText(file)));

    static Dictionary<string, string> Texts(string file) =>
        XDocument.Load(Path.Combine(Project, "Resources", file)).Root!.Elements("data")
            .ToDictionary(data => data.Attribute("name")!.Value, data => data.Element("value")!.Value);

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
}

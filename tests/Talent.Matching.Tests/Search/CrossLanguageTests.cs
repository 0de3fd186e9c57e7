using System.Globalization;
using Talent.Contracts.Jobs;
using Talent.Matching.Search;
using Catalogue = Talent.Taxonomy.Taxonomy;
using static Talent.Matching.Tests.Search.SearchDocuments;

namespace Talent.Matching.Tests.Search;

public sealed class CrossLanguageTests : IDisposable
{
    static readonly string[] All = ["en", "zh", "ru", "pt", "ar", "fr", "es"];

    readonly SearchDocuments documents = new();

    public void Dispose() => documents.Dispose();

    public static TheoryData<string, string> Pairs()
    {
        var pairs = new TheoryData<string, string>();
        foreach (var query in All)
        {
            foreach (var text in All)
                pairs.Add(query, text);
        }
        return pairs;
    }

    [Theory]
    [MemberData(nameof(Pairs))]
    public async Task A_query_in_one_language_finds_the_skill_in_a_text_of_another(string queryLanguage, string textLanguage)
    {
        var concept = Catalogue.Default.Find(Concept("PLC programming")).ShouldNotBeNull();
        var inText = concept.Label(textLanguage);
        var described = Job("X-1", $"… {inText} …") with { Language = textLanguage };
        var demanded = Job("X-2") with
        {
            Language = textLanguage, Skills = [new SkillNeed(new ConceptRef(inText, concept.Uri), 2, true)],
        };
        await documents.Add(described, demanded, Job("Cook") with { Language = textLanguage });

        var page = documents.Index.SearchJobs(new()
        {
            Text = concept.Label(queryLanguage), Today = Today, Culture = CultureInfo.GetCultureInfo(queryLanguage),
        }).Page.ShouldNotBeNull();

        page.Items.Select(hit => hit.Job.Title).Order(StringComparer.Ordinal).ShouldBe(["X-1", "X-2"]);
        page.Understood.ShouldContain(understood => understood.Uri == concept.Uri && understood.Label == concept.Label(queryLanguage));
        page.Items.ShouldAllBe(hit => hit.MatchedConcepts.Contains(concept.Label(queryLanguage)));
        page.Items.Single(hit => hit.Job.Title == "X-1").Highlights["description"]
            .ShouldBe($"… {Highlighter.Start}{inText}{Highlighter.End} …");
    }

    [Fact]
    public async Task Words_beside_the_concept_still_count()
    {
        var uri = Concept("PLC programming");
        var jobs = Enumerable.Range(0, 8).Select(i => Job($"Job {i}") with
        {
            Skills = [new SkillNeed(new ConceptRef("PLC编程", uri), 2, true)], City = i < 6 ? "Kazan" : "Perm",
        });
        await documents.Add([.. jobs]);

        documents.Index.SearchJobs(new() { Text = "PLC programming Kazan", Today = Today }).Page!.Total.ShouldBe(6);
        documents.Index.SearchJobs(new() { Text = "PLC programming", Today = Today }).Page!.Total.ShouldBe(8);
    }
}

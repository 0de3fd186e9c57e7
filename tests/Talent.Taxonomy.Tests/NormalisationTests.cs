using FsCheck;
using FsCheck.Fluent;

namespace Talent.Taxonomy.Tests;

public class NormalisationTests(ITestOutputHelper output)
{
    private static Taxonomy Taxonomy => Taxonomy.Default;

    [Fact]
    public void Free_texts_reach_the_concept_a_person_would_choose()
    {
        int right = 0, wrong = 0, missed = 0, invented = 0;
        foreach (var (text, kind, expected) in FreeTexts.All())
        {
            var match = Taxonomy.Normalise(text, kind);
            var found = match?.Concept.Uri;
            if (string.Equals(found, expected, StringComparison.Ordinal))
            {
                right++;
                continue;
            }

            if (found is null) missed++;
            else if (expected is null) invented++;
            else wrong++;
            output.WriteLine($"{text} → {found ?? "-"} ({match?.Confidence:0.00}, {match?.Label}), expected {expected ?? "-"}");
        }

        var answered = (double)right / (right + wrong + invented);
        output.WriteLine($"{right} right, {wrong} wrong, {missed} missed, {invented} invented; precision {answered:0.000}");
        (right + wrong + missed + invented).ShouldBeGreaterThanOrEqualTo(100);
        invented.ShouldBe(0);
        answered.ShouldBeGreaterThanOrEqualTo(0.95);
        ((double)right / (right + wrong + missed + invented)).ShouldBeGreaterThanOrEqualTo(0.92);
    }

    [Fact]
    public void Every_label_finds_a_concept_that_has_it()
    {
        foreach (var concept in Taxonomy.Concepts)
        {
            foreach (var language in Languages.Codes)
            {
                foreach (var label in concept.LabelsIn(language))
                {
                    var match = Taxonomy.Normalise(label.ToUpperInvariant(), concept.Kind).ShouldNotBeNull(label);
                    Languages.Codes.SelectMany(match.Concept.LabelsIn).ShouldContain(match.Label);
                    match.Confidence.ShouldBe(1, label);
                }
            }
        }
    }

    [Theory]
    [InlineData("en", "PLC programming")]
    [InlineData("zh", "PLC编程")]
    [InlineData("ru", "Программирование ПЛК")]
    [InlineData("pt", "Programação de CLP")]
    [InlineData("ar", "برمجة")]
    [InlineData("fr", "Programmation")]
    [InlineData("es", "Programación de PLC")]
    public void The_preferred_label_of_each_language_names_the_same_concept(string language, string start)
    {
        var label = Taxonomy.Find("urn:talent:skill:plc-programming")!.Label(language);
        label.ShouldStartWith(start, Case.Insensitive);
        var match = Taxonomy.Normalise(label, ConceptKind.Skill).ShouldNotBeNull();
        match.Concept.Uri.ShouldBe("urn:talent:skill:plc-programming");
    }

    [Theory]
    [InlineData("C++", "cpp-programming")]
    [InlineData("C#", "csharp-programming")]
    [InlineData(".NET", "csharp-programming")]
    [InlineData("C language", "c-programming")]
    [InlineData("5G", "mobile-communications")]
    [InlineData("ci cd", "ci-cd")]
    [InlineData("nodejs", "nodejs")]
    public void Names_with_signs_are_told_apart(string text, string id) =>
        Taxonomy.Normalise(text, ConceptKind.Skill)!.Value.Concept.Uri.ShouldBe("urn:talent:skill:" + id);

    [Fact]
    public void A_uri_names_its_concept_and_only_as_its_own_kind()
    {
        const string uri = "urn:talent:skill:docker";
        Taxonomy.Normalise(" " + uri, ConceptKind.Skill)!.Value.Concept.ShouldBeSameAs(Taxonomy.Find(uri));
        Taxonomy.Normalise(uri, ConceptKind.Occupation).ShouldBeNull();
        Taxonomy.Normalise("urn:talent:skill:no-such", ConceptKind.Skill).ShouldBeNull();
    }

    [Fact]
    public void A_surer_way_of_matching_gives_a_higher_confidence()
    {
        var exact = Confidence("Python programming");
        var reordered = Confidence("programming, python");
        var noisy = Confidence("good knowledge of python programming");
        var misspelt = Confidence("pyhton programing");
        exact.ShouldBe(1);
        new[] { exact, reordered, noisy, misspelt }.ShouldBe(new[] { misspelt, noisy, reordered, exact }.OrderDescending());

        static double Confidence(string text) => Taxonomy.Normalise(text, ConceptKind.Skill)!.Value.Confidence;
    }

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("the of and")]
    [InlineData("精通")]
    [InlineData("!!!")]
    public void Text_without_content_is_unknown(string text)
    {
        Taxonomy.Normalise(text, ConceptKind.Skill).ShouldBeNull();
        Taxonomy.Normalise(text, ConceptKind.Occupation).ShouldBeNull();
    }

    [Fact]
    public void Only_the_first_200_characters_count()
    {
        Taxonomy.Normalise("Docker" + new string(' ', 300) + "underwater basket weaving", ConceptKind.Skill)!
            .Value.Concept.Uri.ShouldBe("urn:talent:skill:docker");
        Taxonomy.Normalise(new string('x', 100_000), ConceptKind.Skill).ShouldBeNull();
    }

    [Fact]
    public void Did_you_mean_offers_the_likely_concepts_first()
    {
        var nearest = Taxonomy.Nearest("robot programing", 5);
        nearest.Count.ShouldBe(5);
        nearest.Select(match => match.Concept.Uri).ShouldContain("urn:talent:occupation:industrial-robot-programmer");
        nearest.Select(match => match.Confidence).ShouldBe(nearest.Select(match => match.Confidence).OrderDescending());
        Taxonomy.Nearest("xqzzt", 5).ShouldBeEmpty();
    }

    [Fact]
    public void No_text_at_all_makes_it_throw() => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(500),
        Prop.ForAll(Gen.ArrayOf(Gen.OneOf(Gen.Elements("plc", " ", "机器", "\ud800", "焊", "robot", "’", "программ", "ال").Select(part => part),
            Gen.Choose(0, 0xFFFF).Select(unit => ((char)unit).ToString()))).Select(string.Concat).ToArbitrary(), text =>
        {
            Taxonomy.Normalise(text, ConceptKind.Skill);
            Taxonomy.Nearest(text, 3);
            Taxonomy.Annotate(text);
            Taxonomy.Suggest(text, "zh", null, 5);
        }));

    [Fact]
    public void Many_threads_get_the_same_answers()
    {
        var texts = FreeTexts.All().Select(entry => (entry.Text, entry.Kind)).ToArray();
        var alone = texts.Select(entry => Taxonomy.Normalise(entry.Text, entry.Kind)).ToArray();
        var fresh = Taxonomy.Load();
        var together = new ConceptMatch?[texts.Length];
        Parallel.For(0, texts.Length, new ParallelOptions { MaxDegreeOfParallelism = 8 },
            i => together[i] = fresh.Normalise(texts[i].Text, texts[i].Kind));
        together.Select(match => match?.Concept.Uri).ShouldBe(alone.Select(match => match?.Concept.Uri));
    }
}

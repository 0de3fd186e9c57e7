namespace Talent.Taxonomy.Tests;

public class SuggestionTests
{
    private static Taxonomy Taxonomy => Taxonomy.Default;

    [Theory]
    [InlineData("mach", "en", "urn:talent:skill:machine-learning", "Machine learning")]
    [InlineData("learn", "en", "urn:talent:skill:machine-learning", "Machine learning")]
    [InlineData("机器学", "zh", "urn:talent:skill:machine-learning", "机器学习")]
    [InlineData("学习", "zh-CN", "urn:talent:skill:machine-learning", "机器学习")]
    [InlineData("машин", "ru", "urn:talent:skill:machine-learning", "Машинное обучение")]
    [InlineData("aprendizado de m", "pt-BR", "urn:talent:skill:machine-learning", "Aprendizado de máquina")]
    [InlineData("تعلم", "ar", "urn:talent:skill:machine-learning", "تعلم الآلة")]
    [InlineData("apprentissage AUTO", "fr", "urn:talent:skill:machine-learning", "Apprentissage automatique")]
    [InlineData("aprendizaje auto", "es", "urn:talent:skill:machine-learning", "Aprendizaje automático")]
    [InlineData("бетон", "en", "urn:talent:occupation:concrete-worker", "Concrete worker")]
    [InlineData("machine lear", "zh", "urn:talent:skill:machine-learning", "机器学习")]
    public void The_start_of_any_word_suggests_the_concept_in_the_persons_language(
        string prefix, string language, string uri, string label)
    {
        var match = Taxonomy.Suggest(prefix, language, null, 50).Where(match => match.Concept.Uri == uri).ShouldHaveSingleItem();
        match.Label.ShouldBe(label);
    }

    [Fact]
    public void The_persons_language_comes_before_the_others()
    {
        var labels = Taxonomy.Suggest("progr", "fr", ConceptKind.Skill, 200);
        var inFrench = labels.Select(match => match.Concept.LabelsIn("fr").Any(label =>
            label.Split(' ', '\'', '-').Any(word => word.StartsWith("progr", StringComparison.OrdinalIgnoreCase)))).ToArray();
        inFrench.ShouldBe(inFrench.OrderDescending());
        inFrench.ShouldContain(true);
        inFrench.ShouldContain(false);
    }

    [Fact]
    public void A_label_that_begins_with_the_prefix_comes_before_one_that_contains_it()
    {
        var matches = Taxonomy.Suggest("data", "en", ConceptKind.Occupation, 20);
        var starts = matches.TakeWhile(match => match.Label.StartsWith("data", StringComparison.OrdinalIgnoreCase)).Count();
        starts.ShouldBeGreaterThan(3);
        matches.Skip(starts).ShouldAllBe(match => !match.Label.StartsWith("data", StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public void Kind_and_limit_are_kept()
    {
        Taxonomy.Suggest("s", "en", ConceptKind.Occupation, 7).Count.ShouldBe(7);
        Taxonomy.Suggest("s", "en", ConceptKind.Occupation, 7).ShouldAllBe(match => match.Concept.Kind == ConceptKind.Occupation);
        Taxonomy.Suggest("s", "en", null, 0).ShouldBeEmpty();
        Taxonomy.Suggest("s", "en", null, 100).Select(match => match.Concept).ShouldBeUnique();
    }

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("qqqq")]
    public void Nothing_typed_or_nothing_known_suggests_nothing(string prefix) =>
        Taxonomy.Suggest(prefix, "en", null, 10).ShouldBeEmpty();

    [Fact]
    public void A_language_that_is_not_covered_falls_back_to_english() =>
        Taxonomy.Suggest("docker", "de", null, 1)[0].Label.ShouldBe("Containerisation with Docker");
}

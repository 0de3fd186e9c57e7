namespace Talent.Taxonomy.Tests;

public class AnnotationTests
{
    private static Taxonomy Taxonomy => Taxonomy.Default;

    private static string[] Found(string text) => [.. Taxonomy.Annotate(text).Select(match => match.Concept.Uri)];

    [Fact]
    public void Finds_concepts_in_a_text_that_mixes_languages_in_reading_order()
    {
        var found = Found("我们招聘软件测试工程师, fluent in Python and C++, опыт работы с Docker; base de dados: PostgreSQL. تعلم الآلة");
        found.ShouldBe([
            "urn:talent:occupation:software-tester", "urn:talent:skill:python-programming", "urn:talent:skill:cpp-programming",
            "urn:talent:skill:docker", "urn:talent:skill:relational-database-management", "urn:talent:skill:machine-learning",
        ]);
    }

    [Fact]
    public void Chinese_needs_no_spaces() =>
        Found("负责工业机器人编程员的培训以及计算机视觉项目").ShouldBe(
            ["urn:talent:occupation:industrial-robot-programmer", "urn:talent:skill:computer-vision"]);

    [Fact]
    public void The_longest_label_wins()
    {
        var found = Found("deep reinforcement learning in the warehouse");
        found.ShouldBe(["urn:talent:skill:reinforcement-learning"]);
    }

    [Fact]
    public void Inflected_words_are_found() =>
        Found("Требуется знание машинного обучения и компьютерных сетей").ShouldBe(
            ["urn:talent:skill:machine-learning", "urn:talent:skill:computer-networking"]);

    [Fact]
    public void A_label_does_not_span_two_sentences()
    {
        Found("We are a deep team. Learning never stops here at all").ShouldNotContain("urn:talent:skill:deep-learning");
        Found("We want a machine; learning matters to us all").ShouldNotContain("urn:talent:skill:machine-learning");
        Found("We want machine learning; it matters to us all").ShouldContain("urn:talent:skill:machine-learning");
    }

    [Fact]
    public void In_a_longer_text_a_short_acronym_counts_only_in_capitals()
    {
        Found("manutenção de sistemas de ar comprimido na fábrica").ShouldNotContain("urn:talent:skill:virtual-reality");
        Found("Erfahrung with AR headsets in the factory hall").ShouldContain("urn:talent:skill:virtual-reality");
        Found("ai").ShouldContain("urn:talent:skill:artificial-intelligence-fundamentals");
    }

    [Fact]
    public void In_a_longer_text_a_name_that_is_also_a_word_counts_only_with_its_capital()
    {
        Found("You react quickly to incidents and excel under pressure").ShouldBeEmpty();
        Found("Montage du tableau électrique dans les bâtiments neufs").ShouldNotContain("urn:talent:skill:data-visualisation");
        Found("You build pages with React and reports with Tableau daily").ShouldBe(
            ["urn:talent:skill:react", "urn:talent:skill:data-visualisation"]);
        Found("react").ShouldBe(["urn:talent:skill:react"]);
    }

    [Fact]
    public void Each_concept_comes_once_with_the_label_that_matched()
    {
        var matches = Taxonomy.Annotate("Python, python编程 und Python programming");
        matches.Count.ShouldBe(1);
        matches[0].Label.ShouldBe("Python");
        matches[0].Confidence.ShouldBe(1);
    }

    [Theory]
    [InlineData("")]
    [InlineData("nothing to see here, move along")]
    public void A_text_without_concepts_gives_none(string text) => Taxonomy.Annotate(text).ShouldBeEmpty();
}

using Talent.Architecture.Tests.Model;
using Talent.Platform.Texts;
using static Talent.Architecture.Tests.Rules.MarkupRules;
using static Talent.Architecture.Tests.Rules.TextRules;

namespace Talent.Architecture.Tests;

public sealed class TextRulesTests
{
    static readonly string[] Languages = [.. TextLanguage.All.Select(language => language.Code)];

    [Fact]
    public void The_texts_are_found()
    {
        TextFile.All.ShouldContain(file => file.Part == "web/Talent.Web/Resources/Texts" && file.Language == "en");
        TextFile.All.ShouldContain(file => file.Part == "services/Talent.Matching/Matching" && file.Language == "zh");
        TextFile.All.First(file => file.Language == "zh").Texts.ShouldNotBeEmpty();
    }

    [Fact]
    public void Every_language_has_every_text() => ArchitectureRule.Holds(
        "Each language has each text, and each plural category of a counted one",
        EveryLanguageHasEveryText(TextFile.All, Languages));

    [Fact]
    public void A_missing_an_empty_and_a_left_over_text_are_found() => ArchitectureRule.Finds(
        EveryLanguageHasEveryText(
            [
                Texts("en", ("A", "one"), ("B", "two"), ("C", "three")), Texts("zh", ("A", "一"), ("C", " "), ("D", "四")),
            ],
            ["en", "zh", "fr"]),
        "B is missing", "C is missing", "D is in no other language", "has no file in fr");

    [Theory]
    [InlineData("en", "one", "other")]
    [InlineData("zh", "other")]
    [InlineData("ru", "one", "few", "many")]
    [InlineData("pt", "one", "many", "other")]
    [InlineData("ar", "zero", "one", "two", "few", "many", "other")]
    [InlineData("fr", "one", "many", "other")]
    [InlineData("es", "one", "many", "other")]
    public void A_missing_plural_category_is_found(string language, params string[] categories)
    {
        var english = Texts("en", ("Jobs_one", "{0} job"), ("Jobs_other", "{0} jobs"));
        var whole = categories.Select(category => ($"Jobs_{category}", "{0}")).ToArray();
        EveryLanguageHasEveryText([english, Texts(language, whole)], [language]).ShouldBeEmpty();
        var lacking = language == "en" ? [english] : new[] { english, Texts(language, whole[..^1]) };
        if (language != "en")
            ArchitectureRule.Finds(EveryLanguageHasEveryText(lacking, [language]), $"Jobs_{categories[^1]} is missing");
    }

    [Fact]
    public void Translations_have_the_same_places() =>
        ArchitectureRule.Holds("A translation has the places of the English text", TranslationsHaveTheSamePlaces(TextFile.All));

    [Fact]
    public void A_translation_with_other_places_is_found() => ArchitectureRule.Finds(
        TranslationsHaveTheSamePlaces(
        [
            Texts("en", ("A", "{0} of {1}"), ("B", "on {0:d MMM}"), ("N_one", "{0} job"), ("N_other", "{0} jobs")),
            Texts("ar", ("A", "{1} من {0}"), ("B", "في"), ("N_two", "وظيفتان"), ("N_few", "وظائف")),
            Texts("fr", ("A", "{0} sur {2}"), ("B", "le {0:d MMM}"), ("N_one", "une offre")),
        ]),
        "in ar: B", "in ar: N_few", "in fr: A", "in fr: N_one");

    [Fact]
    public void Texts_can_be_filled_in() =>
        ArchitectureRule.Holds("The braces of a text are paired", TextsCanBeFilledIn(TextFile.All));

    [Fact]
    public void A_text_that_cannot_be_filled_in_is_found() => ArchitectureRule.Finds(
        TextsCanBeFilledIn([Texts("en", ("A", "{0"), ("B", "{{ {0} }}"), ("C", "none"))]), "A has unpaired braces");

    [Fact]
    public void Every_text_is_used() =>
        ArchitectureRule.Holds("A text that nothing asks for goes", EveryTextIsUsed(TextFile.All, SourceFile.All));

    [Fact]
    public void A_text_that_nothing_asks_for_is_found()
    {
        SourceFile[] sources =
        [
            new("web/Talent.Web/Page.razor", """<p title="@T["Shown"]">@T[$"Mode_{job.Mode}"] @Format.Count("Found", 3) @wording["Block" + name]</p>"""),
            new("services/Talent.Jobs/Modes.cs", """string[] modes = ["onsite"]; Blocked("Permit"); x = Proof.Self;"""),
        ];
        var texts = Texts("en", ("Shown", ""), ("Mode_onsite", ""), ("Mode_7", ""), ("Found_one", ""), ("Found_other", ""),
            ("BlockPermit", ""), ("BlockSelf", ""), ("Mode_asleep", ""), ("BlockNobody", ""), ("Unseen", ""));
        ArchitectureRule.Finds(EveryTextIsUsed([texts], sources), "Mode_asleep", "BlockNobody", "Unseen");
    }

    [Fact]
    public void Problems_hold_no_sentences() =>
        ArchitectureRule.Holds("What a problem says stands in resource files", ProblemsHoldNoSentences(SourceFile.All));

    [Fact]
    public void A_sentence_in_a_problem_is_found() => ArchitectureRule.Finds(
        ProblemsHoldNoSentences(
        [
            new("services/Talent.Jobs/Wrong.cs", """return Problems.Conflict("in-use", $"It is {state} still.");"""),
            new("services/Talent.Jobs/WrongField.cs", """Problems.Invalid(new FieldProblem("a", "b", "Give a name please."));"""),
            new("services/Talent.Jobs/Right.cs", """return Problems.Conflict("in-use", JobsTexts.Of("in-use", "a b")); x = "three words here";"""),
        ]),
        "services/Talent.Jobs/Wrong.cs", "services/Talent.Jobs/WrongField.cs");

    [Fact]
    public void Pages_hold_no_words() =>
        ArchitectureRule.Holds("Words stand in resource files", MarkupHoldsNoWords(SourceFile.All));

    [Theory]
    [InlineData("<p>Hello there</p>")]
    [InlineData("<p>@Count jobs</p>")]
    [InlineData("<Icon Name=\"search\" /> Search")]
    [InlineData("@if (a > b)\n{\n  <b>Bold</b>\n}\nelse\n{\n  <i>@x</i>\n}")]
    [InlineData("<p>找工作</p>")]
    [InlineData("<input placeholder=\"Your name\">")]
    [InlineData("<a title=\"Open @name\" href=\"/\">@T[\"A\"]</a>")]
    [InlineData("<img alt=\"A bridge\">")]
    [InlineData("<nav aria-label=\"Main\"></nav>")]
    [InlineData("<TextField Path=\"a\" Label=\"Name\" />")]
    [InlineData("<input type=\"submit\" class=\"btn\" value=\"Send\">")]
    public void Words_in_markup_are_found(string markup) => MarkupHoldsNoWords([Razor(markup)]).ShouldHaveSingleItem();

    [Theory]
    [InlineData("@using System.Globalization\n<p>@T[\"Home\"] · @(a > 1 ? T[\"A\"] : b.C(\"some words\"))</p>\n@code {\n  string s = \"words\";\n}")]
    [InlineData("@foreach (var (a, b) in List(\"x y\"))\n{\n  var id = Of(a);\n  <li id=\"@id\" class=\"one two\">@b</li>\n}")]
    [InlineData("<a href=\"/x\" download><Icon Name=\"file\" /> XLSX</a> <code>./run</code>")]
    [InlineData("@* words in a remark *@<p title=\"@T[\"A\"]\">–</p>")]
    public void Markup_without_words_passes(string markup) => MarkupHoldsNoWords([Razor(markup)]).ShouldBeEmpty();

    [Fact]
    public void Styles_name_no_sides() =>
        ArchitectureRule.Holds("Styles say start and end", StylesNameNoSides(Stylesheets()));

    [Fact]
    public void Sides_in_a_stylesheet_are_found() => ArchitectureRule.Finds(
        StylesNameNoSides([new SourceFile("web/x.css",
            "/* left */ a { margin-left: 1px; } b { left: 0; } c { text-align: right } d { margin-inline-start: 1px; text-align: start; padding: 0 1px 2px 1px; } e { padding: 0 1px 0 2px; }")]),
        "margin-left", "left: 0", "text-align: right", "padding: 0 1px 0 2px");

    static TextFile Texts(string language, params (string Key, string Text)[] texts) => new(
        "web/Talent.Web/Resources/Texts", language, texts.ToDictionary(text => text.Key, text => text.Text, StringComparer.Ordinal));

    static SourceFile Razor(string markup) => new("web/Talent.Web/Pages/Wrong.razor", markup);

    // The folder of the stylesheet has the name of one that builds leave behind, so it is not among the sources.
    static IReadOnlyList<SourceFile> Stylesheets() =>
        [new("web/Talent.Web/assets/app.css", File.ReadAllText(Talent.Testing.Repository.PathOf("web/Talent.Web/assets/app.css")))];
}

using System.Globalization;
using Talent.Platform.Texts;

namespace Talent.Platform.Tests.Texts;

public sealed class TextLanguageTests
{
    public static TheoryData<string> Codes => [.. TextLanguage.All.Select(language => language.Code)];

    [Fact]
    public void There_are_seven() =>
        TextLanguage.All.Select(language => language.Code).ShouldBe(["en", "zh", "ru", "pt", "ar", "fr", "es"]);

    [Theory, MemberData(nameof(Codes))]
    public void Each_writes_western_digits_and_the_gregorian_calendar(string code)
    {
        var language = TextLanguage.Find(code)!;
        language.Culture.TwoLetterISOLanguageName.ShouldBe(code);
        language.Culture.Calendar.ShouldBeOfType<GregorianCalendar>();
        var written = new DateOnly(2026, 11, 22).ToString(language.DatePattern, language.Culture)
            + 1234567.5.ToString("N1", language.Culture) + (-3).ToString(language.Culture) + 0.256.ToString("P0", language.Culture);
        written.Where(char.IsDigit).ShouldAllBe(digit => char.IsAsciiDigit(digit));
        written.ShouldContain("2026");
        written.ShouldContain("22");
    }

    [Fact]
    public void Arabic_alone_runs_from_right_to_left() =>
        TextLanguage.All.Where(language => language.RightToLeft).Select(language => language.Code).ShouldBe(["ar"]);

    // The separator is the Western one too: 12٫5 beside 12.5 would be two ways of writing on one page.
    [Fact]
    public void Arabic_percents_and_fractions_go_with_its_digits()
    {
        var arabic = TextLanguage.Find("ar")!.Culture;
        0.256.ToString("P0", arabic).Replace("\u200e", "", StringComparison.Ordinal).ShouldBe("26%");
        12.5.ToString("0.0", arabic).ShouldBe("12.5");
    }

    [Theory]
    [InlineData("en", 1, "one", 0, "other", 2, "other")]
    [InlineData("zh", 1, "other", 0, "other", 2, "other")]
    [InlineData("ru", 21, "one", 3, "few", 11, "many")]
    [InlineData("ru", 101, "one", 112, "many", 1_000_000, "many")]
    [InlineData("pt", 0, "one", 2, "other", 1_000_000, "many")]
    [InlineData("fr", 1, "one", 1_000_001, "other", 2_000_000, "many")]
    [InlineData("es", 0, "other", 1, "one", 1_000_000, "many")]
    [InlineData("ar", 0, "zero", 1, "one", 2, "two")]
    [InlineData("ar", 3, "few", 11, "many", 100, "other")]
    [InlineData("ar", 103, "few", 111, "many", 102, "other")]
    public void A_number_has_the_category_of_the_language(
        string language, int first, string category, int second, string other, int third, string another)
    {
        Plural.Of(language, first).ShouldBe(category);
        Plural.Of(language, second).ShouldBe(other);
        Plural.Of(language, third).ShouldBe(another);
    }

    [Theory, MemberData(nameof(Codes))]
    public void Every_category_that_a_number_has_is_one_of_the_languages(string language)
    {
        var met = Enumerable.Range(0, 1000).Append(1_000_000).Select(count => Plural.Of(language, count)).ToHashSet(StringComparer.Ordinal);
        met.ShouldBe(Plural.Categories(language), ignoreOrder: true);
    }

    [Theory]
    [InlineData("Ada", false, false)]
    [InlineData("Ада 7", false, false)]
    [InlineData("مهندس", false, true)]
    [InlineData("Ada", true, true)]
    [InlineData("مهندس", true, false)]
    [InlineData("9,000", true, false)]
    [InlineData("电工", true, true)]
    [InlineData("مهندس PLC", true, true)]
    public void Words_against_the_direction_of_a_sentence_are_isolated(string text, bool rightToLeft, bool isolated) =>
        Bidi.Isolate(text, rightToLeft).ShouldBe(isolated ? $"\u2068{text}\u2069" : text);
}

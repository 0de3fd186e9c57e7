using Talent.Platform.Reference;

namespace Talent.Platform.Tests.Reference;

public sealed class LanguageScalesTests
{
    [Theory]
    [InlineData("B1", "CEFR", "B1", 3)]
    [InlineData("cefr c2", "CEFR", "C2", 6)]
    [InlineData("HSK3", "HSK", "3", 3)]
    [InlineData("HSK 3级", "HSK", "3", 3)]
    [InlineData("ｈｓｋ三级", "HSK", "3", 3)]
    [InlineData("HSK9", "HSK", "9", 6)]
    public void Reads_levels_as_people_write_them(string text, string scale, string level, int rank) =>
        LanguageScales.Parse(text).ShouldBe(new ScaleLevel(scale, level, rank));

    [Theory]
    [InlineData("3")]
    [InlineData("D1")]
    [InlineData("HSK10")]
    [InlineData("HSK0")]
    [InlineData("")]
    [InlineData(null)]
    public void Refuses_anything_else(string? text) => LanguageScales.Parse(text).ShouldBeNull();

    [Fact]
    public void Finds_a_level_on_a_named_scale()
    {
        LanguageScales.Find("hsk", "3")!.Value.Rank.ShouldBe(3);
        LanguageScales.Find("HSK", "HSK3")!.Value.Rank.ShouldBe(3);
        LanguageScales.Find(null, "B2")!.Value.Rank.ShouldBe(4);
        LanguageScales.Find("HSK", "B2").ShouldBeNull();
        LanguageScales.Find("IELTS", "6").ShouldBeNull();
    }

    [Fact]
    public void Ranks_rise_with_the_level()
    {
        LanguageScales.All.Count.ShouldBe(15);
        foreach (var scale in LanguageScales.All.GroupBy(level => level.Scale, StringComparer.Ordinal))
            scale.Select(level => level.Rank).ShouldBeInOrder();
    }

    [Fact]
    public void Hsk_measures_chinese_only()
    {
        LanguageScales.Measures("HSK", "zh").ShouldBeTrue();
        LanguageScales.Measures("HSK", "en").ShouldBeFalse();
        LanguageScales.Measures("CEFR", "en").ShouldBeTrue();
    }

    [Theory]
    [InlineData("zh", "zh")]
    [InlineData("zh-Hans-CN", "zh")]
    [InlineData("汉语", "zh")]
    [InlineData("Mandarin", "zh")]
    [InlineData("English", "en")]
    [InlineData("русский", "ru")]
    [InlineData("por", "pt")]
    [InlineData("Farsi", "fa")]
    public void Resolves_languages(string text, string code) => Languages.Resolve(text).ShouldBe(code);

    [Theory]
    [InlineData("Klingonese")]
    [InlineData("xx-YY")]
    [InlineData("")]
    public void Resolves_no_language_from_anything_else(string text) => Languages.Resolve(text).ShouldBeNull();

    [Fact]
    public void Every_language_code_resolves_to_itself() =>
        Languages.Codes.Where(code => !string.Equals(Languages.Resolve(code), code, StringComparison.Ordinal))
            .ShouldBeEmpty();
}

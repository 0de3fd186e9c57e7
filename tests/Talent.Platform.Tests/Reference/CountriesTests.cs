using System.Globalization;
using Talent.Platform.Reference;

namespace Talent.Platform.Tests.Reference;

public sealed class CountriesTests
{
    [Theory]
    [InlineData("MY", "MY")]
    [InlineData("mys", "MY")]
    [InlineData(" malaysia ", "MY")]
    [InlineData("马来西亚", "MY")]
    [InlineData("Ｖｉｅｔ Nam", "VN")]
    [InlineData("Vietnam", "VN")]
    [InlineData("阿联酋", "AE")]
    [InlineData("Côte d'Ivoire", "CI")]
    [InlineData("cote d’ivoire", "CI")]
    [InlineData("Россия", "RU")]
    [InlineData("Brasil", "BR")]
    [InlineData("جنوب أفريقيا", "ZA")]
    [InlineData("香港", "HK")]
    [InlineData("Russian Federation", "RU")]
    [InlineData("Republic of Korea", "KR")]
    [InlineData("Iran, Islamic Republic of", "IR")]
    public void Resolves_codes_and_names_in_any_language(string text, string code) =>
        Countries.Resolve(text).ShouldBe(code);

    [Theory]
    [InlineData("Atlantis")]
    [InlineData("XX")]
    [InlineData("")]
    [InlineData(null)]
    [InlineData("\ud800")]
    public void Resolves_nothing_else(string? text) => Countries.Resolve(text).ShouldBeNull();

    [Fact]
    public void Holds_the_whole_list_with_names_in_seven_languages_that_resolve_back()
    {
        Countries.Codes.Count.ShouldBe(249);
        var languages = new[] { "en", "zh", "ru", "pt", "ar", "fr", "es" }.Select(CultureInfo.GetCultureInfo);
        var wrong = from culture in languages
                    from code in Countries.Codes
                    let name = Countries.Name(code, culture)
                    let resolved = Countries.Resolve(name)
                    where !string.Equals(resolved, code, StringComparison.Ordinal)
                    select $"{culture} {code} {name} {resolved}";
        wrong.ShouldBeEmpty();
    }

    [Fact]
    public void Names_a_country_in_the_readers_language()
    {
        Countries.Name("MY", CultureInfo.GetCultureInfo("zh-CN")).ShouldBe("马来西亚");
        Countries.Name("MY", CultureInfo.GetCultureInfo("en-GB")).ShouldBe("Malaysia");
        Countries.Name("MY", CultureInfo.GetCultureInfo("de")).ShouldBe("Malaysia");
    }

    [Fact]
    public void Gives_every_country_a_zone_of_the_database() =>
        Countries.Codes.Where(code => !Zones.IsKnown(Countries.DefaultZone(code))).ShouldBeEmpty();

    [Theory]
    [InlineData("CN", "Asia/Shanghai")]
    [InlineData("MY", "Asia/Kuala_Lumpur")]
    [InlineData("BR", "America/Sao_Paulo")]
    [InlineData("RU", "Europe/Moscow")]
    [InlineData("ZA", "Africa/Johannesburg")]
    [InlineData("US", "America/New_York")]
    [InlineData("UZ", "Asia/Tashkent")]
    public void Takes_the_zone_where_most_people_live(string code, string zone) =>
        Countries.DefaultZone(code).ShouldBe(zone);

    [Theory]
    [InlineData("Malasia", "MY")]
    [InlineData("Maylaysia", "MY")]
    [InlineData("Vietnan", "VN")]
    [InlineData("巴西西", "BR")]
    public void Suggests_what_was_probably_meant(string text, string code) =>
        Countries.Suggest(text)[0].ShouldBe(code);

    [Fact]
    public void Suggests_nothing_for_a_text_like_no_country() => Countries.Suggest("qqqqqqqq").ShouldBeEmpty();
}

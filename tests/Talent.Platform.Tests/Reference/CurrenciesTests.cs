using System.Globalization;
using Talent.Platform.Reference;

namespace Talent.Platform.Tests.Reference;

public sealed class CurrenciesTests
{
    [Theory]
    [InlineData("cny", "CNY")]
    [InlineData("RMB", "CNY")]
    [InlineData("人民币", "CNY")]
    [InlineData("€", "EUR")]
    [InlineData("美元", "USD")]
    [InlineData("Malaysian Ringgit", "MYR")]
    [InlineData("российский рубль", "RUB")]
    public void Resolves_codes_and_usual_names(string text, string code) => Currencies.Resolve(text).ShouldBe(code);

    [Theory]
    [InlineData("$")]
    [InlineData("¥")]
    [InlineData("dollar")]
    [InlineData("XAU")]
    [InlineData("")]
    public void Refuses_what_could_be_several_or_is_none(string text) => Currencies.Resolve(text).ShouldBeNull();

    [Theory]
    [InlineData("JPY", 0)]
    [InlineData("CNY", 2)]
    [InlineData("KWD", 3)]
    public void Knows_the_minor_digits(string code, int digits) => Currencies.MinorDigits(code).ShouldBe(digits);

    [Fact]
    public void Knows_no_digits_of_an_unknown_currency() =>
        Should.Throw<ArgumentException>(() => Currencies.MinorDigits("ABC"));

    [Fact]
    public void Every_code_resolves_to_itself_and_has_a_name()
    {
        Currencies.Codes.Count.ShouldBeGreaterThan(150);
        Currencies.Codes.Where(code => !string.Equals(Currencies.Resolve(code), code, StringComparison.Ordinal))
            .ShouldBeEmpty();
        Currencies.Name("CNY", CultureInfo.GetCultureInfo("zh")).ShouldBe("人民币");
    }

    [Fact]
    public void Suggests_what_was_probably_meant() =>
        Currencies.Suggest("CNX").ShouldContain("CNY", StringComparer.Ordinal);
}

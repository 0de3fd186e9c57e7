using System.Globalization;
using Talent.Platform.Intake;

namespace Talent.Platform.Tests.Intake;

public sealed class CellParsersTests
{
    [Theory]
    [InlineData("12", 12)]
    [InlineData(" １２ ", 12)]
    [InlineData("0", 0)]
    [InlineData("600", 600)]
    [InlineData(null, null)]
    [InlineData("  ", null)]
    public void Reads_whole_numbers(string? text, int? number)
    {
        var parsed = CellParsers.Number("experience_months", text, 0, 600);

        parsed.Ok.ShouldBeTrue();
        parsed.Value.ShouldBe(number);
    }

    [Theory]
    [InlineData("601", "number-out-of-range")]
    [InlineData("-1", "number-out-of-range")]
    [InlineData("99999999999999999999", "number-out-of-range")]
    [InlineData("1.5", "bad-number")]
    [InlineData("two", "bad-number")]
    [InlineData("١٢", "bad-number")]
    public void Refuses_other_numbers(string text, string code) =>
        CellParsers.Number("experience_months", text, 0, 600).Errors.Single().Code.ShouldBe(code);

    [Theory]
    [InlineData("12000", "12000")]
    [InlineData("12000.5", "12000.5")]
    [InlineData("12000.50", "12000.50")]
    [InlineData("1,234.56", "1234.56")]
    [InlineData("1,234,567", "1234567")]
    [InlineData("0.125", "0.125")]
    [InlineData("１５００", "1500")]
    public void Reads_amounts_that_mean_one_thing(string text, string amount) =>
        CellParsers.Amount("pay_min", text).Value.ShouldBe(decimal.Parse(amount, CultureInfo.InvariantCulture));

    [Theory]
    [InlineData("1.234,56", "ambiguous-number")]
    [InlineData("1,234", "ambiguous-number")]
    [InlineData("1.234", "ambiguous-number")]
    [InlineData("12,5", "ambiguous-number")]
    [InlineData("1.2.3", "ambiguous-number")]
    [InlineData("12k", "bad-number")]
    [InlineData("¥1200", "bad-number")]
    [InlineData("-5", "number-out-of-range")]
    [InlineData("99999999999999999999999999999999", "number-out-of-range")]
    public void Refuses_other_amounts(string text, string code) =>
        CellParsers.Amount("pay_min", text).Errors.Single().Code.ShouldBe(code);

    [Theory]
    [InlineData("2026-05-01")]
    [InlineData("2026/5/1")]
    [InlineData("2026.5.1")]
    [InlineData("20260501")]
    [InlineData("2026年5月1日")]
    [InlineData("2026年05月01")]
    [InlineData("２０２６－０５－０１")]
    [InlineData("2026-05-01 12:00:00")]
    [InlineData("2026-05-01T00:00")]
    public void Reads_dates_with_the_year_first(string text) =>
        CellParsers.Date("closes_on", text).Value.ShouldBe(new DateOnly(2026, 5, 1));

    [Theory]
    [InlineData("01/05/2026", "ambiguous-date")]
    [InlineData("1.5.26", "ambiguous-date")]
    [InlineData("2026-02-30", "bad-date")]
    [InlineData("2026-5/1", "bad-date")]
    [InlineData("2026年5-1", "bad-date")]
    [InlineData("May 2026", "bad-date")]
    [InlineData("0000-00-00", "bad-date")]
    public void Refuses_other_dates(string text, string code) =>
        CellParsers.Date("closes_on", text).Errors.Single().Code.ShouldBe(code);

    [Theory]
    [InlineData("远程", "remote")]
    [InlineData("ON-SITE", "onsite")]
    [InlineData("现场", "onsite")]
    [InlineData("混合", "hybrid")]
    public void Reads_options_in_either_language(string text, string mode) =>
        CellParsers.Option("mode", text, OptionSet.Modes).Value.ShouldBe(mode);

    [Fact]
    public void Every_option_means_itself()
    {
        OptionSet[] sets =
        [
            OptionSet.Modes, OptionSet.Contracts, OptionSet.PayPeriods, OptionSet.Permits, OptionSet.Visibilities,
            OptionSet.Evidence, OptionSet.Importance, OptionSet.Payers,
        ];

        foreach (var set in sets)
            set.Values.Select(value => CellParsers.Option("x", value, set).Value).ShouldBe(set.Values);
    }

    [Fact]
    public void Says_which_options_there_are() =>
        CellParsers.Option("mode", "somewhere", OptionSet.Modes).Errors
            .ShouldBe([IntakeErrors.UnknownOption("mode", "somewhere", "onsite, hybrid, remote")]);

    [Fact]
    public void Reads_codes_and_suggests_near_ones()
    {
        CellParsers.Country("country", "马来西亚").Value.ShouldBe("MY");
        CellParsers.Currency("currency", "人民币").Value.ShouldBe("CNY");
        CellParsers.Zone("time_zone", "asia/shanghai").Value.ShouldBe("Asia/Shanghai");
        CellParsers.Language("language", "中文").Value.ShouldBe("zh");
        CellParsers.Currency("currency", "CNX").Errors.Single().Args[1].ShouldContain("CNY");
        CellParsers.Zone("time_zone", "UTC+8").Errors.Single().Code.ShouldBe("unknown-zone");
        CellParsers.Zone("time_zone", "qqqqqqq").Errors.Single().Args[1].ShouldBe("Asia/Kuala_Lumpur");
    }

    [Theory]
    [InlineData("a@Example.ORG", "a@example.org")]
    [InlineData("li.wei+x@mail.example.com", "li.wei+x@mail.example.com")]
    public void Reads_addresses(string text, string address) =>
        CellParsers.Email("email", text).Value.ShouldBe(address);

    [Theory]
    [InlineData("a@b")]
    [InlineData("Li Wei <a@example.org>")]
    [InlineData("a@example.org, b@example.org")]
    [InlineData("example.org")]
    [InlineData("a@example.")]
    public void Refuses_other_addresses(string text) =>
        CellParsers.Email("email", text).Errors.Single().Code.ShouldBe("bad-email");

    [Fact]
    public void Gathers_errors_of_a_row()
    {
        var errors = new List<RowError>();

        CellParsers.Number("openings", "5", 1, 10).Into(errors).ShouldBe(5);
        CellParsers.Number("openings", "x", 1, 10).Into(errors).ShouldBeNull();

        errors.ShouldBe([IntakeErrors.BadNumber("openings", "x")]);
    }
}

using System.Collections;
using System.Globalization;
using System.Reflection;
using System.Text.RegularExpressions;
using Talent.Platform.Intake;
using Talent.Platform.Texts;

namespace Talent.Platform.Tests.Intake;

public sealed partial class IntakeMessagesTests
{
    static readonly CultureInfo English = CultureInfo.GetCultureInfo("en");
    static readonly CultureInfo Chinese = CultureInfo.GetCultureInfo("zh-CN");

    public static TheoryData<string> Factories() =>
        [.. typeof(IntakeErrors).GetMethods(BindingFlags.Public | BindingFlags.Static).Select(method => method.Name)];

    /// <summary>That every language has the same places is a rule over all texts.</summary>
    [Theory]
    [MemberData(nameof(Factories))]
    public void Each_error_has_words_with_a_place_for_each_of_its_values(string factory)
    {
        var error = Sample(typeof(IntakeErrors).GetMethod(factory)!);
        var english = Text(error.Code, CultureInfo.InvariantCulture);

        Places(english).Where(place => place > error.Args.Length).ShouldBeEmpty();
        for (var place = 1; place <= error.Args.Length; place++)
            Places(english).ShouldContain(place);
        if (Places(english).Contains(0))
            error.Column.ShouldNotBeNull();
        foreach (var language in TextLanguage.All)
            IntakeMessages.Render(error, language.Culture).ShouldNotMatch(@"\{[0-9]");
    }

    [Fact]
    public void No_words_are_left_over()
    {
        var codes = Factories().Select(row => Sample(typeof(IntakeErrors).GetMethod(row.Data)!).Code)
            .ToHashSet(StringComparer.Ordinal);
        var texts = IntakeMessages.Texts.GetResourceSet(CultureInfo.InvariantCulture, true, false)!;

        texts.Cast<DictionaryEntry>().Select(entry => (string)entry.Key).ShouldBe(codes, ignoreOrder: true);
    }

    [Fact]
    public void Names_the_countries_it_suggests_in_the_readers_language()
    {
        var error = CellParsers.Country("country", "Malaysla").Errors.Single();

        IntakeMessages.Render(error, English).ShouldBe("“Malaysla” in country is not a known country. "
            + "Write an ISO 3166-1 code or a name, for example MY (Malaysia).");
        IntakeMessages.Render(error, Chinese).ShouldContain("MY (马来西亚)");
    }

    [Fact]
    public void Speaks_english_to_readers_of_other_languages() =>
        IntakeMessages.Render(IntakeErrors.EmptyFile(), CultureInfo.GetCultureInfo("sw"))
            .ShouldBe(IntakeMessages.Render(IntakeErrors.EmptyFile(), English));

    [Fact]
    public void Cuts_values_that_are_too_long_to_show()
    {
        var message = IntakeMessages.Render(IntakeErrors.BadDate("closes_on", new string('9', 5_000)), English);

        message.Length.ShouldBeLessThan(250);
        message.ShouldContain("9…");
    }

    [Fact]
    public void Errors_are_equal_when_they_say_the_same()
    {
        IntakeErrors.BadDate("a", "b").ShouldBe(IntakeErrors.BadDate("a", "b"));
        IntakeErrors.BadDate("a", "b").ShouldNotBe(IntakeErrors.BadDate("a", "c"));
    }

    static string Text(string code, CultureInfo culture) =>
        IntakeMessages.Texts.GetResourceSet(culture, true, false)!.GetString(code)
            ?? throw new InvalidOperationException($"{code} has no text for {culture.Name}.");

    static int[] Places(string text) =>
        [.. Place().Matches(text).Select(match => int.Parse(match.Groups["at"].Value, CultureInfo.InvariantCulture))
            .Distinct().Order()];

    static RowError Sample(MethodInfo factory)
    {
        var arguments = factory.GetParameters().Select(parameter => parameter.ParameterType switch
        {
            var type when type == typeof(string) => parameter.Name,
            var type when type == typeof(DateOnly) => (object)new DateOnly(2026, 1, 1),
            var type => Convert.ChangeType(7, type, CultureInfo.InvariantCulture),
        });
        return (RowError)factory.Invoke(null, [.. arguments])!;
    }

    [GeneratedRegex(@"(?<!\{)\{(?<at>[0-9])\}", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Place();
}

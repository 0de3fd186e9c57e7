using System.Globalization;

namespace Talent.Platform.Texts;

/// <summary>CLDR's cardinal plural categories for whole numbers
/// (https://www.unicode.org/cldr/charts/latest/supplemental/language_plural_rules.html). Categories that only fractions
/// have are left out: nothing here is counted in fractions.</summary>
public static class Plural
{
    const int Million = 1_000_000;

    /// <summary>The categories in which a language must have each counted text.</summary>
    public static IReadOnlyList<string> Categories(string language) => language switch
    {
        "zh" => ["other"],
        "ru" => ["one", "few", "many"],
        "ar" => ["zero", "one", "two", "few", "many", "other"],
        "fr" or "es" or "pt" => ["one", "many", "other"],
        _ => ["one", "other"],
    };

    /// <summary>The category of a number, 0 or more.</summary>
    public static string Of(string language, int count) => language switch
    {
        "zh" => "other",
        "ru" => Russian(count),
        "ar" => Arabic(count),
        "fr" or "pt" => Romance(count, count is 0 or 1),
        "es" => Romance(count, count == 1),
        _ => count == 1 ? "one" : "other",
    };

    /// <summary>The key of a counted text in the language of a culture: <c>Jobs_found</c> for 1 is <c>Jobs_found_one</c>.</summary>
    public static string Key(string key, int count, CultureInfo culture) =>
        $"{key}_{Of(TextLanguage.Of(culture).Code, count)}";

    static string Russian(int count) => (count % 10, count % 100) switch
    {
        (1, not 11) => "one",
        ( >= 2 and <= 4, not (>= 12 and <= 14)) => "few",
        _ => "many",
    };

    static string Arabic(int count) => (count, count % 100) switch
    {
        (0, _) => "zero",
        (1, _) => "one",
        (2, _) => "two",
        (_, >= 3 and <= 10) => "few",
        (_, >= 11) => "many",
        _ => "other",
    };

    // "Un million d'offres": after whole millions the noun takes a preposition.
    static string Romance(int count, bool one) => one ? "one" : count != 0 && count % Million == 0 ? "many" : "other";
}

namespace Talent.Web.Layout;

/// <summary>CLDR's cardinal plural categories for whole numbers
/// (https://www.unicode.org/cldr/charts/latest/supplemental/language_plural_rules.html).</summary>
internal static class Plural
{
    /// <summary>The categories a language's resource file must have for each counted text.</summary>
    public static IReadOnlyList<string> Categories(string language) => language switch
    {
        "zh" => ["other"],
        "ru" => ["one", "few", "many"],
        "ar" => ["zero", "one", "two", "few", "many", "other"],
        _ => ["one", "other"],
    };

    public static string Of(string language, int count) => language switch
    {
        "zh" => "other",
        "ru" => Russian(count),
        "ar" => Arabic(count),
        "fr" or "pt" => count is 0 or 1 ? "one" : "other",
        _ => count == 1 ? "one" : "other",
    };

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
}

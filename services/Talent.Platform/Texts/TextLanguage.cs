using System.Globalization;
using Microsoft.Net.Http.Headers;

namespace Talent.Platform.Texts;

/// <summary>A language that the platform's texts exist in, and how it writes numbers and dates.</summary>
/// <param name="Code">Its BCP 47 primary subtag.</param>
/// <param name="Culture">Numbers, dates and the order of words; always the Gregorian calendar and the digits 0 to 9.</param>
/// <param name="DatePattern">A date without its weekday, the month in words.</param>
/// <param name="ListSeparator">What stands between the items of a list.</param>
public sealed record TextLanguage(string Code, CultureInfo Culture, string DatePattern, string ListSeparator = ", ")
{
    /// <summary>The cookie that holds the code of the language last read.</summary>
    public const string Cookie = "talent-language";

    /// <summary>The one list; a language is in it when every text exists in it. The first is used when none is asked
    /// for. English has British dates, which no reader misreads.</summary>
    /// <remarks>Arabic is written in its form of the Emirates, the one that has Western digits. Its readers know both
    /// sets of digits, but a page shows many figures that no culture formats (levels such as B1, codes, time zones,
    /// ids, what somebody typed into a number field), and one page must not show both.</remarks>
    public static IReadOnlyList<TextLanguage> All { get; } =
    [
        new("en", new CultureInfo("en-GB"), "d MMM yyyy"),
        new("zh", new CultureInfo("zh-CN"), "yyyy年M月d日", "、"),
        new("ru", new CultureInfo("ru-RU"), "d MMM yyyy"),
        new("pt", new CultureInfo("pt-BR"), "d 'de' MMM 'de' yyyy"),
        new("ar", new CultureInfo("ar-AE"), "d MMM yyyy", "، "),
        new("fr", new CultureInfo("fr-FR"), "d MMM yyyy"),
        new("es", new CultureInfo("es-ES"), "d MMM yyyy"),
    ];

    public static TextLanguage Default => All[0];

    /// <summary>The language of <see cref="CultureInfo.CurrentUICulture"/>.</summary>
    public static TextLanguage Current => Of(CultureInfo.CurrentUICulture);

    public bool RightToLeft => Culture.TextInfo.IsRightToLeft;

    /// <summary>The language with exactly this code; null when the texts do not exist in it.</summary>
    public static TextLanguage? Find(string? code) =>
        All.FirstOrDefault(language => string.Equals(language.Code, code, StringComparison.Ordinal));

    /// <summary>The language of a culture or of a BCP 47 tag's; the default when the texts do not exist in it.</summary>
    public static TextLanguage Of(CultureInfo culture) => Find(culture.TwoLetterISOLanguageName) ?? Default;

    /// <summary>The first of the languages that an <c>Accept-Language</c> header asks for, in its order of preference, that
    /// the texts exist in; the default when there is none.</summary>
    public static TextLanguage Preferred(string? acceptLanguage)
    {
        if (!StringWithQualityHeaderValue.TryParseList([acceptLanguage ?? ""], out var ranges))
            return Default;
        return ranges.Where(range => range.Quality is not 0).OrderByDescending(range => range.Quality ?? 1)
            .Select(range => Find(range.Value.ToString().Split('-')[0].ToLowerInvariant()))
            .FirstOrDefault(found => found is not null) ?? Default;
    }
}

using System.Globalization;
using Microsoft.Net.Http.Headers;

namespace Talent.Web.Layout;

/// <summary>A language the pages can be read in.</summary>
/// <param name="Code">The first segment of the address, and the BCP 47 tag of the page.</param>
/// <param name="NativeName">What its readers call it.</param>
/// <param name="Culture">Numbers and dates; for English the British culture, whose dates no reader misreads.</param>
/// <param name="DatePattern">A date without its weekday, the month in words.</param>
internal sealed record PageLanguage(
    string Code, string NativeName, CultureInfo Culture, string DatePattern, bool RightToLeft = false)
{
    /// <summary>The one list: a further language needs a line here and its resource file.</summary>
    public static readonly IReadOnlyList<PageLanguage> All =
    [
        new("en", "English", new CultureInfo("en-GB"), "d MMM yyyy"),
        new("zh", "中文", new CultureInfo("zh-CN"), "yyyy年M月d日"),
    ];

    public static PageLanguage Default => All[0];

    public static PageLanguage? Find(string? code) =>
        All.FirstOrDefault(language => string.Equals(language.Code, code, StringComparison.Ordinal));

    /// <summary>The language of an address such as <c>/zh/jobs</c>; null when its first segment is no language.</summary>
    public static PageLanguage? OfPath(string? path)
    {
        if (path is not ['/', ..])
            return null;
        var end = path.IndexOf('/', 1);
        return Find(end < 0 ? path[1..] : path[1..end]);
    }

    public static PageLanguage Current => OfCulture(CultureInfo.CurrentUICulture);

    /// <summary>The first of the languages a browser asks for, in its order of preference, that the pages have.</summary>
    public static PageLanguage Preferred(string? acceptLanguage)
    {
        if (!StringWithQualityHeaderValue.TryParseList([acceptLanguage ?? ""], out var ranges))
            return Default;
        return ranges.Where(range => range.Quality is not 0).OrderByDescending(range => range.Quality ?? 1)
            .Select(range => Find(range.Value.ToString().Split('-')[0].ToLowerInvariant()))
            .FirstOrDefault(found => found is not null) ?? Default;
    }

    static PageLanguage OfCulture(CultureInfo culture) =>
        All.FirstOrDefault(language => language.Culture.Equals(culture)) ?? Default;
}

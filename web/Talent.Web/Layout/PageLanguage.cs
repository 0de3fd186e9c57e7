using System.Globalization;
using Talent.Platform.Texts;

namespace Talent.Web.Layout;

/// <summary>A language the pages can be read in.</summary>
/// <param name="Text">Its code, and how it writes numbers and dates.</param>
/// <param name="NativeName">What its readers call it.</param>
internal sealed record PageLanguage(TextLanguage Text, string NativeName)
{
    public static readonly IReadOnlyList<PageLanguage> All =
        [.. TextLanguage.All.Select(text => new PageLanguage(text, Native(text)))];

    /// <summary>The first segment of the address, and the BCP 47 tag of the page.</summary>
    public string Code => Text.Code;

    public CultureInfo Culture => Text.Culture;

    /// <summary>A date without its weekday, the month in words.</summary>
    public string DatePattern => Text.DatePattern;

    public bool RightToLeft => Text.RightToLeft;

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

    public static PageLanguage Current => Of(TextLanguage.Current);

    /// <summary>The first of the languages a browser asks for, in its order of preference, that the pages have.</summary>
    public static PageLanguage Preferred(string? acceptLanguage) => Of(TextLanguage.Preferred(acceptLanguage));

    static PageLanguage Of(TextLanguage text) => All.First(language => language.Text == text);

    // Names of languages stand alone here, so they begin with a capital where their script has any.
    static string Native(TextLanguage text) => Names.Capital(new CultureInfo(text.Code).NativeName, text.Culture);
}

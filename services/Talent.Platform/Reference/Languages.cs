using System.Globalization;

namespace Talent.Platform.Reference;

/// <summary>Languages as BCP 47 primary subtags: those of ISO 639-1, and <c>fil</c> and <c>yue</c>.</summary>
/// <remarks>Names follow Unicode CLDR.</remarks>
public static class Languages
{
    static readonly ReferenceTable Table = ReferenceTable.Load("languages.tsv", namesAt: 1);

    /// <summary>All codes, in no particular order.</summary>
    public static IReadOnlyCollection<string> Codes => Table.Codes;

    /// <summary>True for a known primary subtag in small letters.</summary>
    public static bool IsKnown(string? code) => Table.IsKnown(code);

    /// <summary>The primary subtag for a subtag, a longer tag (<c>zh-Hans-CN</c>), an ISO 639-2 code or a name in any
    /// of the platform's languages (<c>汉语</c>, <c>Farsi</c>); null when the text is none.</summary>
    public static string? Resolve(string? text)
    {
        if (Table.Resolve(text) is { } code)
            return code;
        var separator = text?.AsSpan().Trim().IndexOfAny('-', '_') ?? -1;
        var primary = separator is 2 or 3 ? text!.Trim()[..separator].ToLowerInvariant() : null;
        return IsKnown(primary) ? primary : null;
    }

    /// <summary>The name in the culture's language (zh, ru, pt, ar, fr, es; else English); an unknown code as it
    /// is.</summary>
    public static string Name(string code, CultureInfo culture) => Table.Name(code, culture);

    /// <summary>The codes whose code or name is nearest to the text, best first; may be empty.</summary>
    public static IReadOnlyList<string> Suggest(string? text, int limit = 3) => Table.Suggest(text, limit);
}

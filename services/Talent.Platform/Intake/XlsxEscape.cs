using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml;

namespace Talent.Platform.Intake;

/// <summary>How the format writes characters that XML cannot hold: <c>_x000D_</c> (ECMA-376 part 1,
/// 22.9.2.19).</summary>
static partial class XlsxEscape
{
    public static string Unescape(string text) => text.Contains("_x", StringComparison.Ordinal)
        ? Escaped().Replace(text, match => ((char)ushort.Parse(
            match.Groups["code"].ValueSpan, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture)).ToString())
        : text;

    /// <summary>The text as XML can hold it: what looks like an escape is escaped itself, half a surrogate pair becomes
    /// U+FFFD.</summary>
    public static string Escape(string text)
    {
        var escaped = text.Contains("_x", StringComparison.Ordinal) ? Underscore().Replace(text, "_x005F_") : text;
        return escaped.All(letter => XmlConvert.IsXmlChar(letter)) ? escaped : string.Concat(escaped.EnumerateRunes());
    }

    [GeneratedRegex("_x(?<code>[0-9A-Fa-f]{4})_", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Escaped();

    [GeneratedRegex("_(?=x[0-9A-Fa-f]{4}_)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Underscore();
}

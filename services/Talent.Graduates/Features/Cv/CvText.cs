using System.Net;
using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.Linq;

namespace Talent.Graduates.Features.Cv;

/// <summary>Texts of Europass documents: HTML inside elements, names in parts.</summary>
static partial class CvText
{
    /// <summary>What an element's HTML says, line by line; a text without mark-up as it stands.</summary>
    public static string? Plain(string? html)
    {
        if (string.IsNullOrWhiteSpace(html))
            return null;
        var lines = LineEnd().Replace(html, "\n");
        var text = WebUtility.HtmlDecode(Tag().Replace(lines, "")).Trim();
        return text.Length == 0 ? null : text;
    }

    /// <summary>A text as HTML that <see cref="Plain"/> reads back.</summary>
    public static string Html(string text) => "<p>" + Written(text)
        .Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal)
        .Replace(">", "&gt;", StringComparison.Ordinal).Replace("\n", "<br>", StringComparison.Ordinal) + "</p>";

    /// <summary>The text without the characters that no XML document can hold.</summary>
    public static string Written(string text) => string.Concat(text.EnumerateRunes()
        .Where(rune => rune.Value is not 0xFFFD && (rune.Value > 0xFFFF || XmlConvert.IsXmlChar((char)rune.Value))));

    /// <summary>Given and family name put together as their script does: Chinese and the like without a space, the family
    /// first.</summary>
    public static string? Name(string? given, string? family)
    {
        var (first, last) = (given?.Trim() ?? "", family?.Trim() ?? "");
        if (first.Length == 0 || last.Length == 0)
            return first.Length + last.Length == 0 ? null : first + last;
        return IsHan(first) && IsHan(last) ? last + first : $"{first} {last}";
    }

    /// <summary>A name in the two parts that Europass asks for, which <see cref="Name"/> puts together again.</summary>
    public static (string Given, string Family) Parts(string name)
    {
        var space = name.LastIndexOf(' ');
        var (given, family) = space > 0 ? (name[..space], name[(space + 1)..])
            : name.Length > 1 && IsHan(name) ? (name[1..], name[..1]) : (name, "");
        return Name(given, family) == name ? (given, family) : (name, "");
    }

    /// <summary>The text of a descendant by its path of local names, whatever their namespaces; null when there is
    /// none.</summary>
    public static string? At(this XElement element, params string[] path)
    {
        XElement? found = element;
        foreach (var name in path)
            found = found?.Elements().FirstOrDefault(child => child.Name.LocalName == name);
        return string.IsNullOrWhiteSpace(found?.Value) ? null : found.Value.Trim();
    }

    /// <summary>All descendants at a path of local names, in order.</summary>
    public static IEnumerable<XElement> All(this XElement element, params string[] path) => path.Aggregate(
        (IEnumerable<XElement>)[element],
        (found, name) => found.Elements().Where(child => child.Name.LocalName == name));

    static bool IsHan(string text) => text.All(letter => letter is >= '\u3400' and <= '\u9FFF');

    // A line feed in the source is space in HTML, but files without mark-up end their lines with it: it stays.
    [GeneratedRegex(@"<br\s*/?>|</p>|</li>|</div>", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex LineEnd();

    [GeneratedRegex("</?[a-z][^<>]{0,500}>", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Tag();
}

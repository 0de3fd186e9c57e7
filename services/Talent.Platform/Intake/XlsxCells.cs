using System.Buffers;
using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml;

namespace Talent.Platform.Intake;

/// <summary>Turns cells of a workbook into text: dates as <c>yyyy-MM-dd</c>, numbers with a decimal point, formulas as
/// the value last computed.</summary>
sealed partial class XlsxCells
{
    // Number formats that are dates without saying so in styles.xml (ECMA-376 part 1, 18.8.30; 27-36 and 50-58 are
    // those of East Asian locales).
    static readonly HashSet<int> BuiltInDates =
    [
        .. Enumerable.Range(14, 9), .. Enumerable.Range(27, 10), .. Enumerable.Range(45, 3), .. Enumerable.Range(50, 9),
    ];

    static readonly SearchValues<char> DateLetters = SearchValues.Create("ymdhsYMDHS年月日");

    readonly List<string> shared = [];
    readonly List<bool> dateStyles = [];
    bool since1904;

    public static XlsxCells Read(XlsxPackage package)
    {
        var cells = new XlsxCells();
        using var archive = package.OpenArchive();
        cells.ReadWorkbook(package, archive);
        cells.ReadStyles(package, archive);
        cells.ReadSharedStrings(package, archive);
        return cells;
    }

    /// <summary>The text of the cell that the reader stands on; the reader is then at the cell's end.</summary>
    public string Text(XmlReader reader)
    {
        var type = reader.GetAttribute("t") ?? "n";
        var style = XlsxPackage.Whole(reader.GetAttribute("s")) ?? -1;
        if (reader.IsEmptyElement)
            return "";
        var depth = reader.Depth;
        var value = new StringBuilder();
        while (reader.Read() && reader.Depth > depth)
        {
            if (reader.NodeType != XmlNodeType.Element)
                continue;
            // A formula's own text (f) and phonetic guides (rPh) are no part of what the cell says.
            if (reader.LocalName is "f" or "rPh")
                SkipContent(reader);
            else if (reader.LocalName is "v" or "t")
                AppendText(reader, value);
        }
        return Meaning(type, style, value.ToString());
    }

    string Meaning(string type, int style, string value) => type switch
    {
        "s" => XlsxPackage.Whole(value) is { } index && index < shared.Count ? shared[index] : "",
        "b" => value is "1" or "true" ? "true" : "false",
        "n" => Number(value, style >= 0 && style < dateStyles.Count && dateStyles[style]),
        "d" => value.EndsWith("T00:00:00", StringComparison.Ordinal) ? value[..10] : value,
        "e" => value,
        _ => XlsxEscape.Unescape(value),
    };

    string Number(string value, bool isDate)
    {
        if (!double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number))
            return value;
        if (isDate && number is >= 0 and < 2_958_466)
            return Date(number);
        // Fifteen digits are what a spreadsheet shows; the sixteenth is noise of binary fractions.
        return Math.Abs(number) < 1e15
            ? ((decimal)number).ToString("0.###############", CultureInfo.InvariantCulture)
            : number.ToString("R", CultureInfo.InvariantCulture);
    }

    string Date(double serial)
    {
        // Day 60 of the 1900 system is a 29 February 1900 that never was; days before it count from a day later.
        var days = since1904 ? serial + 1462 : serial < 60 ? serial + 1 : serial;
        var date = new DateTime(1899, 12, 30, 0, 0, 0, DateTimeKind.Unspecified)
            .AddSeconds(Math.Round(Math.Min(days, 2_958_465) * 86_400));
        return date.TimeOfDay == TimeSpan.Zero
            ? date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
            : date.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);
    }

    void ReadWorkbook(XlsxPackage package, ZipArchive archive)
    {
        using var reader = package.OpenPart(archive, package.WorkbookPath);
        while (reader.Read())
        {
            if (reader.NodeType == XmlNodeType.Element && reader.LocalName is "workbookPr")
                since1904 = reader.GetAttribute("date1904") is "1" or "true";
        }
    }

    void ReadStyles(XlsxPackage package, ZipArchive archive)
    {
        if (package.StylesPath is not { } path)
            return;
        using var reader = package.OpenPart(archive, path);
        var custom = new Dictionary<int, bool>();
        var inCellFormats = false;
        while (reader.Read())
        {
            if (reader.LocalName is "cellXfs")
                inCellFormats = reader.NodeType == XmlNodeType.Element && !reader.IsEmptyElement;
            else if (reader.NodeType == XmlNodeType.Element && reader.LocalName is "numFmt")
                custom[Id(reader)] = IsDateFormat(reader.GetAttribute("formatCode") ?? "");
            else if (reader.NodeType == XmlNodeType.Element && reader.LocalName is "xf" && inCellFormats)
                dateStyles.Add(custom.GetValueOrDefault(Id(reader), BuiltInDates.Contains(Id(reader))));
        }

        static int Id(XmlReader reader) => XlsxPackage.Whole(reader.GetAttribute("numFmtId")) ?? 0;
    }

    void ReadSharedStrings(XlsxPackage package, ZipArchive archive)
    {
        if (package.SharedStringsPath is not { } path)
            return;
        using var reader = package.OpenPart(archive, path);
        var text = new StringBuilder();
        while (reader.Read())
        {
            if (reader.NodeType == XmlNodeType.EndElement && reader.LocalName is "si"
                || reader.NodeType == XmlNodeType.Element && reader.LocalName is "si" && reader.IsEmptyElement)
            {
                shared.Add(XlsxEscape.Unescape(text.ToString()));
                text.Clear();
            }
            else if (reader.NodeType == XmlNodeType.Element && reader.LocalName is "rPh")
            {
                SkipContent(reader);
            }
            else if (reader.NodeType == XmlNodeType.Element && reader.LocalName is "t")
            {
                AppendText(reader, text);
            }
        }
    }

    static void AppendText(XmlReader reader, StringBuilder text)
    {
        if (reader.IsEmptyElement)
            return;
        var depth = reader.Depth;
        while (reader.Read() && reader.Depth > depth)
        {
            if (reader.NodeType is XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace
                or XmlNodeType.Whitespace)
                text.Append(reader.Value);
        }
    }

    static void SkipContent(XmlReader reader)
    {
        if (reader.IsEmptyElement)
            return;
        var depth = reader.Depth;
        while (reader.Read() && reader.Depth > depth)
        {
        }
    }

    static bool IsDateFormat(string code) =>
        QuotedOrBracketed().Replace(code, "").AsSpan().IndexOfAny(DateLetters) >= 0
        && !code.Equals("General", StringComparison.OrdinalIgnoreCase);

    [GeneratedRegex(@"""[^""]*""|\[[^\]]*\]|\\.|_.|\*.",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex QuotedOrBracketed();
}

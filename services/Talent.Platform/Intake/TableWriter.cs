using System.Buffers;
using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Xml;

namespace Talent.Platform.Intake;

/// <summary>The formats tables are written in.</summary>
public enum TableFormat
{
    /// <summary>UTF-8 with byte order mark (Excel needs it), comma, CR LF.</summary>
    Csv,

    /// <summary>Office Open XML workbook with one sheet.</summary>
    Xlsx,
}

/// <summary>Writes tables of texts for spreadsheets. A text that a spreadsheet would run as a formula (it begins with
/// = + - @ or a tab, and is no plain number) gets an apostrophe in front; <see cref="TableReader"/> takes it away
/// again.</summary>
public static class TableWriter
{
    const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    const string PackageRelations = "http://schemas.openxmlformats.org/package/2006/relationships";
    const string Types = "http://schemas.openxmlformats.org/package/2006/content-types";
    const string Spreadsheet = "application/vnd.openxmlformats-officedocument.spreadsheetml";

    static readonly SearchValues<char> NeedQuotes = SearchValues.Create(",;\t\"\r\n");

    /// <summary>The media type of a format.</summary>
    public static string MediaType(TableFormat format) =>
        format == TableFormat.Csv ? "text/csv; charset=utf-8" : Spreadsheet + ".sheet";

    /// <summary>A table to fill in: the headings in the culture's language (Chinese, else the canonical names), and
    /// examples.</summary>
    /// <param name="examples">Rows of cells in the order of the columns.</param>
    public static byte[] Template(
        ColumnSet columns, TableFormat format, CultureInfo culture, IEnumerable<IReadOnlyList<string?>> examples)
    {
        using var file = new MemoryStream();
        Write(file, format, [.. columns.Columns.Select(column => column.Heading(culture))], examples);
        return file.ToArray();
    }

    /// <summary>Writes headings and rows; the stream stays open. Control characters are left out.</summary>
    public static void Write(
        Stream file, TableFormat format, IReadOnlyList<string> headings, IEnumerable<IReadOnlyList<string?>> rows)
    {
        var all = rows.Prepend(headings).Select(row => row.Select(Safe));
        if (format == TableFormat.Csv)
            WriteCsv(file, all);
        else
            WriteXlsx(file, all);
    }

    static string Safe(string? cell) => FormulaGuard.Neutralise(CellText.Tidy(cell ?? ""));

    static void WriteCsv(Stream file, IEnumerable<IEnumerable<string>> rows)
    {
        using var writer = new StreamWriter(file, new UTF8Encoding(true), leaveOpen: true) { NewLine = "\r\n" };
        foreach (var row in rows)
            writer.WriteLine(string.Join(',', row.Select(Quoted)));
    }

    static string Quoted(string cell) => cell.AsSpan().IndexOfAny(NeedQuotes) >= 0
        ? $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\""
        : cell;

    static void WriteXlsx(Stream file, IEnumerable<IEnumerable<string>> rows)
    {
        using var archive = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true);
        Part(archive, "[Content_Types].xml", WriteTypes);
        Part(archive, "_rels/.rels", xml => Relation(xml, "officeDocument", "xl/workbook.xml"));
        Part(archive, "xl/_rels/workbook.xml.rels", xml => Relation(xml, "worksheet", "worksheets/sheet1.xml"));
        Part(archive, "xl/workbook.xml", WriteWorkbook);
        Part(archive, "xl/worksheets/sheet1.xml", xml => WriteSheet(xml, rows));
    }

    static void Part(ZipArchive archive, string path, Action<XmlWriter> write)
    {
        var entry = archive.CreateEntry(path, CompressionLevel.Fastest);
        // A fixed time: the same rows give the same bytes.
        entry.LastWriteTime = new DateTimeOffset(2000, 1, 1, 0, 0, 0, TimeSpan.Zero);
        using var stream = entry.Open();
        using var xml = XmlWriter.Create(stream, new XmlWriterSettings { Encoding = new UTF8Encoding(false) });
        xml.WriteStartDocument(standalone: true);
        write(xml);
        xml.WriteEndDocument();
    }

    static void WriteTypes(XmlWriter xml)
    {
        xml.WriteStartElement("Types", Types);
        Declare("Default", "Extension", "rels", "application/vnd.openxmlformats-package.relationships+xml");
        Declare("Override", "PartName", "/xl/workbook.xml", Spreadsheet + ".sheet.main+xml");
        Declare("Override", "PartName", "/xl/worksheets/sheet1.xml", Spreadsheet + ".worksheet+xml");
        xml.WriteEndElement();

        void Declare(string element, string attribute, string what, string type)
        {
            xml.WriteStartElement(element, Types);
            xml.WriteAttributeString(attribute, what);
            xml.WriteAttributeString("ContentType", type);
            xml.WriteEndElement();
        }
    }

    static void Relation(XmlWriter xml, string type, string target)
    {
        xml.WriteStartElement("Relationships", PackageRelations);
        xml.WriteStartElement("Relationship", PackageRelations);
        xml.WriteAttributeString("Id", "rId1");
        xml.WriteAttributeString("Type", $"{Relations}/{type}");
        xml.WriteAttributeString("Target", target);
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    static void WriteWorkbook(XmlWriter xml)
    {
        xml.WriteStartElement("workbook", Main);
        xml.WriteStartElement("sheets", Main);
        xml.WriteStartElement("sheet", Main);
        xml.WriteAttributeString("name", "Talent");
        xml.WriteAttributeString("sheetId", "1");
        xml.WriteAttributeString("r", "id", Relations, "rId1");
        xml.WriteEndElement();
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    static void WriteSheet(XmlWriter xml, IEnumerable<IEnumerable<string>> rows)
    {
        xml.WriteStartElement("worksheet", Main);
        xml.WriteStartElement("sheetData", Main);
        var number = 0;
        foreach (var row in rows)
        {
            xml.WriteStartElement("row", Main);
            xml.WriteAttributeString("r", (++number).ToString(CultureInfo.InvariantCulture));
            foreach (var cell in row)
                WriteCell(xml, cell);
            xml.WriteEndElement();
        }
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    // Cells are written as texts in place, never as numbers or dates: an id such as 007 stays as it is.
    static void WriteCell(XmlWriter xml, string cell)
    {
        xml.WriteStartElement("c", Main);
        if (cell.Length > 0)
        {
            xml.WriteAttributeString("t", "inlineStr");
            xml.WriteStartElement("is", Main);
            xml.WriteStartElement("t", Main);
            xml.WriteAttributeString("xml", "space", null, "preserve");
            xml.WriteString(XlsxEscape.Escape(cell));
            xml.WriteEndElement();
            xml.WriteEndElement();
        }
        xml.WriteEndElement();
    }
}

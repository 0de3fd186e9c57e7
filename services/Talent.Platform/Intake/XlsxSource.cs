using System.Xml;

namespace Talent.Platform.Intake;

/// <summary>Reads the rows of an .xlsx workbook (ECMA-376 part 1, 18.3) straight from its XML, forward only. Our own
/// reader, because what is unpacked must be counted while it is unpacked, and because a sheet that claims to have a
/// million rows or sixteen thousand columns must cost nothing.</summary>
sealed class XlsxSource
{
    readonly XlsxPackage package;
    readonly XlsxCells cells;
    readonly FileLimits limits;
    readonly string sheet;

    XlsxSource(XlsxPackage package, XlsxCells cells, FileLimits limits, string sheet)
    {
        (this.package, this.cells, this.limits, this.sheet) = (package, cells, limits, sheet);
    }

    /// <summary>Opens the first sheet whose first row that is not blank holds a known heading; the first sheet when
    /// none does.</summary>
    /// <exception cref="IntakeException">Not a workbook, damaged, or unpacking to too much.</exception>
    public static XlsxSource Open(byte[] content, string fileName, ColumnSet columns, FileLimits limits) =>
        XlsxPackage.Guarded(() =>
        {
            var opened = new XlsxPackage(content, fileName, limits);
            var texts = XlsxCells.Read(opened);
            var sheets = opened.Sheets
                .Select(path => new XlsxSource(opened, texts, limits, path))
                .ToArray();
            return sheets.FirstOrDefault(source => source.HasHeading(columns))
                ?? sheets.FirstOrDefault()
                ?? throw new IntakeException(IntakeErrors.EmptyFile());
        });

    /// <summary>The rows that the file holds; <see cref="RawRecord.Number"/> skips those it leaves out.</summary>
    public IEnumerable<RawRecord> Records()
    {
        using var archive = package.OpenArchive();
        using var reader = package.OpenPart(archive, sheet);
        var number = 0;
        while (XlsxPackage.Guarded(() => NextRow(reader, ref number)) is { } record)
            yield return record;
    }

    bool HasHeading(ColumnSet columns) =>
        Records().FirstOrDefault(record => !record.IsBlank).Cells?.Any(cell => columns.Find(cell) is not null) == true;

    RawRecord? NextRow(XmlReader reader, ref int number)
    {
        while (reader.Read())
        {
            if (reader.NodeType != XmlNodeType.Element || !reader.LocalName.Equals("row", StringComparison.Ordinal))
                continue;
            // Rows come in rising order; one that does not is counted on from the row before.
            number = Math.Max(number + 1, XlsxPackage.Whole(reader.GetAttribute("r")) ?? 0);
            return new(number, Row(reader), Sparse: true);
        }
        return null;
    }

    List<string> Row(XmlReader reader)
    {
        var row = new List<string>();
        if (reader.IsEmptyElement)
            return row;
        var depth = reader.Depth;
        var column = -1;
        while (reader.Read() && reader.Depth > depth)
        {
            if (reader.NodeType != XmlNodeType.Element || !reader.LocalName.Equals("c", StringComparison.Ordinal))
                continue;
            column = Column(reader.GetAttribute("r")) ?? column + 1;
            var text = cells.Text(reader);
            if (text.Length > 0)
                Place(row, Math.Min(column, limits.MaxColumns), text);
        }
        return row;
    }

    static void Place(List<string> row, int column, string text)
    {
        while (row.Count <= column)
            row.Add("");
        row[column] = text;
    }

    /// <summary>The column of a reference such as <c>AB12</c>, from 0.</summary>
    static int? Column(string? reference)
    {
        var column = 0;
        var letters = 0;
        foreach (var letter in reference ?? "")
        {
            if (letter is < 'A' or > 'Z' || letters == 3)
                break;
            column = column * 26 + (letter - 'A' + 1);
            letters++;
        }
        return letters == 0 ? null : column - 1;
    }
}

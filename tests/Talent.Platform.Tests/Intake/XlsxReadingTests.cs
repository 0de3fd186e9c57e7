using System.IO.Compression;
using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using Talent.Platform.Intake;
using static Talent.Platform.Tests.Intake.SampleColumns;

namespace Talent.Platform.Tests.Intake;

/// <summary>Workbooks are made with Microsoft's library, so that ours is held against another's idea of the
/// format.</summary>
public sealed class XlsxReadingTests
{
    [Fact]
    public void Reads_texts_numbers_dates_booleans_and_formulas()
    {
        var content = Workbook(sheet =>
        {
            sheet.Append(Line(1, Text("title"), Text("国家"), Text("pay_min"), Text("description"), Text("skills")));
            sheet.Append(Line(2, Shared(0), Text("MY"), Number("1200.5"), Number("46143", style: 1), Formula("7")));
            sheet.Append(Line(5, Shared(1), Text("VN"), Number("0.30000000000000004"), Number("46143.5", style: 2)));
            sheet.Append(Line(6, Text("C_x000D_D"), Text("VN"), Number("1.2E+4"), Boolean(true), Error("#REF!")));
        });

        var rows = Open(content, "jobs.xlsx").Rows().ToArray();

        rows.Select(row => row.Number).ShouldBe([2, 5, 6]);
        rows[0]["title"].ShouldBe("Welder");
        rows[0]["pay_min"].ShouldBe("1200.5");
        rows[0]["description"].ShouldBe("2026-05-01");
        rows[0]["skills"].ShouldBe("7");
        rows[1]["title"].ShouldBe("焊工");
        rows[1]["pay_min"].ShouldBe("0.3");
        rows[1]["description"].ShouldBe("2026-05-01 12:00:00");
        rows[1].Errors.ShouldBeEmpty();
        rows[2]["title"].ShouldBe("C\nD");
        rows[2]["pay_min"].ShouldBe("12000");
        rows[2]["description"].ShouldBe("true");
        rows[2].Errors.ShouldBe([IntakeErrors.CellError("skills", "#REF!")]);
    }

    [Fact]
    public void Takes_the_first_sheet_with_known_headings()
    {
        var content = Workbook(
            sheet => sheet.Append(Line(1, Text("How to fill in this table"))),
            sheet => sheet.Append(Line(3, Text("title"), Text("country")), Line(4, Text("A"), Text("MY"))));

        var row = Open(content, "jobs.xlsx").Rows().Single();

        row.Number.ShouldBe(4);
        row["title"].ShouldBe("A");
    }

    [Fact]
    public void A_cell_at_the_far_end_of_a_sheet_costs_nothing()
    {
        var content = Workbook(sheet =>
        {
            sheet.Append(Line(1, Text("title"), Text("country")));
            sheet.Append(new Row(At("XFD1048576", Text("far"))) { RowIndex = 1_048_576 });
        });

        var row = Open(content, "jobs.xlsx").Rows().Single();

        row.Number.ShouldBe(1_048_576);
        row.Errors.ShouldBe([IntakeErrors.TooManyCells(201, 2)]);
    }

    [Fact]
    public void Refuses_a_zip_that_is_no_workbook() =>
        Refusal(() => Open(Zip(("readme.txt", "hello")), "jobs.xlsx"))
            .ShouldBe(IntakeErrors.ContentMismatch("jobs.xlsx", "ZIP"));

    [Fact]
    public void Refuses_a_bomb_before_unpacking_it()
    {
        var content = ZipOfZeros(300);
        content.Length.ShouldBeLessThan(1024 * 1024);

        Refusal(() => Open(content, "jobs.xlsx")).ShouldBe(IntakeErrors.ZipBomb(FileLimits.Default.MaxUnzippedBytes));
    }

    [Fact]
    public void Refuses_a_ratio_that_no_table_reaches()
    {
        // 64 MB, below the limit of size: the ratio alone gives it away.
        Refusal(() => Open(ZipOfZeros(64), "jobs.xlsx")).Code.ShouldBe("zip-bomb");
    }

    [Fact]
    public void Refuses_an_archive_of_too_many_entries() =>
        Refusal(() => Open(Zip([.. Enumerable.Range(0, 1001).Select(at => ($"{at}", ""))]), "jobs.xlsx"))
            .Code.ShouldBe("zip-bomb");

    [Fact]
    public void Never_unpacks_more_than_allowed_even_when_the_archive_lies_about_its_size()
    {
        var limits = new FileLimits { MaxUnzippedBytes = 100_000 };
        using var file = new MemoryStream();
        TableWriter.Write(file, TableFormat.Xlsx, ["title", "country"],
            Enumerable.Range(0, 5_000).Select(at => new[] { $"Welder {at}", "MY" }));
        Refusal(() => Open(file.ToArray(), "jobs.xlsx", limits)).Code.ShouldBe("zip-bomb");

        var lying = DeclareSizes(file.ToArray(), 10);

        // Either the count stops it, or the archive's own reader notices that the sizes don't agree.
        Refusal(() => Open(lying, "jobs.xlsx", limits)).Code.ShouldBeOneOf("zip-bomb", "not-readable");
    }

    [Fact]
    public void The_bound_counts_what_really_comes_out()
    {
        using var bounded = new BoundedStream(new MemoryStream(new byte[50]), 40);

        Should.Throw<IntakeException>(() => bounded.CopyTo(Stream.Null)).Error.Code.ShouldBe("zip-bomb");
    }

    [Fact]
    public void Refuses_entities_in_xml()
    {
        const string Bomb = """<!DOCTYPE w [<!ENTITY a "aaaaaaaaaa">]><workbook>&a;</workbook>""";

        Refusal(() => Open(Zip(("xl/workbook.xml", Bomb)), "jobs.xlsx")).Code.ShouldBe("not-readable");
    }

    /// <summary>Sets the unpacked size of every entry in the central directory (offset 24) and local headers
    /// (22).</summary>
    static byte[] DeclareSizes(byte[] zip, int size)
    {
        for (var at = 0; at < zip.Length - 30; at++)
        {
            if (zip.AsSpan(at).StartsWith("PK\x01\x02"u8))
                BitConverter.TryWriteBytes(zip.AsSpan(at + 24), size);
            else if (zip.AsSpan(at).StartsWith("PK\x03\x04"u8))
                BitConverter.TryWriteBytes(zip.AsSpan(at + 22), size);
        }
        return zip;
    }

    static byte[] Zip(params (string Path, string Content)[] entries)
    {
        using var file = new MemoryStream();
        using (var archive = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (path, content) in entries)
            {
                using var stream = archive.CreateEntry(path).Open();
                stream.Write(Encoding.UTF8.GetBytes(content));
            }
        }
        return file.ToArray();
    }

    static byte[] ZipOfZeros(int megabytes)
    {
        using var file = new MemoryStream();
        using (var archive = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            using var stream = archive.CreateEntry("xl/workbook.xml", CompressionLevel.Optimal).Open();
            var zeros = new byte[1024 * 1024];
            for (var at = 0; at < megabytes; at++)
                stream.Write(zeros);
        }
        return file.ToArray();
    }

    static byte[] Workbook(params Action<SheetData>[] sheets)
    {
        using var file = new MemoryStream();
        using (var document = SpreadsheetDocument.Create(file, SpreadsheetDocumentType.Workbook))
        {
            var book = document.AddWorkbookPart();
            book.Workbook = new Workbook(new Sheets());
            book.AddNewPart<WorkbookStylesPart>().Stylesheet = Styles();
            book.AddNewPart<SharedStringTablePart>().SharedStringTable = Strings();
            foreach (var fill in sheets)
            {
                var part = book.AddNewPart<WorksheetPart>();
                var data = new SheetData();
                fill(data);
                part.Worksheet = new Worksheet(data);
                var id = (uint)book.Workbook.Sheets!.Count() + 1;
                book.Workbook.Sheets!.AppendChild(
                    new Sheet { Id = book.GetIdOfPart(part), SheetId = id, Name = $"Sheet{id}" });
            }
        }
        return file.ToArray();
    }

    static SharedStringTable Strings() => new(
        new SharedStringItem(new Text("Welder")),
        new SharedStringItem(
            new Run(new Text("焊")), new Run(new Text("工")),
            new PhoneticRun(new Text("hàngōng")) { BaseTextStartIndex = 0, EndingBaseIndex = 2 }));

    static Stylesheet Styles() => new(
        new NumberingFormats(
            new NumberingFormat { NumberFormatId = 164, FormatCode = "yyyy\"年\"m\"月\"d\"日\" hh:mm" }),
        new CellFormats(
            new CellFormat { NumberFormatId = 0 },
            new CellFormat { NumberFormatId = 14 },
            new CellFormat { NumberFormatId = 164 }));

    static Row Line(uint number, params Cell[] cells) => new(cells) { RowIndex = number };
    static Cell Text(string text) => new(new InlineString(new Text(text))) { DataType = CellValues.InlineString };
    static Cell Shared(int index) => new(new CellValue($"{index}")) { DataType = CellValues.SharedString };
    static Cell Number(string value, uint style = 0) => new(new CellValue(value)) { StyleIndex = style };
    static Cell Boolean(bool value) => new(new CellValue(value)) { DataType = CellValues.Boolean };
    static Cell Error(string value) => new(new CellValue(value)) { DataType = CellValues.Error };
    static Cell Formula(string cached) => new(new CellFormula("3+4"), new CellValue(cached));

    static Cell At(string reference, Cell cell)
    {
        cell.CellReference = reference;
        return cell;
    }
}

using System.Globalization;
using System.Text;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using ExcelDataReader;
using FsCheck;
using FsCheck.Fluent;
using Talent.Platform.Intake;
using static Talent.Platform.Tests.Intake.SampleColumns;

namespace Talent.Platform.Tests.Intake;

public sealed class RoundTripTests
{
    static readonly string[] Pieces =
    [
        "\"", ",", ";", "\t", "\n", "\r\n", "'", "=", "+", "-", "@", "＝", " ", "5", "a", "焊工", "𠮷", "é", "\u00a0",
        "_x000D_", "_x0041_x0042_", "<&>", "\ufeff", "\0", "\u0007", "sep=;", "#N/A ", "\u2028", "\uffff", "العربية",
    ];

    static readonly Gen<string> Cells = Gen.Elements(Pieces).ArrayOf().Select(pieces => string.Concat(pieces.Take(12)));

    [Theory]
    [InlineData(TableFormat.Csv)]
    [InlineData(TableFormat.Xlsx)]
    public void What_is_written_reads_back(TableFormat format)
    {
        var property = Prop.ForAll(Cells.ArrayOf(8).ToArbitrary(), cells =>
        {
            var rows = cells.Chunk(2).Select(pair => new[] { "x" + pair[0], pair[1] }).ToArray();
            var read = Read(Write(format, rows), format);
            read.Select(row => row["title"]).ShouldBe(rows.Select(row => Expected(row[0])));
            read.Select(row => row["description"]).ShouldBe(rows.Select(row => Expected(row[1])));
        });

        Check.One(Config.QuickThrowOnFailure.WithMaxTest(400), property);
    }

    [Theory]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("+cmd|' /C calc'!A0", "'+cmd|' /C calc'!A0")]
    [InlineData("-2+3", "'-2+3")]
    [InlineData("@SUM(A1)", "'@SUM(A1)")]
    [InlineData("＝1", "'＝1")]
    [InlineData("'=1", "''=1")]
    [InlineData("-5", "-5")]
    [InlineData("+8613800000000", "+8613800000000")]
    [InlineData("-5.25", "-5.25")]
    [InlineData("O'Brien", "O'Brien")]
    [InlineData("'quoted'", "'quoted'")]
    public void A_cell_that_would_run_as_a_formula_is_neutralised_and_reads_back(string cell, string written)
    {
        Encoding.UTF8.GetString(Write(TableFormat.Csv, [["x", cell]])).ShouldEndWith($"MY,x,{written}\r\n");

        foreach (var format in new[] { TableFormat.Csv, TableFormat.Xlsx })
            Read(Write(format, [["x", cell]]), format).Single()["description"].ShouldBe(cell);
    }

    [Fact]
    public void Workbooks_are_valid_and_other_libraries_read_them()
    {
        var content = Write(TableFormat.Xlsx, [["Welder", "=1+1"], ["焊工 𠮷", "two\nlines"], ["", "007"]]);

        using var document = SpreadsheetDocument.Open(new MemoryStream(content), isEditable: false);
        new OpenXmlValidator().Validate(document).Select(error => error.Description).ShouldBeEmpty();
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        using var reader = ExcelReaderFactory.CreateReader(new MemoryStream(content));
        var rows = new List<(string?, string?)>();
        while (reader.Read())
            rows.Add((reader.GetString(1), reader.GetString(2)));
        rows.ShouldBe(
        [
            ("title", "description"), ("Welder", "'=1+1"), ("焊工 𠮷", "two\nlines"), (null, "007"),
        ]);
    }

    [Theory]
    [InlineData(TableFormat.Csv, "zh", "职位名称")]
    [InlineData(TableFormat.Xlsx, "zh", "职位名称")]
    [InlineData(TableFormat.Csv, "en", "title")]
    [InlineData(TableFormat.Csv, "fr", "title")]
    public void A_template_reads_back_as_it_is(TableFormat format, string language, string heading)
    {
        var culture = CultureInfo.GetCultureInfo(language);
        var template = TableWriter.Template(JobColumns, format, culture, [["J-1", "焊工", "MY", "1200", "焊接:3!", null]]);

        var file = Open(template, format == TableFormat.Csv ? "template.csv" : "template.xlsx");

        file.Notes.ShouldBeEmpty();
        file.Rows().Single()["skills"].ShouldBe("焊接:3!");
        JobColumns.Columns[1].Heading(culture).ShouldBe(heading);
    }

    [Fact]
    public void Damaged_files_throw_nothing_but_refusals()
    {
        byte[][] originals =
        [
            Write(TableFormat.Csv, [["Welder", "two\nlines"], ["焊工", "\"quoted\""]]),
            Write(TableFormat.Xlsx, [["Welder", "two\nlines"], ["焊工", "\"quoted\""]]),
            [.. """{"items":[{"title":"A","pay":{"min":1}},{"title":"焊"}]}"""u8],
            CodePagesEncodingProvider.Instance.GetEncoding("GB18030")!.GetBytes("职位名称,国家\n焊工,马来西亚"),
            [],
        ];
        var damage = from original in Gen.Elements(originals)
                     from places in Gen.Choose(0, 1_000_000).ArrayOf()
                     from values in Gen.Choose(0, 255).ArrayOf()
                     from cut in Gen.Choose(0, 4)
                     from name in Gen.Elements("a.csv", "a.xlsx", "a.json", "a.tsv", "a")
                     select (Content: Damage(original, places, values, cut), Name: name);
        var property = Prop.ForAll(damage.ToArbitrary(), file => ReadsOrRefuses(file.Content, file.Name));

        Check.One(Config.QuickThrowOnFailure.WithMaxTest(3_000), property);
    }

    static bool ReadsOrRefuses(byte[] content, string name)
    {
        try
        {
            foreach (var row in Open(content, name).Rows())
                _ = row.Json is null ? row["title"] : row.Deserialize<Contracts.Jobs.JobNeedInput>().Value?.Title;
        }
        catch (IntakeException refusal)
        {
            return IntakeMessages.Render(refusal.Error, CultureInfo.InvariantCulture).Length > 0;
        }
        return true;
    }

    static byte[] Damage(byte[] original, int[] places, int[] values, int cut)
    {
        if (original.Length == 0)
            return [.. values.Select(value => (byte)value)];
        var content = original.ToArray();
        foreach (var (place, value) in places.Zip(values))
            content[place % content.Length] = (byte)value;
        return cut == 0 && places.Length > 0 ? content[..(places[0] % content.Length)] : content;
    }

    // Written out anew rather than borrowed from the reader: trimmed, \n for every line break, no control characters.
    static string? Expected(string cell)
    {
        var text = cell.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n');
        text = string.Concat(text.Where(letter => letter is '\t' or '\n' or >= ' ' and not '\uffff'));
        var visible = text.Select(letter => !char.IsWhiteSpace(letter) && letter != '\ufeff').ToList();
        var first = visible.IndexOf(true);
        return first < 0 ? null : text[first..(visible.LastIndexOf(true) + 1)];
    }

    static byte[] Write(TableFormat format, string[][] rows)
    {
        using var file = new MemoryStream();
        TableWriter.Write(
            file, format, ["country", "title", "description"], rows.Select(row => new[] { "MY", row[0], row[1] }));
        return file.ToArray();
    }

    static ImportRow[] Read(byte[] content, TableFormat format) =>
        [.. Open(content, format == TableFormat.Csv ? "a.csv" : "a.xlsx").Rows()];
}

using System.Text;
using Talent.Platform.Intake;
using static Talent.Platform.Tests.Intake.SampleColumns;

namespace Talent.Platform.Tests.Intake;

public sealed class CsvReadingTests
{
    static readonly Encoding Gb18030 = CodePagesEncodingProvider.Instance.GetEncoding("GB18030")!;

    public static TheoryData<string, bool, char, bool> Variants()
    {
        var variants = new TheoryData<string, bool, char, bool>();
        foreach (var encoding in new[] { "utf-8", "utf-16LE", "utf-16BE", "GB18030" })
        {
            foreach (var mark in new[] { false, true })
            {
                foreach (var delimiter in ",;\t")
                {
                    variants.Add(encoding, mark, delimiter, true);
                    variants.Add(encoding, mark, delimiter, false);
                }
            }
        }
        return variants;
    }

    [Theory]
    [MemberData(nameof(Variants))]
    public void Reads_every_encoding_delimiter_and_language_of_headings(
        string encoding, bool mark, char delimiter, bool chinese)
    {
        var headings = chinese ? new[] { "国家", "职位名称", "技能要求" } : ["Country", "Job Title", "SKILLS"];
        var lines = new[]
        {
            string.Join(delimiter, headings),
            string.Join(delimiter, "马来西亚", "机器人焊接工 €𠮷", $"\"PLC编程{delimiter}焊接\""),
        };
        var codec = encoding is "GB18030" ? Gb18030 : Encoding.GetEncoding(encoding);
        byte[] content = [.. mark ? codec.GetBytes("\ufeff") : [], .. codec.GetBytes(string.Join("\r\n", lines))];

        var file = Open(content);

        file.Total.ShouldBe(1);
        file.Notes.ShouldBeEmpty();
        var row = file.Rows().Single();
        row.Errors.ShouldBeEmpty();
        row.Number.ShouldBe(2);
        row["title"].ShouldBe("机器人焊接工 €𠮷");
        row["country"].ShouldBe("马来西亚");
        row["skills"].ShouldBe($"PLC编程{delimiter}焊接");
        row["pay_min"].ShouldBeNull();
    }

    [Fact]
    public void Numbers_rows_by_record_whatever_line_breaks_cells_hold()
    {
        var rows = Rows("title,country,description\nWelder,MY,\"two\r\nlines\"\n\n,,\nCook,VN,x\n");

        rows.Select(row => row.Number).ShouldBe([2, 5]);
        rows[0]["description"].ShouldBe("two\nlines");
    }

    [Theory]
    [InlineData("\n")]
    [InlineData("\r\n")]
    [InlineData("\r")]
    public void Reads_any_line_ending(string end) =>
        Rows($"title,country{end}Welder,MY{end}Cook,VN").Select(row => row["title"]).ShouldBe(["Welder", "Cook"]);

    [Fact]
    public void Takes_the_separator_that_excel_states()
    {
        var rows = Rows("sep=;\r\ntitle;country;description\r\nWelder;MY;a,b,c,d\r\n");

        rows.Single().Number.ShouldBe(2);
        rows.Single()["description"].ShouldBe("a,b,c,d");
    }

    [Fact]
    public void Takes_the_delimiter_that_makes_known_headings() =>
        Rows("title;country;\"pay, min, max, net\"\nWelder;MY;1").Single()["country"].ShouldBe("MY");

    [Fact]
    public void Costs_one_row_when_a_quotation_mark_is_broken()
    {
        var rows = Rows("title,country,description\nA,MY,\"opened\nB,VN,\"he said \"hi\" there\"\n"
            + "C,CN,\"fine\"\nD,BR,5\" pipe");

        rows.Select(row => row.Number).ShouldBe([2, 3, 4, 5]);
        rows[0].Errors.ShouldBe([IntakeErrors.BadQuotes()]);
        rows[1].Errors.ShouldBe([IntakeErrors.BadQuotes()]);
        rows[2].Errors.ShouldBeEmpty();
        rows[3]["description"].ShouldBe("5\" pipe");
    }

    [Fact]
    public void Costs_one_row_when_the_last_quotation_mark_never_closes()
    {
        var rows = Rows("title,country\n\"A,MY\nB,VN\n");

        rows[0].Errors.ShouldBe([IntakeErrors.BadQuotes()]);
        rows[1]["title"].ShouldBe("B");
    }

    [Fact]
    public void Reports_rows_with_too_many_or_too_few_cells_but_not_empty_ones_at_the_end()
    {
        var rows = Rows("title,country,skills,,\nA,MY,x,y\nB\nC,VN,x,,,,\n");

        rows[0].Errors.ShouldBe([IntakeErrors.TooManyCells(4, 3)]);
        rows[1].Errors.ShouldBe([IntakeErrors.TooFewCells(1, 3)]);
        rows[2].Errors.ShouldBeEmpty();
    }

    [Fact]
    public void Reports_a_cell_that_is_too_long_and_one_with_a_formula_error()
    {
        var row = Rows($"title,country,pay_min\n{new string('x', 201)},MY,#N/A").Single();

        row.Errors.ShouldBe([IntakeErrors.TooLong("title", 200, 201), IntakeErrors.CellError("pay_min", "#N/A")]);
        row["title"].ShouldBeNull();
    }

    [Fact]
    public void Notes_an_unknown_heading_with_the_nearest_known_one()
    {
        var file = Open("title,country,skils\nA,MY,x");

        file.Notes.ShouldBe([IntakeErrors.UnknownHeading("skils", "skills")]);
        file.Rows().Single().Errors.ShouldBeEmpty();
    }

    [Fact]
    public void Refuses_duplicate_and_missing_headings_by_name()
    {
        Refusal(() => Open("title,country,职位名称\nA,MY,B")).ShouldBe(IntakeErrors.DuplicateHeading("职位名称", "title"));
        Refusal(() => Open("skills\nx")).ShouldBe(IntakeErrors.MissingHeading("title, country"));
        Refusal(() => Open(" \n,,\n")).ShouldBe(IntakeErrors.EmptyFile());
    }

    [Fact]
    public void Refuses_one_row_more_than_allowed_and_takes_the_last_allowed()
    {
        var rows = new StringBuilder("title,country\n").Insert(14, "A,MY\n", 20_000);
        Open(rows.ToString()).Total.ShouldBe(20_000);

        Refusal(() => Open(rows.Append("A,MY\n").ToString())).ShouldBe(IntakeErrors.TooManyRows(20_000));
    }

    [Fact]
    public void Refuses_a_file_of_21_megabytes() =>
        Refusal(() => Open(new byte[21 * 1024 * 1024])).ShouldBe(IntakeErrors.FileTooLarge(20 * 1024 * 1024));

    [Fact]
    public void Refuses_too_many_columns()
    {
        var headings = "title,country," + string.Join(',', Enumerable.Range(0, 300));

        Refusal(() => Open(headings + "\nA,MY")).ShouldBe(IntakeErrors.TooManyColumns(200));
    }

    [Fact]
    public void Refuses_bytes_that_are_no_text() =>
        Refusal(() => Open([0x74, 0xE9, 0x2C, 0xFF, 0xFF])).ShouldBe(IntakeErrors.UnknownEncoding());

    [Fact]
    public void Drops_zero_bytes_that_databases_refuse() =>
        Open([.. "\ufefftitle,country\nA\0B,MY"u8]).Rows().Single()["title"].ShouldBe("AB");

    [Fact]
    public void Reads_the_same_rows_twice()
    {
        var file = Open("title,country\nA,MY\n");

        file.Rows().Single()["title"].ShouldBe(file.Rows().Single()["title"]);
    }
}

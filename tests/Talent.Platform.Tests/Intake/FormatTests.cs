using System.Text;
using System.Text.Json;
using Talent.Contracts.Jobs;
using Talent.Platform.Intake;
using static Talent.Platform.Tests.Intake.SampleColumns;

namespace Talent.Platform.Tests.Intake;

public sealed class FormatTests
{
    [Fact]
    public void Tells_what_a_file_holds_from_its_bytes()
    {
        Refusal(() => Open("title,country"u8.ToArray(), "jobs.xlsx")).Code.ShouldBe("content-mismatch");
        Refusal(() => Open("PK\x03\x04...."u8.ToArray(), "jobs.csv")).Code.ShouldBe("content-mismatch");
        Refusal(() => Open("PK\x03\x04...."u8.ToArray(), "jobs.xlsx")).Code.ShouldBe("not-readable");
        Refusal(() => Open("%PDF-1.7"u8.ToArray(), "jobs.csv"))
            .ShouldBe(IntakeErrors.ContentMismatch("jobs.csv", "PDF"));
        Refusal(() => Open("x"u8.ToArray(), "jobs.doc")).ShouldBe(IntakeErrors.UnsupportedFormat("jobs.doc"));
    }

    [Fact]
    public void Tells_old_spreadsheets_from_protected_ones()
    {
        byte[] mark = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];

        Refusal(() => Open(mark, "jobs.xls")).ShouldBe(IntakeErrors.LegacySpreadsheet());
        Refusal(() => Open([.. mark, .. Encoding.Unicode.GetBytes("EncryptedPackage")], "jobs.xlsx"))
            .ShouldBe(IntakeErrors.EncryptedFile());
    }

    [Theory]
    [InlineData("""[{"title":"A"},{"title":"B"}]""")]
    [InlineData("""{"items":[{"title":"A"},{"title":"B"},]} // done""")]
    public void Reads_items_of_an_array_or_of_an_object(string json)
    {
        var file = Open(Encoding.UTF8.GetBytes(json), "jobs.json");

        file.Total.ShouldBe(2);
        file.Rows().Select(row => row.Number).ShouldBe([1, 2]);
        file.Rows().Select(row => row.Deserialize<JobNeedInput>().Value!.Title).ShouldBe(["A", "B"]);
    }

    [Fact]
    public void Each_item_stands_alone()
    {
        var json = """
            [7, {"title":"A","openings":"many"}, {"title":"B","pay":{"min":[]}}, {"title":"\ud800"}, {"title":"C"}]
            """;
        var rows = Open(Encoding.UTF8.GetBytes(json), "jobs.json").Rows().ToArray();

        rows[0].Errors.ShouldBe([IntakeErrors.NotAnObject()]);
        rows[1].Deserialize<JobNeedInput>().Errors.ShouldBe([IntakeErrors.WrongType("openings")]);
        rows[2].Deserialize<JobNeedInput>().Errors.ShouldBe([IntakeErrors.WrongType("pay.min")]);
        rows[3].Deserialize<JobNeedInput>().Errors.Single().Code.ShouldBe("wrong-type");
        rows[4].Deserialize<JobNeedInput>().Value!.Title.ShouldBe("C");
    }

    [Theory]
    [InlineData("{", "not-readable")]
    [InlineData("{}", "not-an-array")]
    [InlineData("\"x\"", "not-an-array")]
    public void Refuses_json_that_is_no_list(string json, string code) =>
        Refusal(() => Open(Encoding.UTF8.GetBytes(json), "jobs.json")).Code.ShouldBe(code);

    [Fact]
    public void Refuses_json_nested_too_deeply() =>
        Refusal(() => Open(Encoding.UTF8.GetBytes(new string('[', 5000)), "jobs.json")).Code.ShouldBe("not-readable");

    [Fact]
    public void Refuses_one_item_more_than_allowed() =>
        Refusal(() => Open(JsonSerializer.SerializeToUtf8Bytes(new int[20_001]), "jobs.json"))
            .ShouldBe(IntakeErrors.TooManyRows(20_000));
}

using System.Globalization;
using System.Net.Http.Json;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Talent.Contracts.Jobs;
using Talent.Contracts.Platform;
using Talent.Jobs.Data;
using Talent.Testing;

namespace Talent.Jobs.Tests.Imports;

public sealed class LargeImportTests
{
    static readonly Encoding Gb18030 = CodePagesEncodingProvider.Instance.GetEncoding("GB18030")!;

    const string Headings = "编号,职位名称,职位描述,技能要求,语言要求,学历要求,国家,时区,工作方式,招聘人数,最低薪资,最高薪资,币种,截止日期";

    /// <summary>Twelve ways in which a row can be wrong: the column, the code, and the row with that cell.</summary>
    static readonly (string Column, string Code, Func<int, string> Row)[] Kinds =
    [
        ("title", "missing", number => Row(number, title: "")),
        ("country", "unknown-country", number => Row(number, country: "亚特兰蒂斯")),
        ("skills", "level-out-of-range", number => Row(number, skills: "PLC编程:7!")),
        ("languages", "bad-language-level", number => Row(number, languages: "en:Z9")),
        ("education", "bad-education", number => Row(number, education: "幼儿高级")),
        ("time_zone", "unknown-zone", number => Row(number, zone: "Mars/Base")),
        ("mode", "unknown-option", number => Row(number, mode: "月球")),
        ("openings", "number-out-of-range", number => Row(number, openings: "0")),
        ("pay_min", "pay-min-above-pay-max", number => Row(number, payMin: "9000")),
        ("currency", "unknown-currency", number => Row(number, currency: "QQQ")),
        ("closes_on", "date-in-past", number => Row(number, closesOn: "2020-01-31")),
        ("external_id", "duplicate-external-id", _ => Row(1)),
    ];

    [Theory, StoreData]
    public async Task Ten_thousand_rows_in_GB18030_come_in_but_for_the_37_bad_ones_which_are_named(string store)
    {
        await using var app = await JobsApi.StartAsync(store);
        var employer = app.Employer();
        var (file, wrong) = Table(rows: 10_000, bad: 37);
        var report = await employer.ImportAsync("jobs", "岗位.csv", file, deadline: TimeSpan.FromMinutes(3));
        report.State.ShouldBe("done");
        ImportTests.Counts(report).ShouldBe((9_963, 0, 0, 37));
        report.Errors.Select(error => (error.Row, error.Column!, error.Code)).ShouldBe(wrong);
        report.Errors.Select(error => error.Code).Distinct(StringComparer.Ordinal).Count().ShouldBe(12);
        report.Errors.ShouldAllBe(error => error.Message.Length > 10);

        var again = await employer.ImportAsync("jobs", "岗位.csv", file, deadline: TimeSpan.FromMinutes(3));
        ImportTests.Counts(again).ShouldBe((0, 0, 9_963, 37));
        (await InStoreAsync(app, db => db.Requisitions.CountAsync())).ShouldBe(9_963);
        (await InStoreAsync(app, db => db.Requisitions.CountAsync(job => job.Version > 2))).ShouldBe(0);
        (await InStoreAsync(app, db => db.Outbox.CountAsync(row => row.Type == typeof(JobNeedChanged).FullName)))
            .ShouldBe(9_963);
        (await InStoreAsync(app, db => db.ImportFiles.CountAsync())).ShouldBe(0, "the uploaded bytes are not kept");
    }

    [Fact]
    public async Task An_import_that_is_interrupted_goes_on_after_the_next_start_and_takes_each_row_once()
    {
        using var folder = new TempFolder();
        var (file, _) = Table(rows: 4_000, bad: 12);
        // Rows without an external id could be taken twice without anybody noticing: these have none.
        var text = Gb18030.GetString(file).Replace("编号", "部门内部编码", StringComparison.Ordinal);
        var interruptions = 0;
        ImportReport queued;
        await using (var first = await JobsApi.StartAsync("sqlite", folder.FullPath))
            queued = await first.Employer().UploadAsync("jobs", "岗位.csv", Gb18030.GetBytes(text));
        for (var seen = 0; ; interruptions++)
        {
            await using var app = await JobsApi.StartAsync("sqlite", folder.FullPath);
            var employer = app.Employer();
            var report = await Eventually.GetAsync(async () => await ReportAsync(employer, queued.Id) is { } now
                && (now.Processed > seen || now.State is "done") ? now : null);
            report.State.ShouldNotBe("failed");
            seen = report.Processed;
            if (report.State != "done")
                continue;
            ImportTests.Counts(report).ShouldBe((3_989, 0, 0, 11));
            (await InStoreAsync(app, db => db.Requisitions.CountAsync())).ShouldBe(3_989);
            break;
        }
        interruptions.ShouldBeGreaterThan(0, "the import was over before it could be interrupted");
    }

    static Task<ImportReport?> ReportAsync(HttpClient employer, Guid id) =>
        employer.GetFromJsonAsync<ImportReport>(JobsApi.Path($"/imports/{id}"));

    static async Task<T> InStoreAsync<T>(TalentApp app, Func<JobsDb, Task<T>> work)
    {
        await using var scope = app.Services.CreateAsyncScope();
        return await work(scope.ServiceProvider.GetRequiredService<JobsDb>());
    }

    /// <summary>A table with bad rows spread over it, each kind in turn, and what is wrong with them.</summary>
    static (byte[] File, IReadOnlyList<(int Row, string Column, string Code)> Wrong) Table(int rows, int bad)
    {
        var wrong = new List<(int, string, string)>();
        var text = new StringBuilder(Headings).Append("\r\n");
        var gap = rows / bad;
        for (var number = 1; number <= rows; number++)
        {
            if (number % gap == 0 && wrong.Count < bad)
            {
                var kind = Kinds[wrong.Count % Kinds.Length];
                // The heading is row 1.
                wrong.Add((number + 1, kind.Column, kind.Code));
                text.Append(kind.Row(number));
            }
            else
            {
                text.Append(Row(number));
            }
            text.Append("\r\n");
        }
        return (Gb18030.GetBytes(text.ToString()), wrong);
    }

    static string Row(
        int number, string? title = null, string skills = "PLC编程:3!;工业机器人:2", string languages = "zh:HSK3!;en:B1",
        string education = "大专", string country = "马来西亚", string zone = "Asia/Kuala_Lumpur", string mode = "现场",
        string openings = "2", string payMin = "3500", string currency = "MYR", string closesOn = "") =>
        string.Create(CultureInfo.InvariantCulture,
            $"N-{number:00000},{title ?? $"机器人技术员 {number}"},\"负责焊接单元的调试,维护与培训。\n第 {number} 号岗位。\",{skills},{languages},{education},{country},{zone},{mode},{openings},{payMin},4800,{currency},{closesOn}");
}

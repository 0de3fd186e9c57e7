using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using Talent.Contracts.Jobs;
using Talent.Contracts.Platform;
using Talent.Testing;

namespace Talent.Jobs.Tests.Imports;

public sealed class ImportTests
{
    const string Headings = "external_id,title,country,openings,pay_min,pay_max,currency\n";

    [Theory, StoreData]
    public async Task Good_rows_are_taken_bad_ones_named_and_the_same_file_again_changes_nothing(string store)
    {
        await using var app = await JobsApi.StartAsync(store);
        var employer = app.Employer();
        const string file = Headings + "W-1,Welder,MY,2,3000,4000,MYR\nW-2,Fitter,Atlantis,2,,,\nW-3,Cook,VN,1,,,\n";
        var report = await employer.ImportAsync("jobs", "jobs.csv", file);
        (report.State, report.Total, report.Processed).ShouldBe(("done", 3, 3));
        Counts(report).ShouldBe((2, 0, 0, 1));
        report.Errors.Select(error => (error.Row, error.Column, error.Code)).ShouldBe([(3, "country", "unknown-country")]);
        var jobs = await OwnAsync(employer);
        jobs.Select(job => (job.ExternalId, job.State, job.Version)).ShouldBe(
            [("W-1", "published", 1 + 1), ("W-3", "published", 1 + 1)], ignoreOrder: true);

        Counts(await employer.ImportAsync("jobs", "jobs.csv", file)).ShouldBe((0, 0, 2, 1));
        (await OwnAsync(employer)).Select(job => (job.Id, job.Version))
            .ShouldBe(jobs.Select(job => (job.Id, job.Version)), ignoreOrder: true);

        Counts(await employer.ImportAsync("jobs", "jobs.csv", file.Replace("Cook", "Chef", StringComparison.Ordinal)))
            .ShouldBe((0, 1, 1, 1));
        (await OwnAsync(employer)).Single(job => job.ExternalId == "W-3").Title.ShouldBe("Chef");
        var list = (await employer.GetFromJsonAsync<Page<ImportReport>>(JobsApi.Path("/imports?limit=2")))!;
        list.Items.Count.ShouldBe(2);
        (await employer.GetFromJsonAsync<Page<ImportReport>>(JobsApi.Path($"/imports?after={list.Next}")))!.Items.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Another_organisation_neither_sees_the_import_nor_shares_its_external_ids()
    {
        await using var app = await JobsApi.StartAsync();
        var report = await app.Employer().ImportAsync("jobs", "jobs.csv", Headings + "W-1,Welder,MY,1,,,\n");
        var other = app.Employer(organisation: 2);
        (await other.GetAsync(JobsApi.Path($"/imports/{report.Id}"))).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await other.GetAsync(JobsApi.Path($"/imports/{report.Id}/errors"))).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await other.GetFromJsonAsync<Page<ImportReport>>(JobsApi.Path("/imports")))!.Items.ShouldBeEmpty();
        Counts(await other.ImportAsync("jobs", "jobs.csv", Headings + "W-1,Welder,MY,1,,,\n")).ShouldBe((1, 0, 0, 0));
    }

    [Fact]
    public async Task Drafts_stay_drafts_when_asked_for()
    {
        await using var app = await JobsApi.StartAsync();
        var employer = app.Employer();
        await employer.ImportAsync("jobs", "jobs.csv", Encoding.UTF8.GetBytes(Headings + "W-1,Welder,MY,1,,,\n"), publish: false);
        (await OwnAsync(employer)).ShouldHaveSingleItem().State.ShouldBe("draft");
    }

    [Theory, StoreData]
    public async Task Json_items_are_taken_each_on_its_own(string store)
    {
        await using var app = await JobsApi.StartAsync(store);
        const string file =
            """
            [{"externalId":"W-1","title":"Welder","country":"MY","pay":{"min":10.5,"currency":"USD","period":"hour"}},
             {"ExternalId":"W-1\u0000","title":"Welder","country":"MY"}, 7, {"title":"Cook","openings":"x"},
             {"externalId":"\ud800","title":"W","country":"MY"}, {"title":"W","country":"MY","skills":[null]},
             {"externalId":"","title":"A","country":"MY"}, {"externalId":"","title":"B","country":"MY"},
             {"title":"C\u0000","country":"\u0000Nowhere"}]
            """;
        var report = await app.Employer().ImportAsync("jobs", "jobs.json", file);
        report.State.ShouldBe("done");
        Counts(report).ShouldBe((3, 0, 0, 6));
        report.Errors.Select(error => $"{error.Row} {error.Column} {error.Code}").ShouldBe(
        [
            "2 external_id duplicate-external-id", "3  not-an-object", "4 openings wrong-type", "5 externalId wrong-type",
            "6 skills missing", "9 country unknown-country",
        ], ignoreOrder: true);
        (await OwnAsync(app.Employer())).Single(job => job.ExternalId == "W-1").PayMin.ShouldBe(10.5m);
    }

    [Theory]
    [InlineData("csv", "en")]
    [InlineData("csv", "zh")]
    [InlineData("xlsx", "en")]
    [InlineData("xlsx", "zh")]
    public async Task The_template_can_be_imported_as_it_is(string format, string language)
    {
        await using var app = await JobsApi.StartAsync();
        var employer = app.Employer(language: language);
        var template = await employer.GetByteArrayAsync(JobsApi.Path($"/imports/template?format={format}"));
        var report = await employer.ImportAsync("jobs", $"template.{format}", template);
        report.Errors.ShouldBeEmpty();
        Counts(report).ShouldBe((2, 0, 0, 0));
        Counts(await employer.ImportAsync("jobs", $"template.{format}", template)).ShouldBe((0, 0, 2, 0));
    }

    [Fact]
    public async Task Errors_are_told_in_the_readers_language_and_as_a_table()
    {
        await using var app = await JobsApi.StartAsync();
        var report = await app.Employer().ImportAsync("jobs", "jobs.csv", Headings + "W-1,Welder,Atlantis,1,,,\n");
        report.Errors[0].Message.ShouldContain("is not a known country");
        var chinese = app.Employer(language: "zh-CN,en;q=0.5");
        (await chinese.GetFromJsonAsync<ImportReport>(JobsApi.Path($"/imports/{report.Id}")))!
            .Errors[0].Message.ShouldContain("国家");
        var table = await chinese.GetStringAsync(JobsApi.Path($"/imports/{report.Id}/errors"));
        table.TrimStart('\ufeff').ShouldStartWith("row,column,code,message\r\n2,country,unknown-country,");
    }

    [Theory]
    [InlineData("jobs.pdf", "%PDF-1.7", "unsupported-format")]
    [InlineData("jobs.csv", "%PDF-1.7", "content-mismatch")]
    [InlineData("jobs.csv", "city\nPenang\n", "missing-heading")]
    [InlineData("jobs.json", "{]", "not-readable")]
    [InlineData("jobs.csv", "title,title\u0001,country\n", "duplicate-heading")]
    public async Task A_file_that_cannot_be_read_fails_with_the_reason(string name, string content, string code)
    {
        await using var app = await JobsApi.StartAsync();
        var report = await app.Employer().ImportAsync("jobs", name, content);
        report.State.ShouldBe("failed");
        report.Failure!.Code.ShouldBe(code);
    }

    [Fact]
    public async Task Uploads_that_are_too_large_empty_or_no_form_are_refused_with_a_problem()
    {
        await using var app = await JobsApi.StartAsync();
        var employer = app.Employer();
        var address = JobsApi.Path("/imports");
        using (var large = Talent.Testing.Imports.Form("jobs.csv", new byte[21 * 1024 * 1024]))
        using (var answer = await employer.PostAsync(address, large))
        {
            answer.StatusCode.ShouldBe(HttpStatusCode.RequestEntityTooLarge);
            (await ProblemDocument.ReadAsync(answer)).Detail!.ShouldContain("20 MB");
        }
        using (var empty = Talent.Testing.Imports.Form("jobs.csv", []))
        using (var answer = await employer.PostAsync(address, empty))
            (await ProblemDocument.ReadAsync(answer)).Wrong.ShouldBe(["file missing"]);
        using (var other = new MultipartFormDataContent { { new StringContent("x"), "other" } })
        using (var answer = await employer.PostAsync(address, other))
            (await ProblemDocument.ReadAsync(answer)).Wrong.ShouldBe(["file missing"]);
        using (var answer = await employer.PostAsJsonAsync(address, new { file = "x" }))
            (await ProblemDocument.ReadAsync(answer)).Status.ShouldBe(415);
        using var broken = new StringContent("no parts at all");
        broken.Headers.ContentType = MediaTypeHeaderValue.Parse("multipart/form-data; boundary=x");
        using (var answer = await employer.PostAsync(address, broken))
            (await ProblemDocument.ReadAsync(answer)).Status.ShouldBe(400);
    }

    internal static (int Accepted, int Updated, int Unchanged, int Rejected) Counts(ImportReport report) =>
        (report.Accepted, report.Updated, report.Unchanged, report.Rejected);

    static async Task<IReadOnlyList<JobNeed>> OwnAsync(HttpClient employer) =>
        (await employer.GetFromJsonAsync<Page<JobNeed>>(JobsApi.Path("?mine=true&limit=100")))!.Items;
}

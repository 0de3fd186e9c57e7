using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Talent.Contracts.Graduates;
using Talent.Contracts.Jobs;
using Talent.Platform.Http;
using Talent.Platform.Security;

namespace Talent.Web.Tests;

public sealed class FormsTests : IAsyncLifetime
{
    readonly WebServer _web = new();

    public ValueTask InitializeAsync() => _web.InitializeAsync();

    public ValueTask DisposeAsync() => _web.DisposeAsync();

    [Fact]
    public async Task A_new_job_reaches_the_service_as_it_was_written()
    {
        using var browser = _web.Browser(Roles.Employer);
        var page = await browser.PageAsync("/en/employer/jobs/new");
        var response = await browser.SubmitAsync(page.QuerySelector("form[data-guard]")!, ("title", "Welder"), ("country", "DE"),
            ("skills[0].skill", "TIG welding"), ("skills[0].level", "3"), ("skills[0].importance", "required"),
            ("languages[0].language", "de"), ("languages[0].min", "CEFR:A2"), ("pay.min", "2400.50"), ("pay.currency", "EUR"),
            ("closesOn", "2027-01-31"));
        response.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        response.Headers.Location!.ToString().ShouldBe($"/en/employer/jobs/{Samples.Job.Id}/edit?done=saved");
        var sent = Sent<JobNeedInput>("POST", "/api/v1/jobs");
        sent.Title.ShouldBe("Welder");
        sent.Skills.ShouldBe([new SkillDemand("TIG welding", 3, "required")]);
        sent.Languages.ShouldBe([new LanguageDemand("de", "CEFR", "A2", "required")]);
        sent.Pay!.Min.ShouldBe(2400.50m);
        sent.ClosesOn.ShouldBe(new DateOnly(2027, 1, 31));
    }

    [Fact]
    public async Task Saving_a_job_unchanged_sends_back_what_it_said_with_its_version()
    {
        using var browser = _web.Browser(Roles.Employer);
        var page = await browser.PageAsync($"/en/employer/jobs/{Samples.Job.Id}/edit");
        await browser.SubmitAsync(page.QuerySelector("form[data-guard]")!);
        var call = _web.Services.Calls.Single(call => call.Method == "PUT");
        call.IfMatch.ShouldBe("\"3\"");
        var sent = Sent<JobNeedInput>("PUT", $"/api/v1/jobs/{Samples.Job.Id}");
        sent.Title.ShouldBe(Samples.Job.Title);
        sent.Description.ShouldBe(Samples.Job.Description);
        sent.Skills!.Count.ShouldBe(3);
        sent.Certificates.ShouldBe([new CertificateDemand("brics-skills-passport", "industrial-robotics", 2, "required")]);
        sent.Fees.ShouldBe([new Fee("Visa and flight", "employer")]);
        sent.Pay.ShouldBe(new PayRange(2800, 3400, "EUR", "month", false));
        sent.Education.ShouldBe(new EducationDemand(5, "mechatronics"));
    }

    [Fact]
    public async Task What_the_service_refuses_is_said_at_the_field_and_keeps_what_was_typed()
    {
        using var browser = _web.Browser(Roles.Employer);
        var page = await browser.PageAsync("/en/employer/jobs/new");
        _web.Services.Refusal = Problems.Invalid(new FieldProblem("$.skills[0].level", "level-range", "A level is 1 to 4."));
        var response = await browser.SubmitAsync(page.QuerySelector("form[data-guard]")!, ("title", "Welder <b>"),
            ("skills[0].skill", "TIG welding"));
        response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        var again = await response.PageAsync();
        again.QuerySelector("#f-title")!.GetAttribute("value").ShouldBe("Welder <b>");
        var field = again.QuerySelector("#f-skills-0-level")!;
        field.GetAttribute("aria-invalid").ShouldBe("true");
        again.GetElementById(field.GetAttribute("aria-describedby")!.Split(' ')[^1])!.TextContent.ShouldContain("A level is 1 to 4.");
        again.QuerySelector("#problem a")!.GetAttribute("href").ShouldBe("#f-skills-0-level");
    }

    [Fact]
    public async Task What_is_no_number_is_refused_before_any_service_is_asked()
    {
        using var browser = _web.Browser(Roles.Employer);
        var page = await browser.PageAsync("/zh/employer/jobs/new");
        var response = await browser.SubmitAsync(page.QuerySelector("form[data-guard]")!, ("openings", "many"));
        response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await response.PageAsync()).QuerySelector("#f-openings-error")!.TextContent.ShouldContain("这不是数字");
        _web.Services.Calls.ShouldNotContain(call => call.Method == "POST");
    }

    [Fact]
    public async Task A_profile_changed_by_someone_else_meanwhile_is_not_overwritten()
    {
        using var browser = _web.Browser(Roles.Graduate);
        var page = await browser.PageAsync("/en/graduate/profile");
        _web.Services.Refusal = Problems.Status(StatusCodes.Status412PreconditionFailed);
        var response = await browser.SubmitAsync(page.QuerySelector("form[data-guard]")!, ("city", "Joinville"));
        response.StatusCode.ShouldBe(HttpStatusCode.PreconditionFailed);
        var again = await response.PageAsync();
        again.QuerySelector("#problem h2")!.TextContent.ShouldContain("Someone changed this");
        again.QuerySelector("#f-city")!.GetAttribute("value").ShouldBe("Joinville");
        _web.Services.Calls.Single(call => call.Method == "PUT").IfMatch.ShouldBe("\"7\"");
    }

    [Fact]
    public async Task A_profile_keeps_what_its_form_does_not_ask()
    {
        using var browser = _web.Browser(Roles.Graduate);
        var page = await browser.PageAsync("/en/graduate/profile");
        var response = await browser.SubmitAsync(page.QuerySelector("form[data-guard]")!, ("city", "Joinville"));
        response.Headers.Location!.ToString().ShouldBe("/en/graduate/profile?saved=true");
        var sent = Sent<GraduateInput>("PUT", "/api/v1/graduates/me");
        sent.City.ShouldBe("Joinville");
        sent.Education!.Single().Cohort.ShouldBe("2026 Robotics A");
        sent.Certificates!.Count.ShouldBe(2);
        sent.Skills!.First().ShouldBe(new SkillInput("PLC programming", 3, "certificate"));
        sent.Preferences!.Countries.ShouldBe(["DE"]);
    }

    [Fact]
    public async Task A_form_without_its_token_is_not_taken()
    {
        using var browser = _web.Browser(Roles.Employer);
        using var empty = new FormUrlEncodedContent([KeyValuePair.Create("title", "Forged")]);
        var response = await browser.PostAsync("/en/employer/jobs/new", empty);
        response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        _web.Services.Calls.ShouldNotContain(call => call.Method == "POST");
    }

    [Theory]
    [InlineData("publish")]
    [InlineData("pause")]
    [InlineData("close")]
    public async Task A_button_moves_a_job_on_with_its_reason(string transition)
    {
        using var browser = _web.Browser(Roles.Employer);
        var page = await browser.PageAsync($"/en/employer/jobs/{Samples.Job.Id}/edit");
        var response = await browser.SubmitAsync(page.QuerySelector(".state-form")!, ("transition", transition), ("reason", "All filled"));
        response.Headers.Location!.ToString().ShouldEndWith($"done={transition}");
        _web.Services.Calls.Last(call => call.Method == "POST").ShouldSatisfyAllConditions(
            call => call.Path.ShouldBe($"/api/v1/jobs/{Samples.Job.Id}/{transition}"),
            call => call.Body.ShouldContain("All filled"));
    }

    [Fact]
    public async Task An_upload_leads_to_its_progress_which_reloads_until_it_is_done()
    {
        using var browser = _web.Browser(Roles.Employer);
        var page = await browser.PageAsync("/en/employer/import");
        using var form = new MultipartFormDataContent();
        foreach (var field in Reading.Fields(page.QuerySelector("form[enctype]")!))
            form.Add(new StringContent(field.Value), field.Key);
        var file = new ByteArrayContent("title,country\nWelder,DE\n"u8.ToArray());
        file.Headers.ContentType = new MediaTypeHeaderValue("text/csv");
        form.Add(file, "file", "jobs.csv");
        var response = await browser.PostAsync("/en/employer/import", form);
        response.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        _web.Services.Calls.Last(call => call.Method == "POST").Body.ShouldContain("Welder,DE");
        var progress = await browser.PageAsync(response.Headers.Location!.ToString());
        progress.QuerySelector("noscript")!.InnerHtml.ShouldContain("refresh");
        progress.QuerySelector("progress")!.GetAttribute("value").ShouldBe("4210");
        _web.Services.ImportState = "done";
        var done = await browser.PageAsync(response.Headers.Location!.ToString());
        done.QuerySelector("noscript").ShouldBeNull();
        done.QuerySelector("#import-status")!.HasAttribute("hx-get").ShouldBeFalse();
        done.QuerySelector(".stacking tbody")!.TextContent.ShouldContain("perhaps DE");
        done.QuerySelector(".notes")!.TextContent.ShouldContain("The heading “colour” is not used.");
    }

    [Fact]
    public async Task A_service_that_does_not_answer_is_said_so()
    {
        await _web.Services.DisposeAsync();
        using var browser = _web.Browser();
        var response = await browser.GetAsync("/zh/jobs");
        response.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
        (await response.PageAsync()).QuerySelector("h1")!.TextContent.ShouldBe("平台的一部分没有响应");
    }

    [Theory]
    [InlineData("/en/employer", Roles.Employer)]
    [InlineData("/en/coordinator", Roles.Coordinator)]
    public async Task An_empty_start_says_what_to_do_first(string path, string role)
    {
        _web.Services.Empty = true;
        using var browser = _web.Browser(role);
        (await browser.PageAsync(path)).QuerySelector(".empty-state .btn-primary").ShouldNotBeNull();
    }

    T Sent<T>(string method, string path) => JsonSerializer.Deserialize<T>(
        _web.Services.Calls.Last(call => call.Method == method && call.Path == path).Body, JsonSerializerOptions.Web)!;
}

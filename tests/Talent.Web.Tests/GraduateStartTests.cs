using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using Talent.Contracts.Graduates;
using Talent.Platform.Http;
using Talent.Platform.Security;

namespace Talent.Web.Tests;

/// <summary>From the first sign-in to the first list, and CVs to and fro.</summary>
public sealed class GraduateStartTests : IAsyncLifetime
{
    readonly WebServer _web = new();

    public ValueTask InitializeAsync() => _web.InitializeAsync();

    public ValueTask DisposeAsync() => _web.DisposeAsync();

    [Fact]
    public async Task Who_has_no_profile_yet_starts_with_five_fields()
    {
        _web.Services.Empty = true;
        using var browser = _web.Browser(Roles.Graduate);
        var first = await browser.GetAsync("/zh/graduate");
        first.Headers.Location!.ToString().ShouldBe("/zh/graduate/start");
        var page = await browser.PageAsync("/en/graduate/start");
        page.QuerySelector("#f-name")!.GetAttribute("value").ShouldBe("Ada Probe");
        var made = await browser.SubmitAsync(page.QuerySelector("form[data-guard]")!, ("country", "ZA"),
            ("skills[0].skill", "PLC programming"), ("skills[0].level", "3"), ("languages[0].language", "en"),
            ("languages[0].level", "CEFR:C1"), ("preferences.occupations", "Welder، Fitter"));
        made.Headers.Location!.ToString().ShouldBe("/en/graduate");
        var call = _web.Services.Calls.Single(call => call.Method == "PUT");
        call.IfMatch.ShouldBeNull();
        var sent = JsonSerializer.Deserialize<GraduateInput>(call.Body, JsonSerializerOptions.Web)!;
        (sent.Name, sent.Country).ShouldBe(("Ada Probe", "ZA"));
        sent.Skills.ShouldHaveSingleItem().ShouldBe(new SkillInput("PLC programming", 3, "self"));
        sent.Languages.ShouldHaveSingleItem().Level.ShouldBe("C1");
        sent.Preferences!.Occupations.ShouldBe(["Welder", "Fitter"]);
    }

    [Fact]
    public async Task Who_has_a_profile_is_not_asked_again()
    {
        using var browser = _web.Browser(Roles.Graduate);
        (await browser.GetAsync("/en/graduate/start")).Headers.Location!.ToString().ShouldBe("/en/graduate");
    }

    [Fact]
    public async Task A_CV_fills_the_form_and_nothing_is_saved_before_the_form_is()
    {
        _web.Services.Empty = true;
        using var browser = _web.Browser(Roles.Graduate);
        var start = await browser.PageAsync("/en/graduate/start");
        var page = await (await UploadAsync(browser, start.QuerySelector("form[enctype]")!)).PageAsync();
        page.QuerySelector(".notes")!.TextContent.ShouldContain("Basket weaving");
        page.QuerySelector("#f-name")!.GetAttribute("value").ShouldBe("张伟");
        page.QuerySelector("#f-education-0-from")!.GetAttribute("value").ShouldBe("2024");
        page.QuerySelector("#f-experience-0-from")!.GetAttribute("value").ShouldBe("2025-03");
        _web.Services.Calls.ShouldNotContain(call => call.Method == "PUT");
        var saved = await browser.SubmitAsync(page.QuerySelector("form[data-guard]")!, ("city", "Durban"));
        saved.Headers.Location!.ToString().ShouldBe("/en/graduate");
        var sent = JsonSerializer.Deserialize<GraduateInput>(
            _web.Services.Calls.Single(call => call.Method == "PUT").Body, JsonSerializerOptions.Web)!;
        sent.City.ShouldBe("Durban");
        sent.Education.ShouldBe(Samples.Reading.Profile.Education);
        sent.Experience.ShouldHaveSingleItem().Description!.ReplaceLineEndings("\n").ShouldBe("Repairs\nTests");
        sent.Languages.ShouldHaveSingleItem().Scale.ShouldBe("HSK");
        sent.ExperienceMonths.ShouldBe(20);
    }

    [Theory]
    [InlineData(true, "/en/graduate/start")]
    [InlineData(false, "/en/graduate/profile")]
    public async Task A_file_that_is_no_CV_is_said_so_at_the_field(bool first, string path)
    {
        _web.Services.Empty = first;
        using var browser = _web.Browser(Roles.Graduate);
        var page = await browser.PageAsync(path);
        _web.Services.Refusal = Problems.Invalid(new FieldProblem("file", "not-a-cv", "cv.doc is no CV."));
        var refused = await UploadAsync(browser, page.QuerySelector("form[enctype]")!);
        refused.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        var again = await refused.PageAsync();
        again.QuerySelector("#f-file-error")!.TextContent.ShouldContain("cv.doc is no CV.");
        again.QuerySelector("#start-fields").ShouldBe(first ? again.QuerySelector("#start-fields") : null);
        again.QuerySelector("#f-file")!.GetAttribute("aria-invalid").ShouldBe("true");
    }

    [Fact]
    public async Task A_profile_on_its_way_to_matching_is_waited_for()
    {
        _web.Services.OnItsWay = true;
        using var browser = _web.Browser(Roles.Graduate);
        var page = await browser.PageAsync("/zh/graduate");
        page.QuerySelector("noscript")!.InnerHtml.ShouldContain("refresh");
        page.QuerySelector("[hx-get]")!.GetAttribute("hx-get").ShouldBe("/zh/graduate");
        _web.Services.OnItsWay = false;
        (await browser.PageAsync("/zh/graduate")).QuerySelectorAll("article.ranked").Length.ShouldBeGreaterThan(0);
    }

    [Fact]
    public async Task The_profile_page_offers_both_kinds_of_CV_and_keeps_the_cohort_out_of_its_form()
    {
        using var browser = _web.Browser(Roles.Graduate);
        var page = await browser.PageAsync("/en/graduate/profile");
        page.QuerySelectorAll("a[download]").Select(link => link.GetAttribute("href")).ShouldBe(
            ["/api/v1/graduates/me/cv?format=json-resume", "/api/v1/graduates/me/cv?format=europass"]);
        page.QuerySelector("[name^='education'][value='Instituto Exemplo do Sul']").ShouldBeNull();
        page.QuerySelector("#part-learned")!.ParentElement!.TextContent.ShouldContain("2026 Robotics A");
    }

    [Fact]
    public async Task A_date_that_is_none_is_said_so_at_its_field()
    {
        using var browser = _web.Browser(Roles.Graduate);
        var page = await browser.PageAsync("/en/graduate/profile");
        var refused = await browser.SubmitAsync(page.QuerySelector("form[data-guard]")!,
            ("education[0].institution", "Example College"), ("education[0].from", "last year"));
        refused.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await refused.PageAsync()).QuerySelector("#f-education-0-from-error")!.TextContent.ShouldContain("2024-06");
        _web.Services.Calls.ShouldNotContain(call => call.Method == "PUT");
    }

    static async Task<HttpResponseMessage> UploadAsync(HttpClient browser, AngleSharp.Dom.IElement upload)
    {
        using var form = new MultipartFormDataContent();
        foreach (var field in Reading.Fields(upload))
            form.Add(new StringContent(field.Value), field.Key);
        var file = new ByteArrayContent("{}"u8.ToArray());
        file.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        form.Add(file, "file", "cv.json");
        return await browser.PostAsync(upload.GetAttribute("action"), form);
    }
}

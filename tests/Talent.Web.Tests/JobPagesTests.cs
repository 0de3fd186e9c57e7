using System.Text.Json;
using AngleSharp.Dom;

namespace Talent.Web.Tests;

public sealed class JobPagesTests(WebServer web) : IClassFixture<WebServer>
{
    [Fact]
    public async Task A_job_describes_itself_to_search_engines()
    {
        var posting = await PostingAsync(Samples.Job.Id);
        posting.GetProperty("@type").GetString().ShouldBe("JobPosting");
        posting.GetProperty("title").GetString().ShouldBe(Samples.Title);
        posting.GetProperty("description").GetString()!.ShouldStartWith("<p>You keep our robot cells running");
        posting.GetProperty("datePosted").GetString().ShouldBe("2026-11-02");
        posting.GetProperty("validThrough").GetString().ShouldBe("2027-01-31T23:59:59+01:00");
        posting.GetProperty("hiringOrganization").GetProperty("name").GetString().ShouldBe("Nordhavn Automation");
        posting.GetProperty("identifier").GetProperty("value").GetString().ShouldBe("NA-204");
        posting.GetProperty("employmentType").GetString().ShouldBe("FULL_TIME");
        posting.GetProperty("jobLocation").GetProperty("address").GetProperty("addressCountry").GetString().ShouldBe("DE");
        var pay = posting.GetProperty("baseSalary");
        pay.GetProperty("currency").GetString().ShouldBe("EUR");
        pay.GetProperty("value").GetProperty("minValue").GetDecimal().ShouldBe(2800);
        pay.GetProperty("value").GetProperty("unitText").GetString().ShouldBe("MONTH");
    }

    [Fact]
    public async Task A_remote_job_says_where_it_may_be_done_from()
    {
        var posting = await PostingAsync(Samples.RemoteJob.Id);
        posting.GetProperty("jobLocationType").GetString().ShouldBe("TELECOMMUTE");
        posting.GetProperty("applicantLocationRequirements").EnumerateArray()
            .Select(country => country.GetProperty("name").GetString()).ShouldBe(["Brazil", "South Africa", "Egypt"]);
    }

    [Fact]
    public async Task Skills_stand_in_the_readers_language_with_what_was_written_as_their_title()
    {
        using var browser = web.Browser();
        var skill = (await browser.PageAsync($"/zh/jobs/{Samples.Job.Id}")).QuerySelector(".demands [title]")!;
        skill.TextContent.ShouldBe("PLC编程");
        skill.GetAttribute("title").ShouldBe("PLC programming");
        (await browser.PageAsync($"/en/jobs/{Samples.Job.Id}")).QuerySelector(".demands [title]").ShouldBeNull();
    }

    [Fact]
    public async Task A_draft_is_not_shown_to_search_engines()
    {
        using var browser = web.Browser();
        var page = await browser.PageAsync($"/en/jobs/{Samples.Jobs[2].Id}");
        page.QuerySelector("script[type='application/ld+json']").ShouldBeNull();
        page.QuerySelector("meta[name=robots]")!.GetAttribute("content").ShouldBe("noindex");
    }

    [Fact]
    public async Task A_search_marks_what_matched_and_says_how_it_was_understood()
    {
        using var browser = web.Browser();
        var page = await browser.PageAsync("/en/jobs?q=plc&country=DE");
        page.QuerySelector(".job-title mark")!.TextContent.ShouldBe("PLC");
        page.QuerySelector(".understood .chip")!.TextContent.ShouldContain("PLC programming");
        page.QuerySelector("#results-title")!.TextContent.ShouldBe("25 jobs");
        page.QuerySelector("input[name=country][value=DE]")!.HasAttribute("checked").ShouldBeTrue();
        page.QuerySelector(".chip-remove")!.GetAttribute("href").ShouldBe("/en/jobs?q=plc");
        page.QuerySelector("a[rel=next]")!.GetAttribute("href").ShouldBe("/en/jobs?q=plc&country=DE&after=next-page");
    }

    [Fact]
    public async Task A_search_without_result_says_what_to_try()
    {
        using var browser = web.Browser();
        var page = await browser.PageAsync("/en/jobs?q=nothing&mode=remote");
        page.QuerySelector(".empty-state a[href='/en/jobs?q=nothing']").ShouldNotBeNull();
    }

    [Fact]
    public async Task A_partial_search_answers_only_the_part_and_its_address()
    {
        using var browser = web.Browser();
        browser.DefaultRequestHeaders.Add("HX-Request", "true");
        var response = await browser.GetAsync("/en/jobs?q=plc&sort=relevance&payMin=&country=DE");
        var html = await response.Content.ReadAsStringAsync();
        html.ShouldNotContain("<html");
        html.TrimStart().ShouldStartWith("<form");
        response.Headers.GetValues("HX-Push-Url").ShouldBe(["/en/jobs?q=plc&country=DE"]);
    }

    [Fact]
    public async Task Markup_in_a_title_stays_text_everywhere()
    {
        const string Attack = "<script>alert(1)</script></title></script><img src=x onerror=alert(2)>\" PLC";
        await using var own = new WebServer();
        await own.InitializeAsync();
        own.Services.Title = Attack;
        foreach (var path in new[] { "/en", "/en/jobs?q=plc", $"/en/jobs/{Samples.Job.Id}" })
        {
            using var browser = own.Browser();
            var html = await browser.GetStringAsync(path);
            html.ShouldNotContain("<script>alert");
            html.ShouldNotContain("<img");
        }
        using var reader = own.Browser();
        var page = await reader.PageAsync($"/en/jobs/{Samples.Job.Id}");
        page.QuerySelector("h1")!.TextContent.ShouldBe(Attack);
        Posting(page).GetProperty("title").GetString().ShouldBe(Attack);
    }

    async Task<JsonElement> PostingAsync(Guid id)
    {
        using var browser = web.Browser();
        return Posting(await browser.PageAsync($"/en/jobs/{id}"));
    }

    static JsonElement Posting(IDocument page) =>
        JsonSerializer.Deserialize<JsonElement>(page.QuerySelector("script[type='application/ld+json']")!.TextContent);
}

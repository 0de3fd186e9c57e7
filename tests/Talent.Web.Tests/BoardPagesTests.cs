using System.Net;
using System.Text.Json;
using AngleSharp.Dom;
using Talent.Contracts.Placements;
using Talent.Platform.Http;
using Talent.Platform.Security;

namespace Talent.Web.Tests;

public sealed class BoardPagesTests : IAsyncLifetime
{
    readonly WebServer _web = new();

    public ValueTask InitializeAsync() => _web.InitializeAsync();

    public ValueTask DisposeAsync() => _web.DisposeAsync();

    [Fact]
    public async Task A_number_of_the_board_leads_to_what_it_counts()
    {
        using var browser = _web.Browser(Roles.Coordinator);
        var page = await browser.PageAsync("/en/coordinator/board");
        var row = page.QuerySelector("#cohort-table tbody tr")!;
        Cell(row, "Applied").QuerySelector("a")!.GetAttribute("href")
            .ShouldBe("/en/coordinator/placements?cohort=2026%20Robotics%20A&stage=applied");
        Cell(row, "Overdue").QuerySelector("a")!.GetAttribute("href")
            .ShouldBe("/en/coordinator/placements?cohort=2026%20Robotics%20A&overdue=true&sort=due");
        Cell(row, "Offer").TextContent.Trim().ShouldBe("0");
        Cell(row, "Offer").QuerySelector("a").ShouldBeNull();
        page.QuerySelector("#board-numbers")!.GetAttribute("data-live")!.Split(' ').ShouldContain("placement");
    }

    [Fact]
    public async Task Of_whom_nobody_was_asked_nothing_is_claimed()
    {
        using var browser = _web.Browser(Roles.Coordinator);
        var page = await browser.PageAsync("/en/coordinator/board");
        var known = page.QuerySelectorAll(".retention > div").ToDictionary(
            one => one.QuerySelector("dt")!.TextContent.Trim(), one => Words(one.QuerySelector("dd")!));
        known["After 1 month"].ShouldBe("86% 6 of 7 asked");
        known["After 3 months"].ShouldBe("Not known: none of 5 asked yet");
        known["After 6 months"].ShouldStartWith("50% 1 of 2 asked");
        known["After 6 months"].ShouldEndWith("2 of 4 due were asked");
        known["After 12 months"].ShouldBe("Not due yet");
    }

    [Fact]
    public async Task Charts_stand_in_tables_and_the_interactive_ones_come_when_asked_for()
    {
        using var browser = _web.Browser(Roles.Office);
        var page = await browser.PageAsync("/en/office/board?programme=Industrial%20robotics");
        page.QuerySelectorAll("table[data-chart=funnel] tbody tr").Length.ShouldBe(10);
        page.QuerySelectorAll("table[data-chart=trend] tbody tr").Length.ShouldBe(12);
        page.QuerySelector("table[data-chart=countries] tr[data-code=DE] [data-value]")!.GetAttribute("data-value").ShouldBe("5");
        _web.Services.Calls.ShouldContain(call => call.Path == "/api/v1/placements/board?programme=Industrial%20robotics");
        var charts = page.QuerySelector("[data-charts]")!.GetAttribute("data-charts")!;
        page.QuerySelectorAll("script").ShouldNotContain(script => script.GetAttribute("src") == charts);
        using var script = await browser.GetAsync(charts);
        script.Content.Headers.ContentType!.MediaType.ShouldBe("text/javascript");
    }

    [Fact]
    public async Task A_board_with_nobody_on_it_says_what_will_stand_there()
    {
        _web.Services.Overview.Board = OverviewSamples.Board with { Cohorts = [] };
        using var browser = _web.Browser(Roles.Coordinator);
        (await browser.PageAsync("/en/coordinator/board")).QuerySelector(".empty-state h2")!.TextContent
            .ShouldBe("Nothing to count yet");
        using var refused = await browser.GetAsync("/en/coordinator/board?country=ZZ");
        refused.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await refused.PageAsync()).QuerySelector("#problem")!.TextContent.ShouldContain("ZZ is no country.");
    }

    [Fact]
    public async Task A_large_board_is_shown_part_by_part()
    {
        _web.Services.Overview.Board = OverviewSamples.Board with
        {
            Cohorts = [.. Enumerable.Range(1, 95).Select(number => OverviewSamples.Cohort with { Cohort = $"C{number}", College = "Kigali Skills College" })],
        };
        using var browser = _web.Browser(Roles.Office);
        var page = await browser.PageAsync("/en/office/board");
        page.QuerySelectorAll("#cohort-table tbody tr").Length.ShouldBe(40);
        var last = await browser.PageAsync("/en/office/board?from=80");
        last.QuerySelectorAll("#cohort-table tbody th").Select(Words).First().ShouldBe("C81 Kigali Skills College");
        last.QuerySelector("#cohort-table ~ .pager [rel=next]").ShouldBeNull();
        page.QuerySelector("#cohort-table ~ .pager [rel=next]")!.GetAttribute("href").ShouldBe("/en/office/board?from=40");
    }

    [Fact]
    public async Task A_list_asks_what_its_address_says_and_its_export_keeps_the_filter()
    {
        using var browser = _web.Browser(Roles.Coordinator);
        var page = await browser.PageAsync("/en/coordinator/placements?cohort=2026%20A&stage=applied&overdue=true&sort=due&after=9-x");
        _web.Services.Calls.ShouldContain(call =>
            call.Path == "/api/v1/placements/?cohort=2026%20A&stage=applied&overdue=true&sort=due&after=9-x");
        page.QuerySelectorAll(".export a").Select(link => link.GetAttribute("href")).ShouldBe(
        [
            "/api/v1/placements/export.csv?cohort=2026%20A&stage=applied&overdue=true&sort=due",
            "/api/v1/placements/export.xlsx?cohort=2026%20A&stage=applied&overdue=true&sort=due",
        ]);
        page.QuerySelector(".pager [rel=next]")!.GetAttribute("href")
            .ShouldBe("/en/coordinator/placements?cohort=2026%20A&stage=applied&overdue=true&sort=due&after=1-abc");
        var rows = page.QuerySelectorAll("tbody tr").Select(Words).ToList();
        rows[0].ShouldContain("Employer · overdue by 3 days");
        rows[1].ShouldContain("due within 5 hours");
        rows[2].ShouldContain("no answer in time");
        page.QuerySelector("tbody th a")!.GetAttribute("href")!.ShouldStartWith("/en/placements/019b0000");
    }

    [Fact]
    public async Task A_filter_nobody_knows_is_refused_with_why()
    {
        using var browser = _web.Browser(Roles.Office);
        using var refused = await browser.GetAsync("/en/office/placements?stage=nowhere");
        refused.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await refused.PageAsync()).QuerySelector("#problem")!.TextContent.ShouldContain("There is no stage nowhere.");
    }

    [Theory]
    [InlineData("/en/coordinator/board", Roles.Employer)]
    [InlineData("/en/coordinator/board", Roles.Office)]
    [InlineData("/en/office/board", Roles.Coordinator)]
    [InlineData("/en/office/placements", Roles.Coordinator)]
    [InlineData("/en/coordinator/placements", Roles.Graduate)]
    [InlineData("/en/graduate/consents", Roles.Coordinator)]
    public async Task Nobody_oversees_what_is_not_theirs(string path, string role)
    {
        using var browser = _web.Browser(role);
        (await browser.GetAsync(path)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        _web.Services.Calls.ShouldNotContain(call => call.Path.StartsWith("/api/v1/placements"));
    }

    [Theory]
    [InlineData(Roles.Employer)]
    [InlineData(Roles.Graduate)]
    [InlineData(Roles.Coordinator)]
    [InlineData(Roles.Office)]
    public async Task Today_is_grouped_by_what_is_to_be_done_the_most_urgent_first(string role)
    {
        using var browser = _web.Browser(role);
        var page = await browser.PageAsync("/en/today");
        page.QuerySelectorAll("#today h2").Select(Words).ShouldBe(
            ["Answer the application 2", "Score the interview 1", "Shortlist or refuse 1"]);
        page.QuerySelectorAll("#today time, #today .due-words > span").Select(Words).ShouldBe(
            ["overdue by 3 days", "due within 30 hours", "overdue by 5 hours", "no date"]);
        page.QuerySelector("#today a")!.GetAttribute("href").ShouldBe($"/en/placements/{OverviewSamples.Today[0].PlacementId}");
        page.QuerySelector(".site-nav a")!.GetAttribute("href").ShouldBe("/en/today");
        page.QuerySelector(".site-nav a")!.GetAttribute("aria-current").ShouldBe("page");
    }

    [Fact]
    public async Task A_day_on_which_nobody_waits_is_a_good_day()
    {
        _web.Services.Overview.Today = [];
        using var browser = _web.Browser(Roles.Graduate);
        (await browser.PageAsync("/en/today")).QuerySelector(".empty-state h2")!.TextContent.ShouldBe("Nobody is waiting for you");
    }

    [Fact]
    public async Task A_graduate_lets_the_college_apply_and_takes_it_back()
    {
        using var browser = _web.Browser(Roles.Graduate);
        var page = await browser.PageAsync("/en/graduate/consents");
        page.QuerySelectorAll("#consents form").Length.ShouldBe(1, "only one of the three is in force");
        var given = await browser.SubmitAsync(page.QuerySelector("main form.panel")!, ("until", "2027-02-01"));
        given.Headers.Location!.ToString().ShouldBe("/en/graduate/consents?done=recorded");
        JsonSerializer.Deserialize<ConsentInput>(LastPost().Body, JsonSerializerOptions.Web).ShouldBe(
            new ConsentInput(null, new DateOnly(2027, 2, 1)));
        var withdrawn = await browser.SubmitAsync(page.QuerySelector("#consents form")!);
        withdrawn.Headers.Location!.ToString().ShouldBe("/en/graduate/consents?done=withdrawn");
        _web.Services.Calls.ShouldContain(call =>
            call.Method == "DELETE" && call.Path == $"/api/v1/placements/consents/{OverviewSamples.Consents[0].Id}");
    }

    [Fact]
    public async Task What_is_wrong_with_a_consent_stands_at_its_field()
    {
        using var browser = _web.Browser(Roles.Coordinator);
        var page = await browser.PageAsync("/en/coordinator/cohorts/2026%20Robotics%20A");
        page.QuerySelector(".language-choice a[lang=zh]")!.GetAttribute("href").ShouldBe("/zh/coordinator/cohorts/2026%20Robotics%20A");
        var form = page.QuerySelector("#consents form.panel")!;
        _web.Services.Refusal = Problems.Invalid(new FieldProblem("$.until", "day-out-of-range", "At most a year ahead."));
        var graduate = Samples.Views[0].Id;
        using var refused = await browser.SubmitAsync(
            form, ("graduateId", graduate.ToString()), ("until", "2099-01-01"), ("how", "Form 12"));
        refused.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        var again = await refused.PageAsync();
        again.QuerySelector("#f-until-error")!.TextContent.ShouldContain("At most a year ahead.");
        again.QuerySelector("#f-how")!.TextContent.ShouldBe("Form 12");
        using var recorded = await browser.SubmitAsync(
            again.QuerySelector("#consents form.panel")!, ("until", "2027-01-01"));
        recorded.Headers.Location!.ToString().ShouldBe("/en/coordinator/cohorts/2026%20Robotics%20A?done=recorded#consents");
        JsonSerializer.Deserialize<ConsentInput>(LastPost().Body, JsonSerializerOptions.Web).ShouldBe(
            new ConsentInput(graduate, new DateOnly(2027, 1, 1), "Form 12"));
    }

    (string Method, string Path, string? IfMatch, string Body) LastPost() =>
        _web.Services.Calls.Last(call => call is { Method: "POST", Path: "/api/v1/placements/consents" });

    static IElement Cell(IElement row, string label) => row.QuerySelector($"[data-label='{label}']")!;

    static string Words(IElement element) =>
        string.Join(' ', element.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}

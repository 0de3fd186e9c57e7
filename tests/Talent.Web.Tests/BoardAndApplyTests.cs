using System.Net;
using System.Text.Json;
using AngleSharp.Dom;
using Talent.Contracts.Placements;
using Talent.Platform.Http;
using Talent.Platform.Security;

namespace Talent.Web.Tests;

public sealed class BoardAndApplyTests : IAsyncLifetime
{
    const string Board = "/en/employer/placements";

    readonly WebServer _web = new();

    FakePlacements Placements => _web.Services.Placements;

    public ValueTask InitializeAsync() => _web.InitializeAsync();

    public ValueTask DisposeAsync() => _web.DisposeAsync();

    [Fact]
    public async Task Cards_stand_in_the_column_of_their_stage_with_its_count()
    {
        using var browser = _web.Browser(Roles.Employer);
        var page = await browser.PageAsync(Board);
        var applied = page.QuerySelector("[data-column=applied]")!;
        applied.QuerySelector("h2")!.TextContent.ShouldContain("1");
        applied.QuerySelector(".card-item")!.TextContent.ShouldContain("Salma Nour");
        page.QuerySelector("[data-column=offer] .card-item").ShouldBeNull();
        page.QuerySelector("#board-scroll")!.GetAttribute("tabindex").ShouldBe("0");
        page.QuerySelector("#board")!.GetAttribute("data-live").ShouldBe("placement interview offer");
    }

    [Fact]
    public async Task A_card_is_moved_by_its_button_and_the_move_can_be_taken_back_at_once()
    {
        using var browser = _web.Browser(Roles.Employer);
        var page = await browser.PageAsync(Board);
        var response = await browser.SubmitAsync(BoardForm(page), ("step", $"{PlacementSamples.Id}:screened"));
        Sent<BulkMoveInput>("/api/v1/placements/applications/moves").To.ShouldBe("screened");
        var undo = (await response.PageAsync()).QuerySelector("button[name=undo]")!;
        undo.GetAttribute("value").ShouldBe(PlacementSamples.Id.ToString());
        await browser.SubmitAsync(undo.Closest("form")!, ("undo", PlacementSamples.Id.ToString()));
        _web.Services.Calls.ShouldContain(call =>
            call.Method == "POST" && call.Path == $"/api/v1/placements/applications/{PlacementSamples.Id}/undo");
    }

    [Fact]
    public async Task A_drop_that_is_not_allowed_is_explained_in_the_part_that_the_script_puts_in_place()
    {
        Placements.Stuck[PlacementSamples.Id] = "From applied the next step leads to screened.";
        using var browser = _web.Browser(Roles.Employer);
        var page = await browser.PageAsync(Board);
        browser.DefaultRequestHeaders.Add("HX-Request", "true");
        var response = await browser.SubmitAsync(BoardForm(page), ("step", $"{PlacementSamples.Id}:offer"));
        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        var part = await response.PageAsync();
        part.QuerySelector("header").ShouldBeNull();
        part.QuerySelector("#board-news")!.TextContent.ShouldContain("From applied the next step leads to screened.");
        part.QuerySelector("#board-news strong")!.TextContent.ShouldBe("Salma Nour");
    }

    [Fact]
    public async Task Several_are_refused_for_one_reason_and_without_any_the_page_says_so()
    {
        using var browser = _web.Browser(Roles.Employer);
        var page = await browser.PageAsync(Board);
        var nobody = await browser.SubmitAsync(BoardForm(page), ("do", "reject"), ("comment", "Sorry"));
        nobody.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        var again = await nobody.PageAsync();
        again.QuerySelector("#problem")!.TextContent.ShouldContain("Tick at least one card");
        again.QuerySelector("#f-comment")!.GetAttribute("value").ShouldBe("Sorry");
        await browser.SubmitAsync(BoardForm(page), ("do", "reject"), ("reason", "skills"),
            ("ids", PlacementSamples.Id.ToString()), ("ids", PlacementSamples.Other.ToString()));
        var sent = Sent<BulkMoveInput>("/api/v1/placements/applications/moves");
        sent.Ids.ShouldBe([PlacementSamples.Id, PlacementSamples.Other]);
        (sent.Action, sent.Reason).ShouldBe(("reject", "skills"));
    }

    [Fact]
    public async Task Filters_are_sent_to_the_service_as_the_address_says()
    {
        using var browser = _web.Browser(Roles.Employer);
        await browser.PageAsync($"{Board}?job={Samples.Job.Id}&q=salma&cohort=2026+Robotics+A&kind=internship&country=EG");
        var asked = _web.Services.Calls.Last(call => call.Path.StartsWith("/api/v1/placements?", StringComparison.Ordinal)).Path;
        foreach (var part in new[] { $"job={Samples.Job.Id}", "q=salma", "cohort=2026%20Robotics%20A", "kind=internship", "country=EG" })
            asked.ShouldContain(part);
    }

    [Fact]
    public async Task The_graduates_list_says_stage_and_reply_date_of_each_application()
    {
        using var browser = _web.Browser(Roles.Graduate);
        var page = await browser.PageAsync("/en/graduate/applications");
        var first = page.QuerySelector(".application")!;
        first.QuerySelector("a")!.GetAttribute("href").ShouldBe($"/en/placements/{PlacementSamples.Id}");
        first.TextContent.ShouldContain("Applied");
        first.QuerySelector(".due")!.TextContent.ShouldContain("2099");
        page.QuerySelector(".site-nav a[aria-current]")!.GetAttribute("href").ShouldBe("/en/graduate/applications");
    }

    [Fact]
    public async Task A_graduate_applies_with_a_letter_after_reading_what_the_employer_will_see()
    {
        Placements.Items = [];
        using var browser = _web.Browser(Roles.Graduate);
        var page = await browser.PageAsync($"/en/jobs/{Samples.Job.Id}");
        page.QuerySelector(".shown")!.TextContent.ShouldContain(Samples.Graduate.Name);
        var response = await browser.SubmitAsync(page.QuerySelector("form[action$='/apply']")!, ("letter", "Hello"));
        response.Headers.Location!.ToString().ShouldBe($"/en/placements/{PlacementSamples.Id}?done=apply");
        Sent<ApplicationInput>("/api/v1/placements/applications").ShouldBe(new ApplicationInput(Samples.Job.Id, null, "Hello"));
    }

    [Fact]
    public async Task Who_has_applied_is_shown_the_application_instead_of_the_form()
    {
        using var browser = _web.Browser(Roles.Graduate);
        var page = await browser.PageAsync($"/en/jobs/{Samples.Job.Id}");
        page.QuerySelector("form[action$='/apply']").ShouldBeNull();
        page.QuerySelector($"a[href='/en/placements/{PlacementSamples.Id}']").ShouldNotBeNull();
    }

    [Fact]
    public async Task A_refused_application_keeps_the_letter()
    {
        Placements.Items = [];
        using var browser = _web.Browser(Roles.Graduate);
        var page = await browser.PageAsync($"/en/jobs/{Samples.Job.Id}");
        _web.Services.Refusal = Problems.Conflict("openings-taken", "All openings of this job are taken.");
        var response = await browser.SubmitAsync(page.QuerySelector("form[action$='/apply']")!, ("letter", "Dear <team>"));
        response.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        var again = await response.PageAsync();
        again.QuerySelector("#problem")!.TextContent.ShouldContain("All openings of this job are taken.");
        again.QuerySelector("#f-letter")!.TextContent.ShouldBe("Dear <team>");
    }

    [Fact]
    public async Task A_coordinator_applies_for_those_whose_consent_holds()
    {
        var graduate = new Guid("019a0000-0000-7000-8000-000000000801");
        var holding = new Consent(PlacementSamples.Id, graduate, "Salma Nour", Guid.Empty, "Nile Technical College",
            new DateOnly(2099, 1, 1), "On paper", "Hany Aziz", DateTimeOffset.UnixEpoch, null);
        Placements.Consents = [holding, holding with { GraduateName = "Over Due", Until = new DateOnly(2020, 1, 1) },
            holding with { GraduateName = "With Drawn", WithdrawnAt = DateTimeOffset.UnixEpoch }];
        using var browser = _web.Browser(Roles.Coordinator);
        var page = await browser.PageAsync($"/en/jobs/{Samples.Job.Id}");
        page.QuerySelectorAll("#f-onbehalfof option").Select(option => option.TextContent).Skip(1).ShouldBe(["Salma Nour"]);
        await browser.SubmitAsync(page.QuerySelector("form[action$='/apply']")!, ("onBehalfOf", graduate.ToString()));
        Sent<ApplicationInput>("/api/v1/placements/applications").OnBehalfOf.ShouldBe(graduate);
    }

    [Fact]
    public async Task How_the_employer_answers_stands_on_the_job_for_everyone()
    {
        using var browser = _web.Browser();
        var page = await browser.PageAsync($"/en/jobs/{Samples.Job.Id}");
        page.QuerySelector(".answering")!.TextContent.ShouldContain("90% of 20");
        page.QuerySelector(".answering")!.TextContent.ShouldContain("30 hours");
        page.QuerySelector("a[href*='/sign-in?from=']").ShouldNotBeNull();
    }

    static IElement BoardForm(IParentNode page) => page.QuerySelector("form[data-board]")!;

    T Sent<T>(string path) => JsonSerializer.Deserialize<T>(
        _web.Services.Calls.Last(call => call.Path == path && call.Method != "GET").Body, JsonSerializerOptions.Web)!;
}

using System.Net;
using System.Text.Json;
using AngleSharp.Dom;
using Talent.Contracts.Placements;
using Talent.Platform.Http;
using Talent.Platform.Security;

namespace Talent.Web.Tests;

public sealed class PlacementPagesTests : IAsyncLifetime
{
    static readonly string Path = $"/en/placements/{PlacementSamples.Id}";

    readonly WebServer _web = new();

    FakePlacements Placements => _web.Services.Placements;

    public ValueTask InitializeAsync() => _web.InitializeAsync();

    public ValueTask DisposeAsync() => _web.DisposeAsync();

    [Fact]
    public async Task The_employer_sees_the_letter_the_notes_and_what_to_do_next()
    {
        using var browser = _web.Browser(Roles.Employer);
        var page = await browser.PageAsync(Path);
        page.QuerySelector("h1")!.TextContent.ShouldBe("Salma Nour");
        page.QuerySelector("[aria-current=step]")!.TextContent.ShouldContain("Applied");
        var text = page.Body!.TextContent;
        text.ShouldContain("I like robots.");
        text.ShouldContain("Ask about shifts");
        Form(page, "advance").QuerySelector("button")!.TextContent.ShouldContain("Screened");
        page.QuerySelector("#placement")!.GetAttribute("data-live").ShouldBe("placement interview offer");
    }

    [Fact]
    public async Task The_graduate_is_offered_neither_notes_nor_the_steps_of_the_employer()
    {
        Placements.Shown = PlacementSamples.Applied with { Actions = ["withdraw"], NextStage = null, Notes = [] };
        using var browser = _web.Browser(Roles.Graduate);
        var page = await browser.PageAsync(Path);
        page.QuerySelectorAll("input[name=do]").Select(input => input.GetAttribute("value")).ShouldBe(["withdraw"]);
        page.QuerySelector("h1")!.TextContent.ShouldBe(Samples.Title);
    }

    [Fact]
    public async Task The_address_of_the_calendar_is_shown_when_it_is_made_and_not_again()
    {
        using var browser = _web.Browser(Roles.Graduate);
        var before = await browser.PageAsync("/en/calendar");
        before.QuerySelector("code.secret").ShouldBeNull();
        var made = await (await browser.SubmitAsync(before.QuerySelector("main form.post-button")!)).PageAsync();
        made.QuerySelector("code.secret")!.TextContent.ShouldBe(FakePlacements.CalendarAddress);
        (await browser.PageAsync("/en/calendar")).QuerySelector("code.secret").ShouldBeNull();
    }

    [Fact]
    public async Task A_refusal_reaches_the_service_with_its_reason_and_comment()
    {
        using var browser = _web.Browser(Roles.Employer);
        var page = await browser.PageAsync(Path);
        var response = await browser.SubmitAsync(
            Form(page, "reject"), ("reject.reason", "language"), ("reject.comment", "German B1 would do."));
        response.Headers.Location!.ToString().ShouldBe($"{Path}?done=reject");
        Sent<RefusalInput>($"/api/v1/placements/applications/{PlacementSamples.Id}/reject")
            .ShouldBe(new RefusalInput("language", "German B1 would do."));
    }

    [Fact]
    public async Task What_is_refused_keeps_what_was_typed_and_is_said_at_its_own_form()
    {
        using var browser = _web.Browser(Roles.Employer);
        var page = await browser.PageAsync(Path);
        _web.Services.Refusal = Problems.Invalid(new FieldProblem("$.reason", "missing", "Choose a reason."));
        var response = await browser.SubmitAsync(Form(page, "reject"), ("reject.comment", "Sorry <b>"));
        response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        var again = await response.PageAsync();
        again.QuerySelector("#problem a")!.GetAttribute("href").ShouldBe("#f-reject-reason");
        again.QuerySelector("#f-reject-reason")!.GetAttribute("aria-invalid").ShouldBe("true");
        again.QuerySelector("#f-advance-reason")!.HasAttribute("aria-invalid").ShouldBeFalse();
        again.QuerySelector("#f-reject-comment")!.TextContent.ShouldBe("Sorry <b>");
        again.QuerySelector("#do-reject")!.HasAttribute("open").ShouldBeTrue();
        again.QuerySelector("#placement")!.HasAttribute("data-live").ShouldBeFalse();
    }

    [Fact]
    public async Task Why_a_step_cannot_be_made_stands_on_the_page()
    {
        using var browser = _web.Browser(Roles.Employer);
        var page = await browser.PageAsync(Path);
        _web.Services.Refusal = Problems.Conflict("wrong-step", "Somebody has moved it meanwhile.");
        var response = await browser.SubmitAsync(Form(page, "advance"));
        response.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        (await response.PageAsync()).QuerySelector("#problem")!.TextContent.ShouldContain("Somebody has moved it meanwhile.");
    }

    [Fact]
    public async Task Both_sides_clocks_stand_beside_each_time_and_one_of_them_is_booked()
    {
        Placements.Shown = PlacementSamples.Applied with
        {
            Stage = "interview", ReplyBy = null, Actions = ["withdraw"], NextStage = null, Interviews = [PlacementSamples.Interview],
        };
        using var browser = _web.Browser(Roles.Graduate);
        var page = await browser.PageAsync(Path);
        var slots = page.QuerySelectorAll(".slot");
        slots.Length.ShouldBe(2);
        slots[0].TextContent.ShouldContain("Europe/Berlin (UTC+02:00)");
        slots[0].TextContent.ShouldContain("Africa/Cairo");
        slots[0].TextContent.ShouldContain("Within the working hours of both");
        slots[1].TextContent.ShouldContain("Outside the working hours");
        await browser.SubmitAsync(Form(page, "book"), ("book.start", "2099-06-01T07:00:00Z"));
        Sent<BookingInput>($"/api/v1/placements/interviews/{PlacementSamples.InterviewId}/book").Start.ShouldBe(PlacementSamples.Ahead);
    }

    [Fact]
    public async Task Times_are_proposed_as_they_are_written_in_the_zone()
    {
        using var browser = _web.Browser(Roles.Employer);
        var page = await browser.PageAsync($"{Path}/interviews/new");
        var response = await browser.SubmitAsync(page.QuerySelector("form.panel")!, ("slots[0].start", "2099-06-01T23:30"),
            ("slots[1].start", "2099-10-25T02:30+02:00"), ("minutes", "45"), ("place", "Hall 3"), ("panel", "Edda Sturm, Ole Dahl"));
        response.Headers.Location!.ToString().ShouldBe($"{Path}?done=propose");
        var sent = Sent<InterviewInput>("/api/v1/placements/interviews");
        sent.Slots.ShouldBe([new SlotInput("2099-06-01T23:30", "2099-06-02T00:15"),
            new SlotInput("2099-10-25T02:30+02:00", "2099-10-25T03:15:00+02:00")]);
        sent.Zone.ShouldBe("Europe/Berlin");
        sent.Panel.ShouldBe(["Edda Sturm", "Ole Dahl"]);
    }

    [Fact]
    public async Task A_time_that_comes_twice_can_be_written_with_its_offset()
    {
        using var browser = _web.Browser(Roles.Employer);
        var page = await browser.PageAsync($"{Path}/interviews/new");
        _web.Services.Refusal = Problems.Invalid(new FieldProblem("$.slots[1].end", "ambiguous", "That time comes twice."));
        var response = await browser.SubmitAsync(page.QuerySelector("form.panel")!, ("slots[0].start", "2099-06-01T09:00"),
            ("slots[1].start", "2099-10-25T02:30"), ("place", "Hall 3"));
        var again = await response.PageAsync();
        again.QuerySelector("#f-slots-0-start")!.GetAttribute("type").ShouldBe("datetime-local");
        var wrong = again.QuerySelector("#f-slots-1-start")!;
        wrong.GetAttribute("type").ShouldBe("text");
        wrong.GetAttribute("value").ShouldBe("2099-10-25T02:30");
        wrong.GetAttribute("aria-invalid").ShouldBe("true");
    }

    [Fact]
    public async Task An_offer_says_in_words_what_is_worse_and_where_the_rate_is_from()
    {
        Placements.Shown = PlacementSamples.Applied with
        {
            Stage = "offer", ReplyBy = null, Actions = [], NextStage = null, Offers = [PlacementSamples.Offer],
        };
        using var browser = _web.Browser(Roles.Graduate);
        var page = await browser.PageAsync(Path);
        var worse = page.QuerySelectorAll("tr.worse");
        worse.Length.ShouldBe(1);
        worse[0].TextContent.ShouldContain("Worse than advertised");
        var left = page.QuerySelector(".take-home")!.TextContent;
        left.ShouldContain("98,765 EGP");
        left.ShouldContain("1 EUR = 52.25 EGP");
        left.ShouldContain("reference value");
    }

    [Fact]
    public async Task Signing_sends_the_hash_that_was_shown_and_what_to_do_with_other_applications()
    {
        Placements.Shown = PlacementSamples.Applied with
        {
            Stage = "offer", ReplyBy = null, Actions = [], NextStage = null, Offers = [PlacementSamples.Offer],
        };
        using var browser = _web.Browser(Roles.Graduate);
        var page = await browser.PageAsync(Path);
        await browser.SubmitAsync(
            Form(page, "accept-offer"), ("accept-offer.signedName", "Salma Nour"), ("accept-offer.otherApplications", "withdraw"));
        Sent<AcceptanceInput>($"/api/v1/placements/offers/{PlacementSamples.OfferId}/accept")
            .ShouldBe(new AcceptanceInput("Salma Nour", PlacementSamples.Hash, "withdraw"));
    }

    [Fact]
    public async Task An_offer_begins_with_the_template_and_reaches_the_service_whole()
    {
        using var browser = _web.Browser(Roles.Employer);
        var page = await browser.PageAsync($"{Path}/offers/new");
        var response = await browser.SubmitAsync(page.QuerySelector("form[data-guard]")!, ("terms.pay", "2750.50"));
        response.Headers.Location!.ToString().ShouldBe($"{Path}?done=offer");
        var sent = Sent<OfferInput>("/api/v1/placements/offers");
        sent.ApplicationId.ShouldBe(PlacementSamples.Id);
        sent.ExpiresOn.ShouldBe(new DateOnly(2099, 6, 1));
        sent.Terms!.Pay.ShouldBe(2750.50m);
        (sent.Terms with { Pay = 2700, Fees = null }).ShouldBe(PlacementSamples.Terms with { Fees = null });
        sent.Terms.Fees.ShouldBe(PlacementSamples.Terms.Fees);
    }

    [Fact]
    public async Task An_offer_is_printed_in_the_employers_language_and_the_readers()
    {
        Placements.Shown = PlacementSamples.Applied with { Offers = [PlacementSamples.Offer] };
        using var browser = _web.Browser(Roles.Graduate);
        var page = await browser.PageAsync($"/ar/placements/{PlacementSamples.Id}/offers/{PlacementSamples.OfferId}");
        var columns = page.QuerySelectorAll(".languages > section");
        columns.Select(column => (column.GetAttribute("lang"), column.GetAttribute("dir"))).ShouldBe([("en", "ltr"), ("ar", "rtl")]);
        columns[0].TextContent.ShouldContain("Hours per week");
        columns[1].TextContent.ShouldContain("ساعات الأسبوع");
        page.QuerySelector(".hash")!.TextContent.ShouldBe(PlacementSamples.Hash);
    }

    [Fact]
    public async Task A_placement_of_others_is_not_found_and_strangers_are_asked_to_sign_in()
    {
        using var browser = _web.Browser(Roles.Employer);
        (await browser.GetAsync($"/en/placements/{Guid.Empty}")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        using var stranger = _web.Browser();
        (await stranger.GetAsync(Path)).Headers.Location!.ToString().ShouldContain("/sign-in?from=");
        using var graduate = _web.Browser(Roles.Graduate);
        (await graduate.GetAsync($"{Path}/offers/new")).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await graduate.GetAsync("/en/employer/placements")).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    static IElement Form(IParentNode page, string deed) =>
        page.QuerySelectorAll("form").Single(form => form.QuerySelector($"input[name=do][value='{deed}']") is not null);

    T Sent<T>(string path) => JsonSerializer.Deserialize<T>(
        _web.Services.Calls.Last(call => call.Path == path && call.Method != "GET").Body, JsonSerializerOptions.Web)!;
}

using System.Net;
using System.Text.Json;
using AngleSharp.Dom;
using Talent.Contracts.Graduates;
using Talent.Contracts.Identity;
using Talent.Contracts.Notifications;
using Talent.Platform.Security;

namespace Talent.Web.Tests;

public sealed class AccountPagesTests : IAsyncLifetime
{
    readonly WebServer _web = new();

    public ValueTask InitializeAsync() => _web.InitializeAsync();

    public ValueTask DisposeAsync() => _web.DisposeAsync();

    [Fact]
    public async Task An_employer_registers_with_the_enterprise()
    {
        using var browser = _web.Browser();
        var page = await browser.PageAsync("/zh/register?as=employer");
        var response = await browser.SubmitAsync(Form(page), ("organisation.name", "Nordhavn Automation"),
            ("organisation.country", "DE"), ("name", "Ada Probe"), ("email", "ada@example.com"), ("password", " two spaces at the ends "));
        response.Headers.Location!.ToString().ShouldBe("/zh/register/sent");
        var sent = Sent<RegisterInput>("/api/v1/identity/register");
        sent.ShouldSatisfyAllConditions(() => sent.As.ShouldBe("employer"), () => sent.Language.ShouldBe("zh"),
            () => sent.Organisation!.Kind.ShouldBe("enterprise"), () => sent.Organisation!.Country.ShouldBe("DE"),
            () => sent.Password.ShouldBe(" two spaces at the ends "), () => sent.Zone.ShouldBe("Etc/UTC"));
    }

    [Fact]
    public async Task Opening_a_links_page_does_nothing_and_its_button_does()
    {
        using var browser = _web.Browser();
        var page = await browser.PageAsync("/en/verify?token=abc");
        _web.Services.Calls.ShouldNotContain(call => call.Path.Contains("verify"));
        var response = await browser.SubmitAsync(Form(page));
        response.Headers.Location!.ToString().ShouldBe("/en/welcome");
        Sent<VerifyInput>("/api/v1/identity/verify").Token.ShouldBe("abc");
        (await browser.GetAsync("/en/welcome")).Headers.Location!.ToString().ShouldBe("/en/employer/jobs/first");
    }

    [Fact]
    public async Task A_key_is_shown_once()
    {
        using var browser = _web.Browser(Roles.Employer);
        var page = await browser.PageAsync("/en/organisation/keys");
        var response = await browser.SubmitAsync(Form(page), ("name", "At night"), ("scopes", "jobs:write"));
        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await response.PageAsync()).QuerySelector(".alert code")!.TextContent.ShouldBe(IdentitySamples.Key);
        (await browser.PageAsync("/en/organisation/keys")).DocumentElement.OuterHtml.ShouldNotContain(IdentitySamples.Key);
    }

    [Theory]
    [InlineData("unverified", true)]
    [InlineData("submitted", false)]
    [InlineData("verified", false)]
    [InlineData("refused", true)]
    public async Task An_organisation_is_submitted_while_it_is_not_under_review(string state, bool offered)
    {
        _web.Services.Identity.State = state;
        using var browser = _web.Browser(Roles.Employer);
        var page = await browser.PageAsync("/en/organisation");
        (page.QuerySelector("form[action='/en/organisation/submit']") is not null).ShouldBe(offered);
        (page.QuerySelector("input[type=file]") is not null).ShouldBe(offered);
        (page.QuerySelector(".decision") is not null).ShouldBe(state == "refused");
    }

    [Fact]
    public async Task An_invitation_is_accepted_by_whom_it_was_sent_to_alone()
    {
        using var stranger = _web.Browser();
        var asked = await stranger.PageAsync("/en/invitation?token=good");
        asked.QuerySelector("main form").ShouldBeNull();
        asked.QuerySelector("main .btn-primary")!.GetAttribute("href")!.ShouldContain("from=%2Fen%2Finvitation%3Ftoken%3Dgood");
        using var other = _web.Browser(Roles.Employer);
        (await other.PageAsync("/en/invitation?token=good")).QuerySelector("main form[action='/en/invitation']").ShouldBeNull();
        (await stranger.GetAsync("/en/invitation?token=old")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task The_office_decides_with_a_reason()
    {
        _web.Services.Identity.State = OrganisationStates.Submitted;
        using var browser = _web.Browser(Roles.Office);
        (await browser.PageAsync("/en/office")).QuerySelector("tbody a")!.GetAttribute("href")
            .ShouldBe($"/en/office/organisations/{IdentitySamples.OrganisationId}");
        var page = await browser.PageAsync($"/en/office/organisations/{IdentitySamples.OrganisationId}");
        var response = await browser.SubmitAsync(Form(page), ("decision", "refused"), ("reason", "The extract is too old."));
        response.Headers.Location!.ToString().ShouldBe("/en/office?decided=refused");
        Sent<OrganisationDecision>($"/api/v1/identity/organisations/{IdentitySamples.OrganisationId}/decide")
            .ShouldBe(new OrganisationDecision("refused", "The extract is too old."));
    }

    [Fact]
    public async Task A_first_job_is_written_and_published_in_one_go()
    {
        using var browser = _web.Browser(Roles.Employer);
        var page = await browser.PageAsync("/en/employer/jobs/first");
        var response = await browser.SubmitAsync(Form(page), ("title", "Welder"), ("country", "DE"), ("skills[0].skill", "TIG welding"));
        response.Headers.Location!.ToString().ShouldBe($"/en/employer/jobs/{Samples.Job.Id}/edit?done=publish");
        _web.Services.Calls.ShouldContain(call => call.Path == $"/api/v1/jobs/{Samples.Job.Id}/publish");
    }

    [Fact]
    public async Task A_cohort_typed_in_goes_the_way_of_a_roll()
    {
        using var browser = _web.Browser(Roles.Coordinator);
        var page = await browser.PageAsync("/en/coordinator/enrol");
        var response = await browser.SubmitAsync(Form(page), ("cohort", "2026 A"), ("country", "EG"),
            ("graduates[0].name", "Sami Example"), ("graduates[0].skills", "PLC programming, welding"), ("graduates[2].name", "Lina Example"));
        response.Headers.Location!.ToString().ShouldContain("/en/coordinator/imports/");
        var body = _web.Services.Calls.Last(call => call.Path == "/api/v1/graduates/imports").Body;
        var rows = JsonSerializer.Deserialize<GraduateInput[]>(body[body.IndexOf('[')..(body.LastIndexOf(']') + 1)], JsonSerializerOptions.Web)!;
        rows.Select(row => row.Name).ShouldBe(["Sami Example", "Lina Example"]);
        rows[0].Skills!.Select(skill => skill.Skill).ShouldBe(["PLC programming", "welding"]);
        rows[0].Education!.Single().Cohort.ShouldBe("2026 A");
    }

    [Fact]
    public async Task A_cohort_of_nobody_is_refused_at_its_fields()
    {
        using var browser = _web.Browser(Roles.Coordinator);
        var page = await browser.PageAsync("/en/coordinator/enrol");
        var response = await browser.SubmitAsync(Form(page), ("cohort", "2026 A"));
        response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await response.PageAsync()).QuerySelectorAll("#problem a").Select(link => link.GetAttribute("href"))
            .ShouldBe(["#f-country", "#f-graduates-0-name"]);
    }

    [Theory]
    [InlineData("unverified", true)]
    [InlineData("verified", false)]
    public async Task What_waits_for_a_person_is_listed(string state, bool waits)
    {
        (_web.Services.Identity.State, _web.Services.Identity.SecondFactor) = (state, false);
        using var browser = _web.Browser(Roles.Employer);
        var page = await browser.PageAsync("/en/inbox");
        (page.QuerySelector(".inbox-item a[href='/en/organisation']") is not null).ShouldBe(waits);
    }

    [Fact]
    public async Task The_inbox_shows_updates_with_their_links_the_unread_marked_and_marks_all_as_read()
    {
        using var browser = _web.Browser(Roles.Employer);
        var page = await browser.PageAsync("/fr/inbox");
        page.QuerySelectorAll(".update-list li").Select(item => item.ClassList.Contains("unread")).ShouldBe([true, false]);
        page.QuerySelector(".update-list a")!.GetAttribute("href").ShouldBe("/fr/placements/1");
        page.QuerySelector("[data-bell]")!.GetAttribute("data-last").ShouldBe("4");
        page.QuerySelector("a[rel=next]")!.GetAttribute("href").ShouldBe("/fr/inbox?after=3");
        (await browser.SubmitAsync(page.QuerySelector("form[action$='/inbox/read']")!)).Headers.Location!.ToString().ShouldBe("/fr/inbox");
        Sent<ReadInput>("/api/v1/notifications/read").UpTo.ShouldBe(4);
    }

    T Sent<T>(string path) => JsonSerializer.Deserialize<T>(
        _web.Services.Calls.Last(call => call.Path == path && call.Method == "POST").Body, JsonSerializerOptions.Web)!;

    static IElement Form(IDocument page) => page.QuerySelectorAll("main form.panel").Last();
}

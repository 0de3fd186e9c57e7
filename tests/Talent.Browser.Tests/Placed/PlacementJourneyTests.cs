using System.Globalization;
using Microsoft.Playwright;
using Talent.Platform.Security;
using Talent.Testing;

namespace Talent.Browser.Tests.Placed;

/// <summary>From two spreadsheets to somebody who is still at work three months later, seen by all four sides at once.</summary>
public sealed class PlacementJourneyTests(Installation installation, ITestOutputHelper output)
{
    const string Cohort = "2026 Robotics K";

    [Fact]
    public async Task Four_people_in_four_places_bring_a_graduate_to_work_and_see_each_others_moves_without_loading_again()
    {
        await using var people = await FourPeople.MeetAsync(installation);
        await BringInAsync(people);
        var placement = await ApplyAsync(people);
        await people.WatchAsync(_ => $"/placements/{placement}");
        await ChooseAsync(people);
        await InterviewAsync(people);
        await AgreeAsync(people);
        await BeginAsync(people);
        await FollowUpAsync(people, placement);
        foreach (var session in people.All)
            session.Faults.ShouldBeEmpty();
        output.WriteLine(people.Delays);
    }

    static async Task BringInAsync(FourPeople people)
    {
        await people.Employer.GotoAsync("/employer");
        await Uploads.UploadAsync(people.Employer, "/employer", Uploads.JobNeeds(1, "placed"), script: true);
        await people.Coordinator.GotoAsync("/coordinator");
        var graduate = FourPeople.Of(Roles.Graduate);
        await Uploads.UploadAsync(
            people.Coordinator, "/coordinator", Uploads.RollOf(Cohort, graduate.Name, graduate.Email), script: true);
        await people.Employer.GotoAsync("/employer");
        await people.Employer.Page.Locator(".row-action a[href*=candidates]").First.ClickAsync();
        await people.Employer.ReloadUntilAsync(people.Employer.Page.Locator("article.ranked"));
    }

    /// <returns>The placement's id.</returns>
    static async Task<string> ApplyAsync(FourPeople people)
    {
        var page = people.Graduate.Page;
        await people.Graduate.GotoAsync("/graduate");
        await people.Graduate.ReloadUntilAsync(page.Locator("article.ranked h3 a"));
        await page.Locator("article.ranked h3 a").First.ClickAsync();
        var match = page.Url;
        await people.WatchAsync(role => role switch
        {
            Roles.Employer => "/employer/placements",
            Roles.Graduate => "/graduate/applications",
            _ => $"/{role}/board",
        });
        await page.GotoAsync(match);
        await page.Locator("main a[href*='/jobs/']").First.ClickAsync();
        await people.EveryoneSeesAsync("applied", people.Graduate, async () =>
        {
            await page.Locator("form[action$='/apply'] textarea").FillAsync("أعمل على روبوتات اللحام منذ عامين.");
            await SendAsync(page, page.Locator("form[action$='/apply'] button[type=submit]"));
        }, there => there.Locator("#board a[href*='/placements/'], #board-numbers td.number a").First);
        await people.Employer.PictureAsync("placed-kanban");
        await people.Coordinator.PictureAsync("placed-board");
        await page.GotoAsync("/ar/graduate/applications");
        await page.Locator("#applications a[href*='/placements/']").First.ClickAsync();
        return new Uri(page.Url).Segments[^1];
    }

    static async Task ChooseAsync(FourPeople people)
    {
        await people.EveryoneSeesAsync("screened", people.Employer, () => AdvanceAsync(people.Employer.Page), At(1));
        await people.EveryoneSeesAsync("shortlisted", people.Employer, () => AdvanceAsync(people.Employer.Page), At(2));
    }

    static async Task InterviewAsync(FourPeople people)
    {
        var (employer, graduate) = (people.Employer, people.Graduate);
        var first = TimeProvider.System.GetUtcNow().UtcDateTime.Date.AddDays(4).AddHours(15);
        await people.EveryoneSeesAsync(
            "interview proposed", employer, () => ProposeAsync(employer.Page, "a[href$='/interviews/new']", first), At(3));
        await people.EveryoneSeesAsync(
            "interview booked", graduate, () => PickAsync(graduate.Page, "book", 0), Booked(first));
        var booked = await CalendarAsync(employer.Page, "REQUEST", first);
        await people.EveryoneSeesAsync(
            "interview moved by the graduate", graduate, () => PickAsync(graduate.Page, "move-interview", 1),
            Booked(first.AddDays(2)));
        var moved = await CalendarAsync(employer.Page, "REQUEST", first.AddDays(2));
        (moved.Uid, moved.Sequence > booked.Sequence).ShouldBe((booked.Uid, true));
        var instead = first.AddDays(7);
        await people.EveryoneSeesAsync(
            "other times proposed by the employer", employer,
            () => ProposeAsync(employer.Page, "a[href*='instead=']", instead), Proposed);
        await people.EveryoneSeesAsync(
            "interview booked again", graduate, () => PickAsync(graduate.Page, "book", 0), Booked(instead));
        var again = await CalendarAsync(employer.Page, "REQUEST", instead);
        (again.Uid, again.Sequence > moved.Sequence).ShouldBe((booked.Uid, true));
        await graduate.PictureAsync("placed-interview");
    }

    static async Task AgreeAsync(FourPeople people)
    {
        var (employer, graduate) = (people.Employer.Page, people.Graduate.Page);
        await people.EveryoneSeesAsync("offer", people.Employer, async () =>
        {
            await employer.Locator("a[href$='/offers/new']").ClickAsync();
            await employer.Locator("[name='terms.pay']").FillAsync("8500");
            await employer.Locator("[name='terms.startsOn']").FillAsync(Day(TimeProvider.System.GetUtcNow().UtcDateTime.AddDays(30)));
            await SendAsync(employer, employer.Locator("main form button[type=submit].btn-primary"));
        }, At(4));
        // Less than the job had advertised: said in words.
        await Assertions.Expect(graduate.Locator(".worse-note").First).ToBeVisibleAsync();
        await people.Graduate.PictureAsync("placed-offer");
        await people.EveryoneSeesAsync("accepted", people.Graduate, async () =>
        {
            await graduate.Locator("[name='accept-offer.signedName']").FillAsync(FourPeople.Of(Roles.Graduate).Name);
            await SendAsync(graduate, Deed(graduate, "accept-offer"));
        }, At(5));
    }

    static async Task BeginAsync(FourPeople people)
    {
        await people.EveryoneSeesAsync("permit", people.Employer, () => AdvanceAsync(people.Employer.Page), At(6));
        await people.EveryoneSeesAsync("departure", people.Employer, () => AdvanceAsync(people.Employer.Page), At(7));
        await people.EveryoneSeesAsync("started", people.Employer, () => AdvanceAsync(people.Employer.Page), At(8));
        await people.Coordinator.PictureAsync("placed-started");
    }

    static async Task FollowUpAsync(FourPeople people, string placement)
    {
        await people.ComeBackAfterAsync(TimeSpan.FromDays(93));
        await people.WatchAsync(_ => $"/placements/{placement}");
        var page = people.Coordinator.Page;
        foreach (var (month, row) in new[] { (1, 0), (3, 1) })
        {
            await people.EveryoneSeesAsync($"follow-up after {month} months", people.Coordinator, async () =>
            {
                await page.Locator("#do-follow-up > summary").ClickAsync();
                await page.Locator("[name='follow-up.atWork']").SelectOptionAsync("true");
                await SendAsync(page, Deed(page, "follow-up"));
            }, there => there.Locator("section:has(#follow-ups) tbody tr").Nth(row).Locator("td").Nth(1)
                .Filter(new LocatorFilterOptions { HasNotText = "–" }));
        }
        await people.Employer.PictureAsync("placed-followed-up");
    }

    static Func<IPage, ILocator> At(int stage) => page =>
        page.Locator($"ol.stage-steps > li:nth-child({stage + 1})[aria-current=step]");

    static Func<IPage, ILocator> Booked(DateTime shanghai) => page =>
        page.Locator(
        $"article.interview > :is(.two-times, p) time[datetime='{Instant(shanghai)}']");

    /// <summary>The office sees no times until one is booked.</summary>
    static ILocator Proposed(IPage page) => page.Locator("article.interview h3 .stage-tone-open");

    static DateTime Utc(DateTime shanghai) => DateTime.SpecifyKind(shanghai.AddHours(-8), DateTimeKind.Utc);

    static string Instant(DateTime shanghai) => Utc(shanghai).ToString("s", CultureInfo.InvariantCulture) + "Z";

    static string Day(DateTime day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    static ILocator Deed(IPage page, string deed) =>
        page.Locator($"form.deed:has(input[name=do][value='{deed}']) button[type=submit]").First;

    static Task AdvanceAsync(IPage page) => SendAsync(
        page, page.Locator("form.deed:has(input[name='advance.to']) button[type=submit]"));

    static async Task ProposeAsync(IPage page, string link, DateTime start)
    {
        await page.Locator(link).ClickAsync();
        var zone = page.Locator("select[name=zone]");
        if (await zone.CountAsync() > 0)
        {
            await zone.SelectOptionAsync("Asia/Shanghai");
            await page.Locator("[name=place]").FillAsync("https://meet.example/welding");
        }
        for (var row = 0; row < 3; row++)
        {
            await page.Locator($"[name='slots[{row}].start']").FillAsync(
                start.AddDays(row).ToString("yyyy-MM-dd'T'HH:mm", CultureInfo.InvariantCulture));
        }
        await SendAsync(page, page.Locator("main form button[type=submit].btn-primary"));
    }

    static async Task PickAsync(IPage page, string deed, int slot)
    {
        var box = page.Locator($"#do-{deed}");
        if (await box.GetAttributeAsync("open") is null)
            await box.Locator("> summary").ClickAsync();
        await box.Locator("input[type=radio]").Nth(slot).CheckAsync();
        await SendAsync(page, box.Locator("button[type=submit]"));
    }

    /// <summary>Sends a form that is taken: the page that follows says so.</summary>
    static async Task SendAsync(IPage page, ILocator button)
    {
        var answer = await page.RunAndWaitForResponseAsync(
            () => button.ClickAsync(),
            response => response.Request.IsNavigationRequest && response.Request.Method == "POST");
        answer.Status.ShouldBe(302, await ProblemsAsync(page, answer));
        await page.WaitForLoadStateAsync();
    }

    static async Task<string> ProblemsAsync(IPage page, IResponse answer) => answer.Status == 302
        ? ""
        : string.Join(Environment.NewLine, await page.Locator(".alert, .invalid-feedback").AllInnerTextsAsync());

    /// <summary>The interview's calendar, as other people's programs read it.</summary>
    static async Task<ForeignEvent> CalendarAsync(IPage page, string method, DateTime shanghai)
    {
        var id = (await page.Locator("article.interview").First.GetAttributeAsync("id"))!["interview-".Length..];
        var answer = await page.APIRequest.GetAsync($"/api/v1/placements/interviews/{id}.ics");
        answer.Status.ShouldBe(200);
        var read = await ForeignReaders.ReadOneAsync(await answer.TextAsync(), method);
        read.Start.UtcDateTime.ShouldBe(Utc(shanghai));
        return read;
    }
}

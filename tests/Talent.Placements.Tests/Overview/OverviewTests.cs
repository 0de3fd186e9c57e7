using System.Net;
using System.Net.Http.Json;
using System.Text;
using Talent.Contracts.Placements;
using Talent.Placements.Tests.Applications;
using Talent.Testing;

namespace Talent.Placements.Tests.Overview;

public sealed class OverviewTests
{
    [Theory, StoreData]
    public async Task Pages_follow_each_other_in_every_order(string store)
    {
        await using var app = await PlacementsApi.StartAsync(store);
        var ids = await AppliedAsync(app, 7);
        await app.Employer().StepAsync(ids[2], "advance");
        foreach (var sort in new[] { "newest", "waiting", "due" })
        {
            var seen = new List<Guid>();
            string? after = null;
            do
            {
                var page = await ListAsync(app.Employer(), $"?sort={sort}&limit=3&after={after}");
                page.Total.ShouldBe(7);
                seen.AddRange(page.Items.Select(item => item.Id));
                after = page.Next;
            }
            while (after is not null);
            seen.ShouldBe(ids, ignoreOrder: true);
            if (sort == "newest")
                seen.ShouldBe(Enumerable.Reverse(ids));
            if (sort == "waiting")
                seen[^1].ShouldBe(ids[2]);
        }
    }

    [Theory, StoreData]
    public async Task Filters_narrow_the_list_and_the_stages_are_counted_without_theirs(string store)
    {
        await using var app = await PlacementsApi.StartAsync(store);
        var ids = await AppliedAsync(app, 3);
        var employer = app.Employer();
        await employer.StepAsync(ids[0], "advance");
        var screened = await ListAsync(employer, "?stage=screened");
        (screened.Total, screened.Items.Count).ShouldBe((1, 1));
        screened.Stages.ShouldBe(new Dictionary<string, int> { ["applied"] = 2, ["screened"] = 1 }, ignoreOrder: true);
        (await ListAsync(employer, "?q=DUATE+2")).Items.ShouldHaveSingleItem().GraduateName.ShouldBe("graduate 2");
        (await ListAsync(employer, "?q=weld")).Total.ShouldBe(3);
        (await ListAsync(employer, "?cohort=2026+A")).Total.ShouldBe(3);
        (await ListAsync(employer, "?cohort=2025")).Total.ShouldBe(0);
        (await ListAsync(employer, "?kind=employment")).Total.ShouldBe(3);
        (await ListAsync(employer, "?kind=internship")).Total.ShouldBe(0);
        (await ListAsync(employer, "?country=ZZ")).Total.ShouldBe(0);
        var college = TalentApp.Person("coordinator", 1, 1).OrganisationName!;
        (await ListAsync(employer, $"?college={Uri.EscapeDataString(college)}")).Total.ShouldBe(3);
        (await ListAsync(employer, "?college=Another")).Total.ShouldBe(0);
        (await ListAsync(employer, "?overdue=true")).Total.ShouldBe(0);
        using var wrong = await employer.GetAsync(PlacementsApi.Path("?stage=nowhere"));
        (await ProblemDocument.ReadAsync(wrong)).Wrong.ShouldBe(["stage unknown-option"]);
    }

    [Theory, StoreData]
    public async Task Those_whose_next_step_is_overdue_are_found(string store)
    {
        await using var app = await PlacementsApi.StartAsync(store);
        var ids = await AppliedAsync(app, 2);
        await app.Employer().StepAsync(ids[0], "advance");
        app.Clock.Advance(TimeSpan.FromDays(40));
        var late = await ListAsync(app.Employer(), "?overdue=true&stage=screened");
        late.Items.ShouldHaveSingleItem().Id.ShouldBe(ids[0]);
        late.Items[0].Next!.Overdue.ShouldBeTrue();
    }

    [Fact]
    public async Task Several_are_moved_at_once_each_on_its_own()
    {
        await using var app = await PlacementsApi.StartAsync();
        var ids = await AppliedAsync(app, 3);
        await app.Graduate(1).StepAsync(ids[0], "withdraw", new WithdrawalInput("Moved away"));
        var strange = Guid.CreateVersion7();
        using var answer = await app.Employer().PostAsync(
            "/applications/moves", new BulkMoveInput([.. ids, strange], "reject", Reason: RefusalReasons.Language));
        var items = (await answer.Content.ReadFromJsonAsync<BulkMoveResult>())!.Items;
        items.Select(item => (item.Done, item.Code)).ShouldBe(
            [(false, "ended"), (true, null), (true, null), (false, "not-found")]);
        var told = await app.Graduate(2, "zh").GetAsync(ids[1]);
        (told.EndReason, told.EndText!.Contains("语言", StringComparison.Ordinal)).ShouldBe((EndReasons.Refused, true));
        using var silent = await app.Employer().PostAsync("/applications/moves", new BulkMoveInput(ids, "reject"));
        (await ProblemDocument.ReadAsync(silent)).Wrong.ShouldBe(["$.reason missing"]);
    }

    [Fact]
    public async Task The_export_runs_no_formula()
    {
        await using var app = await PlacementsApi.StartAsync();
        var job = await app.JobAsync();
        await app.GraduateAsync(adjust: graduate => graduate with { Name = "=HYPERLINK(\"https://example.com\")" });
        await app.Graduate().ApplyAsync(job.Id);
        var text = Encoding.UTF8.GetString(await app.Employer(1,
            "fr").GetByteArrayAsync(PlacementsApi.Path("/export.csv")));
        text.ShouldContain("'=HYPERLINK");
        text.ShouldContain("candidature envoyée");
        using var xlsx = await app.Coordinator().GetAsync(PlacementsApi.Path("/export.xlsx"));
        xlsx.StatusCode.ShouldBe(HttpStatusCode.OK);
        xlsx.Content.Headers.ContentType!.MediaType!.ShouldContain("spreadsheet");
    }

    [Fact]
    public async Task Today_shows_each_side_what_it_owes()
    {
        await using var app = await PlacementsApi.StartAsync();
        var ids = await AppliedAsync(app, 2);
        (await TodayAsync(app.Employer())).ShouldBeEmpty();
        app.Clock.Advance(TimeSpan.FromDays(12));
        (await TodayAsync(app.Employer())).Select(item => (item.Code, item.Overdue)).ShouldBe([("answer", false),
            ("answer", false)]);
        (await TodayAsync(app.Graduate())).ShouldBeEmpty();
        (await TodayAsync(app.Employer(2))).ShouldBeEmpty();
        ids.ShouldNotBeEmpty();
    }

    [Fact]
    public async Task Anyone_learns_how_an_employer_answers()
    {
        await using var app = await PlacementsApi.StartAsync();
        var ids = await AppliedAsync(app, 6);
        var owner = TalentApp.Person("employer").Organisation;
        app.Clock.Advance(TimeSpan.FromHours(10));
        foreach (var id in ids.Take(5))
            await app.Employer().StepAsync(id, "advance");
        await app.ChangeAsync(ids[5], one => one.Close(
            EndReasons.NoReply, Placements.Domain.Actor.Platform, null, app.Clock.GetUtcNow()));
        var answering = (await app.Anonymous().GetFromJsonAsync<Answering>(PlacementsApi.Path($"/answering/{owner}")))!;
        (answering.Due, answering.Answered).ShouldBe((6, 5));
        answering.MedianHours!.Value.ShouldBe(10, 0.5);
    }

    static async Task<List<Guid>> AppliedAsync(TalentApp app, int count)
    {
        var job = await app.JobAsync(openings: count);
        var ids = new List<Guid>();
        for (var number = 1; number <= count; number++)
        {
            await app.GraduateAsync(number);
            ids.Add((await app.Graduate(number).ApplyAsync(job.Id)).Id);
        }
        return ids;
    }

    static async Task<PlacementPage> ListAsync(HttpClient client, string query) =>
        (await client.GetFromJsonAsync<PlacementPage>(PlacementsApi.Path(query)))!;

    static async Task<List<TodayItem>> TodayAsync(HttpClient client) =>
        (await client.GetFromJsonAsync<List<TodayItem>>(PlacementsApi.Path("/today")))!;
}

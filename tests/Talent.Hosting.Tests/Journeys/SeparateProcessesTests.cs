using System.Net.Http.Json;
using Talent.Contracts.Jobs;
using Talent.Contracts.Matching;
using Talent.Contracts.Notifications;
using Talent.Contracts.Placements;
using Talent.Hosting.Tests.Access;
using Talent.Platform.Security;
using Talent.Testing;
using static Talent.Hosting.Tests.Journeys.ApiJourney;

namespace Talent.Hosting.Tests.Journeys;

/// <summary>The services as processes of their own, on PostgreSQL and RabbitMQ.</summary>
public sealed class SeparateProcessesTests
{
    static readonly TimeSpan Deadline = TimeSpan.FromMinutes(2);

    [Fact]
    public async Task Files_uploaded_to_two_services_are_ranked_by_a_third_and_shown_by_a_fourth()
    {
        await using var installation = await CreateAsync();
        var jobs = await installation.StartAsync("jobs");
        var graduates = await installation.StartAsync("graduates");
        var matching = await installation.StartAsync("matching");
        var web = await installation.StartAsync("web");
        using var employer = installation.ClientOf(jobs, People.Employer);
        using var coordinator = installation.ClientOf(graduates, People.Coordinator);

        var needs = await employer.UploadAsync("jobs", JobsCsv(20));
        var roll = await coordinator.UploadAsync("graduates", Roll);
        (await employer.ImportedAsync(needs, Deadline)).Accepted.ShouldBe(20);
        var enrolled = await coordinator.ImportedAsync(roll, Deadline);
        (enrolled.Accepted, enrolled.Rejected).ShouldBe((3, 0), string.Join('\n', enrolled.Errors));

        var job = (await employer.OwnJobsAsync())[0];
        await ShouldRankGraduatesAsync(installation, matching, job);
        await ShouldRankJobsAsync(installation, matching);
        await ShouldShowThemAsync(installation, web, job);
    }

    [Fact]
    public async Task Matching_killed_while_jobs_are_relayed_to_it_has_them_all_after_its_restart()
    {
        const int rows = 500;
        await using var installation = await CreateAsync();
        var jobs = await installation.StartAsync("jobs");
        var matching = await installation.StartAsync("matching");
        using var employer = installation.ClientOf(jobs, People.Employer);
        var import = await employer.UploadAsync("jobs", JobsCsv(rows));

        var arrived = 0;
        using (var before = installation.ClientOf(matching, null))
            await Eventually.ShouldAsync(
                async () => (arrived = await before.FoundJobsAsync()) > 0, "the first jobs are relayed", Deadline);
        await matching.KillAsync();
        arrived.ShouldBeLessThan(rows);
        (await employer.ImportedAsync(import, Deadline)).Accepted.ShouldBe(rows);

        var again = await installation.StartAsync("matching", port: matching.Address.Port);
        using var after = installation.ClientOf(again, null);
        await Eventually.ShouldAsync(async () => (await after.FoundJobsAsync()).ShouldBe(rows), Deadline);
    }

    [Fact]
    public async Task Jobs_taken_in_before_matching_was_ever_started_reach_it_when_it_is()
    {
        const int rows = 20;
        await using var installation = await CreateAsync();
        var jobs = await installation.StartAsync("jobs");
        using var employer = installation.ClientOf(jobs, People.Employer);
        (await employer.ImportedAsync(await employer.UploadAsync("jobs", JobsCsv(rows)), Deadline)).Accepted.ShouldBe(rows);

        var matching = await installation.StartAsync("matching");
        using var client = installation.ClientOf(matching, null);
        await Eventually.ShouldAsync(async () => (await client.FoundJobsAsync()).ShouldBe(rows), Deadline);
    }

    /// <summary>The services that follow an application start after the jobs and graduates were taken in.</summary>
    [Fact]
    public async Task An_application_becomes_an_accepted_offer_and_each_side_is_told_by_services_started_later()
    {
        await using var installation = await CreateAsync();
        var jobs = await installation.StartAsync("jobs");
        var graduates = await installation.StartAsync("graduates");
        using var recruiting = installation.ClientOf(jobs, People.Employer);
        using var coordinator = installation.ClientOf(graduates, People.Coordinator);
        (await recruiting.ImportedAsync(await recruiting.UploadAsync("jobs", JobsCsv(1)), Deadline)).Accepted.ShouldBe(1);
        (await coordinator.ImportedAsync(await coordinator.UploadAsync("graduates", Roll), Deadline)).Accepted.ShouldBe(3);
        var job = (await recruiting.OwnJobsAsync()).ShouldHaveSingleItem();

        var placements = await installation.StartAsync("placements");
        using var employer = installation.ClientOf(placements, People.Employer);
        using var graduate = installation.ClientOf(placements, People.Graduate);
        var placement = await Eventually.GetAsync(
            async () => await graduate.PostAsync<Placement>("/placements/applications", new ApplicationInput(job.Id)), Deadline);
        foreach (var stage in new[] { Stages.Screened, Stages.Shortlisted })
        {
            (await employer.PostAsync<Placement>($"/placements/applications/{placement.Id}/advance", new { }))
                .Stage.ShouldBe(stage);
        }
        var meeting = TimeProvider.System.GetUtcNow().AddDays(3);
        await employer.PostAsync<Interview>("/placements/interviews", new InterviewInput(
            placement.Id, [new SlotInput(meeting.ToString("O", null), meeting.AddHours(1).ToString("O", null))], null, "Room 1"));
        var offer = await employer.PostAsync<Offer>("/placements/offers", new OfferInput(
            placement.Id,
            new OfferTerms { Pay = 5000, Currency = "ZAR", StartsOn = DateOnly.FromDateTime(meeting.UtcDateTime).AddDays(30) }));
        (await graduate.PostAsync<Offer>(
            $"/placements/offers/{offer.Id}/accept", new AcceptanceInput(People.Graduate.Name, offer.DocumentHash)))
            .State.ShouldBe("accepted");

        var notifications = await installation.StartAsync("notifications");
        using var told = installation.ClientOf(notifications, People.Graduate);
        await Eventually.ShouldAsync(async () => (await told.GetFromJsonAsync<UpdatePage>(
            Relative("/api/v1/notifications?inbox=true&limit=20")))!.Items.Select(update => update.Kind)
            .ShouldContain(KindsOfNotice.OfferMade), Deadline);
        (await employer.GetFromJsonAsync<Placement>(Relative($"/api/v1/placements/{placement.Id}")))!
            .Stage.ShouldBe(Stages.Accepted);
    }

    [Fact]
    public async Task Two_jobs_processes_on_one_store_take_an_import_once()
    {
        const int rows = 1_000;
        await using var installation = await CreateAsync();
        var one = await installation.StartAsync("jobs", 1);
        var other = await installation.StartAsync("jobs", 2);
        using var atOne = installation.ClientOf(one, People.Employer);
        using var atOther = installation.ClientOf(other, People.Employer);

        var first = await atOne.UploadAsync("jobs", JobsCsv(rows));
        var second = await atOther.UploadAsync("jobs", JobsCsv(rows));

        // The one that was taken second found nothing new; it does not matter which process took it, or when.
        var reports = new[] { await atOther.ImportedAsync(first, Deadline), await atOne.ImportedAsync(second, Deadline) };
        reports.Select(report => (report.State, report.Processed, report.Rejected))
            .ShouldBe([("done", rows, 0), ("done", rows, 0)]);
        (reports.Sum(report => report.Accepted), reports.Sum(report => report.Updated + report.Unchanged)).ShouldBe((rows, rows));
        var numbers = (await atOther.OwnJobsAsync()).Select(job => job.ExternalId).ToList();
        numbers.ShouldBeUnique();
        numbers.Count.ShouldBe(rows);
    }

    static async Task<Installation> CreateAsync()
    {
        Skips.When(PostgresServer.Unavailable ?? RabbitServer.Unavailable);
        return await Installation.CreateAsync();
    }

    static async Task ShouldRankGraduatesAsync(Installation installation, HostProcess matching, JobNeed job)
    {
        using var client = installation.ClientOf(matching, People.Employer);
        var ranked = await Eventually.GetAsync(async () =>
            await client.GetFromJsonAsync<RankedPage<RankedGraduate>>(
                Relative($"/api/v1/matching/jobs/{job.Id}/graduates")) is { Total: 3 } page ? page : null, Deadline);
        ranked.Items.Select(item => (item.Graduate.DisplayName, item.Eligible)).ShouldBe(
            [("Nomsa Example", true), ("Sipho Example", true), ("Ana Example", false)]);
        ranked.Items[2].Blockers.ShouldAllBe(blocker => blocker.Message != "" && blocker.Cure != "");
        foreach (var item in ranked.Items)
        {
            item.Contributions.ShouldNotBeEmpty();
            item.Contributions.Sum(reason => reason.Effect).ShouldBe(item.Raw, 1e-9);
        }
    }

    static async Task ShouldRankJobsAsync(Installation installation, HostProcess matching)
    {
        using var client = installation.ClientOf(matching, People.Graduate);
        var ranked = await Eventually.GetAsync(async () =>
            await client.GetFromJsonAsync<RankedPage<RankedJob>>(
                Relative("/api/v1/matching/graduates/me/jobs")) is { Total: 20 } page ? page : null, Deadline);
        ranked.Items.ShouldAllBe(item => item.Eligible && item.Contributions.Count > 0);
    }

    static async Task ShouldShowThemAsync(Installation installation, HostProcess web, JobNeed job)
    {
        var candidates = await PageAsync(installation, web, People.Employer, $"/en/employer/jobs/{job.Id}/candidates");
        candidates.ShouldContain("Nomsa Example");
        candidates.ShouldContain("""<table class="reasons">""");
        // Twenty that fit alike: which of them stand on the first page is a matter of their ids.
        (await PageAsync(installation, web, People.Graduate, "/zh/graduate")).ShouldContain("Industrial robot technician");
        (await PageAsync(installation, web, People.Coordinator, "/en/coordinator")).ShouldContain("2026 Robotics A");
        // The job's text is English; what the search understood is the skill it asks for.
        (await PageAsync(installation, web, null, "/zh/jobs?q=机器人焊接")).ShouldContain(People.Employer.OrganisationName!);
    }

    /// <summary>A page as the person sees it after signing in with a link.</summary>
    static async Task<string> PageAsync(Installation installation, HostProcess web, Caller? caller, string page)
    {
        using var browser = new HttpClient(new CookieJar(follow: true)) { BaseAddress = web.Address };
        var address = caller is null ? page : $"/sign-in?token={HostClients.TokenOf(caller, installation.Keys)}&from={page}";
        using var response = await browser.GetAsync(Relative(address));
        response.RequestMessage!.RequestUri!.PathAndQuery.ShouldStartWith(page.Split('?')[0]);
        return System.Net.WebUtility.HtmlDecode(await response.Content.ReadAsStringAsync());
    }

    /// <summary>Two who may work where the jobs are, the better first, and one who may not.</summary>
    const string Roll = """
        external_id,name,email,country,city,nationality,institution,programme,cohort,education,skills,languages,work_permits,visibility
        S-1,Nomsa Example,nomsa@example.org,ZA,Durban,ZA,Example Technical College,Industrial robotics,2026 Robotics A,5,PLC programming:4;Robot welding:3,en:C1,ZA,open
        S-2,Sipho Example,sipho@example.org,ZA,Durban,ZA,Example Technical College,Industrial robotics,2026 Robotics A,5,PLC programming:1,en:B1,ZA,open
        S-3,Ana Example,ana@example.org,BR,Campinas,BR,Example Technical College,Industrial robotics,2026 Robotics A,5,PLC programming:4;Robot welding:4,pt:C2;en:C1,BR,open
        """;
}

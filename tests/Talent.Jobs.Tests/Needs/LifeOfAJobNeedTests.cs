using System.Net;
using System.Net.Http.Json;
using Talent.Contracts.Jobs;
using Talent.Contracts.Platform;
using Talent.Testing;

namespace Talent.Jobs.Tests.Needs;

public sealed class LifeOfAJobNeedTests
{
    [Theory, StoreData]
    public async Task Goes_from_draft_over_published_and_paused_to_closed(string store)
    {
        await using var app = await JobsApi.StartAsync(store);
        var (employer, anyone) = (app.Employer(), app.Anonymous());
        using var created = await employer.PostAsJsonAsync(JobsApi.Jobs, JobsApi.Welder("W-1"));
        var job = await JobsApi.NeedAsync(created, HttpStatusCode.Created);
        created.Headers.Location.ShouldBe(JobsApi.Path($"/{job.Id}"));
        created.Headers.ETag!.Tag.ShouldBe("\"1\"");
        (job.State, job.Version, job.Mode, job.Contract, job.Openings).ShouldBe(("draft", 1, "onsite", "permanent", 1));
        (await anyone.GetAsync(JobsApi.Path($"/{job.Id}"))).StatusCode.ShouldBe(HttpStatusCode.NotFound);

        (await employer.MoveAsync(job.Id, "publish")).PublishedAt.ShouldNotBeNull();
        var seen = (await anyone.GetFromJsonAsync<JobNeed>(JobsApi.Path($"/{job.Id}")))!;
        (seen.State, seen.Version, seen.ExternalId).ShouldBe(("published", 2, null));

        (await employer.MoveAsync(job.Id, "pause", "Audit\u0000")).StateReason.ShouldBe("Audit");
        (await anyone.GetAsync(JobsApi.Path($"/{job.Id}"))).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await employer.MoveAsync(job.Id, "publish")).Version.ShouldBe(4);
        (await employer.MoveAsync(job.Id, "close")).State.ShouldBe("closed");
        (await anyone.GetAsync(JobsApi.Path($"/{job.Id}"))).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Theory]
    [InlineData("pause")]
    [InlineData("publish close publish")]
    [InlineData("publish publish")]
    [InlineData("close close")]
    [InlineData("publish close pause")]
    public async Task Refuses_a_step_that_its_state_forbids(string steps)
    {
        await using var app = await JobsApi.StartAsync();
        var employer = app.Employer();
        var job = await employer.CreateAsync();
        var all = steps.Split(' ');
        foreach (var step in all[..^1])
            await employer.MoveAsync(job.Id, step);
        using var refused = await employer.PostAsync(JobsApi.Path($"/{job.Id}/{all[^1]}"), null);
        refused.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        (await ProblemDocument.ReadAsync(refused)).Code.ShouldBe("wrong-state");
    }

    [Fact]
    public async Task A_draft_that_is_closed_stays_unseen_by_others()
    {
        await using var app = await JobsApi.StartAsync();
        var job = await app.Employer().CreateAsync();
        await app.Employer().MoveAsync(job.Id, "close");
        (await app.Anonymous().GetAsync(JobsApi.Path($"/{job.Id}"))).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        app.Clock.Advance(TimeSpan.FromMinutes(1));
        (await app.Anonymous().GetFromJsonAsync<Page<JobNeed>>(JobsApi.Path("/feed")))!.Items.ShouldBeEmpty();
    }

    [Fact]
    public async Task Publishing_after_the_closing_date_is_refused()
    {
        await using var app = await JobsApi.StartAsync();
        var employer = app.Employer();
        var today = DateOnly.FromDateTime(app.Clock.GetUtcNow().UtcDateTime);
        var job = await employer.CreateAsync(JobsApi.Welder() with { ClosesOn = today });
        app.Clock.Advance(TimeSpan.FromDays(1));
        using var refused = await employer.PostAsync(JobsApi.Path($"/{job.Id}/publish"), null);
        (await ProblemDocument.ReadAsync(refused)).Code.ShouldBe("closes-on-past");
    }

    [Theory, StoreData]
    public async Task A_change_needs_the_version_it_is_of(string store)
    {
        await using var app = await JobsApi.StartAsync(store);
        var employer = app.Employer();
        var job = await employer.CreateAsync();
        var better = JobsApi.Welder() with { Title = "Senior welder" };
        using (var none = await employer.ChangeAsync(job.Id, better, null))
            none.StatusCode.ShouldBe(HttpStatusCode.PreconditionRequired);
        using (var changed = await employer.ChangeAsync(job.Id, better, "\"1\""))
        {
            (await JobsApi.NeedAsync(changed, HttpStatusCode.OK)).Title.ShouldBe("Senior welder");
            changed.Headers.ETag!.Tag.ShouldBe("\"2\"");
        }
        using (var stale = await employer.ChangeAsync(job.Id, better with { City = "Penang" }, "\"1\""))
        {
            stale.StatusCode.ShouldBe(HttpStatusCode.PreconditionFailed);
            (await ProblemDocument.ReadAsync(stale)).Code.ShouldBe("changed-meanwhile");
        }
        using (var weak = await employer.ChangeAsync(job.Id, better, "W/\"2\""))
            (await JobsApi.NeedAsync(weak, HttpStatusCode.OK)).Version.ShouldBe(2, "nothing differs");
    }

    [Theory, StoreData]
    public async Task Of_changes_at_the_same_moment_one_wins_and_the_others_are_told(string store)
    {
        await using var app = await JobsApi.StartAsync(store);
        var employer = app.Employer();
        var job = await employer.CreateAsync();
        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(number =>
            employer.ChangeAsync(job.Id, JobsApi.Welder() with { Title = $"Welder {number}" }, "\"1\"")));
        answers.Count(answer => answer.StatusCode == HttpStatusCode.OK).ShouldBe(1);
        answers.Count(answer => answer.StatusCode == HttpStatusCode.PreconditionFailed).ShouldBe(5);
    }

    [Fact]
    public async Task Another_organisation_learns_nothing_of_it()
    {
        await using var app = await JobsApi.StartAsync();
        var job = await app.Employer().CreateAsync(JobsApi.Welder("W-1"));
        var other = app.Employer(organisation: 2);
        (await other.GetAsync(JobsApi.Path($"/{job.Id}"))).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await other.PostAsync(JobsApi.Path($"/{job.Id}/publish"), null)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        using (var change = await other.ChangeAsync(job.Id, JobsApi.Welder(), "\"1\""))
            change.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await other.GetFromJsonAsync<Page<JobNeed>>(JobsApi.Path("?mine=true")))!.Items.ShouldBeEmpty();
        // Its ids are its own: the other may use the same external id.
        (await other.CreateAsync(JobsApi.Welder("W-1"))).ExternalId.ShouldBe("W-1");
    }

    [Fact]
    public async Task An_external_id_is_used_once_in_an_organisation()
    {
        await using var app = await JobsApi.StartAsync();
        var employer = app.Employer();
        var first = await employer.CreateAsync(JobsApi.Welder("W-1"));
        var second = await employer.CreateAsync(JobsApi.Welder("W-2"));
        using (var again = await employer.PostAsJsonAsync(JobsApi.Jobs, JobsApi.Welder(" W-1 ")))
            (await ProblemDocument.ReadAsync(again)).Code.ShouldBe("duplicate-external-id");
        using (var taken = await employer.ChangeAsync(second.Id, JobsApi.Welder("W-1"), "\"1\""))
            (await ProblemDocument.ReadAsync(taken)).Code.ShouldBe("duplicate-external-id");
        first.ExternalId.ShouldBe("W-1");
    }

    [Theory, StoreData]
    public async Task An_external_id_taken_at_the_same_moment_is_a_conflict(string store)
    {
        await using var app = await JobsApi.StartAsync(store);
        var employer = app.Employer();
        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(
            _ => employer.PostAsJsonAsync(JobsApi.Jobs, JobsApi.Welder("W-1"))));
        answers.Count(answer => answer.StatusCode == HttpStatusCode.Created).ShouldBe(1);
        answers.Count(answer => answer.StatusCode == HttpStatusCode.Conflict).ShouldBe(7);
    }
}

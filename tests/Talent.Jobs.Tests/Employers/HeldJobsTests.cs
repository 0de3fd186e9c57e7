using System.Net;
using System.Net.Http.Json;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Talent.Contracts.Identity;
using Talent.Contracts.Jobs;
using Talent.Contracts.Platform;
using Talent.Jobs.Data;
using Talent.Jobs.Features.Employers;
using Talent.Platform.Security;
using Talent.Testing;

namespace Talent.Jobs.Tests.Employers;

/// <summary>Job needs of enterprises that the programme office has not verified, has verified, and has
/// suspended.</summary>
public sealed class HeldJobsTests
{
    static readonly Caller Newcomer = TalentApp.Person(Roles.Employer) with { OrganisationVerified = false };

    [Theory, StoreData]
    public async Task What_an_unverified_enterprise_publishes_is_held_for_its_own_eyes(string store)
    {
        await using var app = await JobsApi.StartAsync(store);
        var owner = app.ClientOf(Newcomer);
        var job = await owner.CreateAsync();

        var held = await owner.MoveAsync(job.Id, "publish");

        (held.State, held.PublishedAt).ShouldBe(("held", null));
        (await owner.GetAsync(JobsApi.Path($"/{job.Id}"))).StatusCode.ShouldBe(HttpStatusCode.OK);
        foreach (var other in new[] { app.Anonymous(), app.Graduate(), app.Employer(2), app.Office() })
            (await other.GetAsync(JobsApi.Path($"/{job.Id}"))).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await FeedAsync(app)).ShouldBeEmpty();
        (await owner.GetFromJsonAsync<Page<JobNeed>>(JobsApi.Path("?mine=true&state=held")))!
            .Items.ShouldHaveSingleItem().Id.ShouldBe(job.Id);
        using var again = await owner.PostAsJsonAsync(JobsApi.Path($"/{job.Id}/publish"), new { });
        (await ProblemDocument.ReadAsync(again)).Code.ShouldBe("organisation-not-verified");
    }

    [Theory, StoreData]
    public async Task Held_jobs_become_public_by_themselves_once_the_enterprise_is_verified(string store)
    {
        await using var app = await JobsApi.StartAsync(store);
        var owner = app.ClientOf(Newcomer);
        var job = await owner.CreateAsync();
        var draft = await owner.CreateAsync();
        await owner.MoveAsync(job.Id, "publish");

        await TellAsync(app, Changed(verified: true, version: 2));

        await Eventually.ShouldAsync(async () => (await StateAsync(owner, job)).ShouldBe("published"));
        (await app.Anonymous().GetFromJsonAsync<JobNeed>(JobsApi.Path($"/{job.Id}")))!.PublishedAt.ShouldNotBeNull();
        (await StateAsync(owner, draft)).ShouldBe("draft");
        // The token still says that the office has not decided; what this service was told counts.
        (await owner.MoveAsync(draft.Id, "publish")).State.ShouldBe("published");
    }

    [Theory, StoreData]
    public async Task Public_jobs_are_held_when_the_enterprise_is_suspended(string store)
    {
        await using var app = await JobsApi.StartAsync(store);
        var owner = app.Employer();
        var job = await owner.CreateAsync();
        await owner.MoveAsync(job.Id, "publish");
        var closed = await owner.CreateAsync();
        await owner.MoveAsync(closed.Id, "close");

        await TellAsync(app, Changed(verified: false, version: 5));

        await Eventually.ShouldAsync(async () => (await StateAsync(owner, job)).ShouldBe("held"));
        (await app.Anonymous().GetAsync(JobsApi.Path($"/{job.Id}"))).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await StateAsync(owner, closed)).ShouldBe("closed");
        // The token says verified, and is wrong by now.
        (await owner.MoveAsync((await owner.CreateAsync()).Id, "publish")).State.ShouldBe("held");
    }

    [Fact]
    public async Task The_feed_says_of_a_job_that_was_public_that_it_is_gone_and_no_more()
    {
        await using var app = await JobsApi.StartAsync();
        var owner = app.Employer();
        var job = await owner.CreateAsync(JobsApi.Welder() with { Description = "Ring 555 0100 for a place." });
        await owner.MoveAsync(job.Id, "publish");
        await TellAsync(app, Changed(verified: false, version: 2));
        await Eventually.ShouldAsync(async () => (await StateAsync(owner, job)).ShouldBe("held"));

        var told = (await FeedAsync(app)).ShouldHaveSingleItem();

        (told.Id, told.State, told.Title, told.Description).ShouldBe((job.Id, "paused", "", ""));
    }

    [Fact]
    public async Task Older_news_of_an_enterprise_change_nothing()
    {
        await using var app = await JobsApi.StartAsync();
        var owner = app.ClientOf(Newcomer);
        await TellAsync(app, Changed(verified: true, version: 3));
        await TellAsync(app, Changed(verified: false, version: 2));
        (await owner.MoveAsync((await owner.CreateAsync()).Id, "publish")).State.ShouldBe("published");
    }

    [Fact]
    public async Task Jobs_follow_their_enterprise_to_a_new_name()
    {
        await using var app = await JobsApi.StartAsync();
        var owner = app.Employer();
        var job = await owner.CreateAsync();
        await TellAsync(app, Changed(verified: true, version: 2) with { Name = "Example Robotics (new)" });
        await Eventually.ShouldAsync(async () =>
            (await owner.GetFromJsonAsync<JobNeed>(JobsApi.Path($"/{job.Id}")))!.OrganisationName
                .ShouldBe("Example Robotics (new)"));
    }

    [Fact]
    public async Task A_job_held_at_the_very_moment_of_the_decision_is_not_forgotten()
    {
        await using var app = await JobsApi.StartAsync();
        var owner = app.ClientOf(Newcomer);
        await TellAsync(app, Changed(verified: true, version: 2));
        var job = await owner.CreateAsync();
        await using (var scope = app.Services.CreateAsyncScope())
        {
            // As a call does that asked before the decision was committed, and commits after it.
            var db = scope.ServiceProvider.GetRequiredService<JobsDb>();
            var requisition = await db.Requisitions.SingleAsync(requisition => requisition.Id == job.Id);
            requisition.Publish(verified: false, app.Clock.GetUtcNow(), DateOnly.FromDateTime(app.Clock.GetUtcNow().UtcDateTime));
            await db.SaveChangesAsync();
        }
        app.Services.GetRequiredService<EmployerSignal>().Set();
        await Eventually.ShouldAsync(async () => (await StateAsync(owner, job)).ShouldBe("published"));
    }

    [Fact]
    public async Task Rows_of_a_file_are_held_too()
    {
        await using var app = await JobsApi.StartAsync();
        var owner = app.ClientOf(Newcomer);
        using var file = new MultipartFormDataContent
        {
            { new ByteArrayContent(Encoding.UTF8.GetBytes("title,country,external_id\nWelder,MY,W-1\n")), "file", "jobs.csv" },
        };
        (await owner.PostAsync(JobsApi.Path("/imports"), file)).StatusCode.ShouldBe(HttpStatusCode.Accepted);
        await Eventually.ShouldAsync(async () =>
            (await owner.GetFromJsonAsync<Page<JobNeed>>(JobsApi.Path("?mine=true")))!
                .Items.ShouldHaveSingleItem().State.ShouldBe("held"));
    }

    [Fact]
    public async Task A_held_job_can_be_paused_and_closed()
    {
        await using var app = await JobsApi.StartAsync();
        var owner = app.ClientOf(Newcomer);
        var job = await owner.CreateAsync();
        await owner.MoveAsync(job.Id, "publish");
        (await owner.MoveAsync(job.Id, "pause")).State.ShouldBe("paused");
        (await owner.MoveAsync(job.Id, "publish")).State.ShouldBe("held");
        (await owner.MoveAsync(job.Id, "close")).State.ShouldBe("closed");
        await TellAsync(app, Changed(verified: true, version: 2));
        app.Clock.Advance(TimeSpan.FromSeconds(10));
        (await FeedAsync(app)).ShouldBeEmpty();
    }

    static OrganisationChanged Changed(bool verified, int version) => new(
        Newcomer.Organisation, OrganisationKinds.Enterprise, Newcomer.OrganisationName!, "MY", verified, version);

    /// <summary>Tells the service of an organisation and waits until it has heard.</summary>
    static async Task TellAsync(TalentApp app, OrganisationChanged message)
    {
        await using (var scope = app.Services.CreateAsyncScope())
        {
            var db = scope.ServiceProvider.GetRequiredService<JobsDb>();
            db.Publish(message, app.Clock);
            await db.SaveChangesAsync();
        }
        await Eventually.ShouldAsync(async () =>
        {
            await using var scope = app.Services.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<JobsDb>();
            (await db.Outbox.CountAsync(row => row.DeliveredAt == null)).ShouldBe(0);
        });
    }

    static async Task<string> StateAsync(HttpClient owner, JobNeed job) =>
        (await owner.GetFromJsonAsync<JobNeed>(JobsApi.Path($"/{job.Id}")))!.State;

    static async Task<IReadOnlyList<JobNeed>> FeedAsync(TalentApp app)
    {
        app.Clock.Advance(TimeSpan.FromSeconds(10));
        return (await app.Anonymous().GetFromJsonAsync<Page<JobNeed>>(JobsApi.Path("/feed")))!.Items;
    }
}

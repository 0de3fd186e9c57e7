using System.Net;
using Talent.Contracts.Placements;
using Talent.Testing;

namespace Talent.Placements.Tests.Applications;

public sealed class LifeOfAnApplicationTests
{
    [Theory, StoreData]
    public async Task Goes_from_applied_to_the_shortlist_step_by_step(string store)
    {
        await using var app = await PlacementsApi.StartAsync(store);
        var job = await app.JobAsync();
        await app.GraduateAsync();
        var applied = await app.Graduate().ApplyAsync(job.Id);
        (applied.Stage, applied.Version, applied.Kind).ShouldBe((Stages.Applied, 1, "employment"));
        applied.ReplyBy.ShouldNotBeNull();
        applied.Actions.ShouldBe(["withdraw"]);

        var employer = app.Employer();
        (await employer.GetAsync(applied.Id)).Graduate.Name.ShouldBe("graduate 1");
        var screened = await employer.StepAsync(applied.Id, "advance");
        (screened.Stage, screened.Version, screened.ReplyBy).ShouldBe((Stages.Screened, 2, null));
        (await employer.StepAsync(applied.Id, "advance")).Stage.ShouldBe(Stages.Shortlisted);
        using var further = await employer.PostAsync($"/applications/{applied.Id}/advance");
        further.StatusCode.ShouldBe(HttpStatusCode.Conflict);
    }
}

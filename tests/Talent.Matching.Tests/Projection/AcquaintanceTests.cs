using System.Net.Http.Json;
using Microsoft.Extensions.DependencyInjection;
using Talent.Contracts.Graduates;
using Talent.Contracts.Jobs;
using Talent.Contracts.Matching;
using Talent.Contracts.Placements;
using Talent.Matching.Data;
using Talent.Platform.Security;
using Talent.Testing;
using static Talent.Matching.Tests.Samples;

namespace Talent.Matching.Tests.Projection;

/// <summary>Rankings and searches name those who have applied to the employer that asks, and nobody else.</summary>
public sealed class AcquaintanceTests
{
    static readonly Uri Search = new("/api/v1/matching/search/graduates", UriKind.Relative);

    [Fact]
    public async Task Who_has_applied_is_named_in_rankings_and_searches_of_that_employer()
    {
        await using var app = await TalentApp.StartAsync(services: ["matching"]);
        var owner = TalentApp.Person(Roles.Employer).Organisation;
        var job = SampleJob with { Id = Guid.CreateVersion7(), OrganisationId = owner, State = "published",
            ClosesOn = null };
        var graduate = SampleGraduate with
        {
            Id = Guid.CreateVersion7(), Name = "Nomsa Example", Visibility = "masked", Removed = false,
        };
        await TellAsync(app, new JobNeedChanged(job), new GraduateProfileChanged(graduate));
        await Eventually.ShouldAsync(async () => (await FoundAsync(app.Employer())).Access.ShouldBe("masked"));

        await TellAsync(app, new PlacementChanged(
            Guid.CreateVersion7(), 1, job.Id, owner, graduate.Id, null, Stages.Applied, Stages.Applied, null,
            "employment",
            app.Clock.GetUtcNow(), app.Clock.GetUtcNow()));
        await Eventually.ShouldAsync(async () =>
            (await FoundAsync(app.Employer())).DisplayName.ShouldBe("Nomsa Example"));
        (await FoundAsync(app.Employer(2))).Access.ShouldBe("masked");
        var ranked = await app.Employer().GetFromJsonAsync<RankedPage<RankedGraduate>>(
            new Uri($"/api/v1/matching/jobs/{job.Id}/graduates", UriKind.Relative));
        ranked!.Items.ShouldHaveSingleItem().Graduate.DisplayName.ShouldBe("Nomsa Example");
    }

    static async Task<GraduateView> FoundAsync(HttpClient employer) =>
        (await employer.GetFromJsonAsync<SearchPage<GraduateHit>>(Search))!.Items.ShouldHaveSingleItem().Graduate;

    static async Task TellAsync(TalentApp app, params object[] messages)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<MatchingDb>();
        foreach (var message in messages)
        {
            switch (message)
            {
                case JobNeedChanged job:
                    db.Publish(job, app.Clock);
                    break;
                case GraduateProfileChanged graduate:
                    db.Publish(graduate, app.Clock);
                    break;
                case PlacementChanged placement:
                    db.Publish(placement, app.Clock);
                    break;
                default:
                    throw new ArgumentException($"{message.GetType().Name} is no message of this test.",
                        nameof(messages));
            }
        }
        await db.SaveChangesAsync();
    }
}

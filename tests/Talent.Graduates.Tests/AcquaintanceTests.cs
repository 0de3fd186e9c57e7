using System.Net;
using System.Net.Http.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Talent.Contracts.Graduates;
using Talent.Contracts.Placements;
using Talent.Contracts.Platform;
using Talent.Graduates.Data;
using Talent.Platform.Security;
using Talent.Testing;

namespace Talent.Graduates.Tests;

/// <summary>Who applies makes themselves known to that employer.</summary>
public sealed class AcquaintanceTests
{
    const string Roll = GraduatesApi.Headings
        + "A-1,Nomsa Example,nomsa@example.org,ZA,2026 A,Robotics,,,,masked\n"
        + "A-2,Tadi Example,tadi@example.org,ZA,2026 A,Robotics,,,,hidden\n";

    [Theory, StoreData]
    public async Task An_application_opens_the_profile_to_the_employer_applied_to(string store)
    {
        await using var app = await GraduatesApi.StartAsync(store);
        var ids = await EnrolledAsync(app);
        await TellAsync(app, Changed(ids["Nomsa Example"], 1, Stages.Applied),
            Changed(ids["Tadi Example"], 1, Stages.Applied));
        foreach (var (name, id) in ids)
        {
            (await ViewAsync(app.Employer(), id))!.DisplayName.ShouldBe(name);
            (await ViewAsync(app.Employer(2), id))?.Access.ShouldBe("masked");
        }
        (await app.Employer(2).GetAsync(GraduatesApi.Path($"/{ids["Tadi Example"]}"))).StatusCode
            .ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task It_closes_half_a_year_after_an_end_without_acceptance_and_never_after_one_with()
    {
        await using var app = await GraduatesApi.StartAsync();
        var ids = await EnrolledAsync(app);
        var (refused, placed) = (ids["Nomsa Example"], ids["Tadi Example"]);
        await TellAsync(
            app, Changed(refused, 2, Stages.Ended, Stages.Interview), Changed(placed, 2, Stages.Ended, Stages.Started));
        // What comes late of before changes nothing.
        await TellAsync(app, Changed(refused, 1, Stages.Applied));
        app.Clock.Advance(TimeSpan.FromDays(179));
        (await ViewAsync(app.Employer(), refused))!.Access.ShouldBe("open");
        app.Clock.Advance(TimeSpan.FromDays(2));
        (await ViewAsync(app.Employer(), refused))!.Access.ShouldBe("masked");
        (await ViewAsync(app.Employer(), placed))!.Access.ShouldBe("open");

        PlacementChanged Changed(Guid graduate, int version, string stage, string? reached = null) =>
            AcquaintanceTests.Changed(graduate, version, stage, reached) with { At = app.Clock.GetUtcNow() };
    }

    static PlacementChanged Changed(Guid graduate, int version, string stage, string? reached = null) => new(
        graduate, version, Guid.CreateVersion7(), TalentApp.Person(Roles.Employer).Organisation, graduate, null, stage,
        reached ?? stage, stage == Stages.Ended ? EndReasons.Refused : null, "employment", DateTimeOffset.UnixEpoch,
        DateTimeOffset.UnixEpoch);

    static async Task<Dictionary<string, Guid>> EnrolledAsync(TalentApp app)
    {
        var college = app.Coordinator();
        await college.ImportAsync("graduates", "roll.csv", Roll);
        return (await college.GetFromJsonAsync<Page<GraduateView>>(GraduatesApi.Path("")))!.Items
            .ToDictionary(graduate => graduate.DisplayName, graduate => graduate.Id, StringComparer.Ordinal);
    }

    static async Task<GraduateView?> ViewAsync(HttpClient client, Guid id)
    {
        using var answer = await client.GetAsync(GraduatesApi.Path($"/{id}"));
        return answer.IsSuccessStatusCode ? await answer.Content.ReadFromJsonAsync<GraduateView>() : null;
    }

    static async Task TellAsync(TalentApp app, params PlacementChanged[] messages)
    {
        await using (var scope = app.Services.CreateAsyncScope())
        {
            var db = scope.ServiceProvider.GetRequiredService<GraduatesDb>();
            foreach (var message in messages)
                db.Publish(message, app.Clock);
            await db.SaveChangesAsync();
        }
        await Eventually.ShouldAsync(async () =>
        {
            await using var scope = app.Services.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<GraduatesDb>();
            (await db.Outbox.CountAsync(row => row.DeliveredAt == null)).ShouldBe(0);
        });
    }
}

using System.Net;
using System.Net.Http.Json;
using Talent.Contracts.Placements;
using Talent.Testing;

namespace Talent.Placements.Tests.Applications;

public sealed class PrivacyTests
{
    [Theory, StoreData]
    public async Task Notes_are_the_employers_alone(string store)
    {
        await using var app = await PlacementsApi.StartAsync(store);
        var id = await AppliedAsync(app);
        using var noted = await app.Employer().PostAsync($"/applications/{id}/notes",
            new NoteInput("Ask about the reference"));
        (await PlacementsApi.PlacementAsync(noted, HttpStatusCode.OK)).Notes.ShouldHaveSingleItem().Text
            .ShouldBe("Ask about the reference");
        foreach (var other in new[] { app.Graduate(), app.Coordinator(), app.Office() })
            (await other.GetStringAsync(PlacementsApi.Path($"/{id}"))).ShouldNotContain("Ask about");
        foreach (var body in await Messages.BodiesAsync(app))
            body.ShouldNotContain("Ask about");
    }

    [Fact]
    public async Task Others_are_told_that_there_is_no_such_placement()
    {
        await using var app = await PlacementsApi.StartAsync();
        var id = await AppliedAsync(app);
        await app.GraduateAsync(2, college: 2);
        foreach (var stranger in new[] { app.Employer(2), app.Graduate(2), app.Coordinator(2), app.Graduate(9) })
        {
            (await stranger.GetAsync(PlacementsApi.Path($"/{id}"))).StatusCode.ShouldBe(HttpStatusCode.NotFound);
            (await stranger.GetFromJsonAsync<PlacementPage>(PlacementsApi.Path("")))!.Total.ShouldBe(0);
        }
        foreach (var step in new[] { "advance", "reject", "notes" })
        {
            using var refused = await app.Employer(2).PostAsync($"/applications/{id}/{step}", Body(step));
            refused.StatusCode.ShouldBe(HttpStatusCode.NotFound, step);
        }
    }

    [Fact]
    public async Task The_office_sees_no_letter_and_no_address()
    {
        await using var app = await PlacementsApi.StartAsync();
        var id = await AppliedAsync(app);
        var seen = await app.Office().GetAsync(id);
        (seen.Letter, seen.Graduate.Email).ShouldBe((null, null));
        seen.Actions.ShouldBeEmpty();
        var own = await app.Employer().GetAsync(id);
        (own.Letter, own.Graduate.Email).ShouldBe(("A letter", "graduate1@example.org"));
    }

    [Fact]
    public async Task What_a_graduate_says_of_the_work_does_not_reach_the_employer()
    {
        await using var app = await PlacementsApi.StartAsync();
        var id = await AppliedAsync(app);
        await app.StartAsync(id);
        app.Clock.Advance(TimeSpan.FromDays(31));
        using var asked = await app.Graduate().PostAsync(
            $"/{id}/follow-ups", new FollowUpInput(1, true, 3000, "MYR", 2, "Too many hours"));
        asked.StatusCode.ShouldBe(HttpStatusCode.OK, await asked.Content.ReadAsStringAsync());
        var seen = (await app.Employer().GetAsync(id)).FollowUps[0];
        (seen.AtWork, seen.Pay, seen.Satisfaction, seen.Comment).ShouldBe((true, null, null, null));
        (await app.Coordinator().GetAsync(id)).FollowUps[0].Comment.ShouldBe("Too many hours");
    }

    static object Body(string step) => step switch
    {
        "reject" => new RefusalInput(RefusalReasons.Skills),
        "notes" => new NoteInput("Mine"),
        _ => new { },
    };

    static async Task<Guid> AppliedAsync(TalentApp app)
    {
        var job = await app.JobAsync();
        await app.GraduateAsync();
        return (await app.Graduate().ApplyAsync(job.Id)).Id;
    }
}

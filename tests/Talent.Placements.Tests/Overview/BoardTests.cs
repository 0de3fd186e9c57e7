using System.Net.Http.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Talent.Contracts.Placements;
using Talent.Placements.Data;
using Talent.Placements.Domain;
using Talent.Placements.Tests.Applications;
using Talent.Platform.Security;
using Talent.Testing;

namespace Talent.Placements.Tests.Overview;

public sealed class BoardTests
{
    [Theory, StoreData]
    public async Task The_numbers_are_those_of_a_recount(string store)
    {
        await using var app = await PlacementsApi.StartAsync(store);
        var job = await app.JobAsync(openings: 20);
        var far = await app.JobAsync(openings: 20, adjust: one =>
            one with { Country = "BR", Zone = "America/Sao_Paulo" });
        for (var number = 1; number <= 8; number++)
        {
            await app.GraduateAsync(
                number,
                adjust: one => number > 6
                    ? one with { Education = [one.Education[0] with { Cohort = "2026 B" }] } : one);
            if (number < 8)
                await ProgressAsync(app, (await app.Graduate(number).ApplyAsync(number % 2 == 0 ? job.Id : far.Id)).Id,
                    number);
        }
        await app.GraduateAsync(30, college: 2);
        var board = await BoardAsync(app.Coordinator(), "");
        await CompareAsync(app, board);
        board.Cohorts.Select(cohort => (cohort.Cohort, cohort.Graduates)).ShouldBe([("2026 B", 2), ("2026 A", 6)]);
        board.Programmes.ShouldBe(["Welding"]);

        // What changes is counted anew.
        app.Clock.Advance(TimeSpan.FromDays(20));
        (await BoardAsync(app.Coordinator(), "")).Due.Overdue.ShouldBeGreaterThan(board.Due.Overdue);
        (await BoardAsync(app.Coordinator(), "?country=BR")).Funnel[0].Placements.ShouldBe(4);
        (await BoardAsync(app.Office(), "")).Cohorts.Count.ShouldBe(3);
        (await BoardAsync(app.Coordinator(2), "")).Funnel[0].Placements.ShouldBe(0);
    }

    [Fact]
    public async Task Retention_counts_who_had_left_and_leaves_out_whose_term_was_over()
    {
        await using var app = await PlacementsApi.StartAsync();
        var job = await app.JobAsync(openings: 5);
        var ids = new List<Guid>();
        for (var number = 1; number <= 4; number++)
        {
            await app.GraduateAsync(number);
            ids.Add((await app.Graduate(number).ApplyAsync(job.Id)).Id);
            await app.StartAsync(ids[^1]);
        }
        app.Clock.Advance(TimeSpan.FromDays(5));
        await app.Employer().StepAsync(ids[0], "end", new EndInput(EndReasons.Left));
        await app.Employer().StepAsync(ids[1], "end", new EndInput(EndReasons.TermOver));
        app.Clock.Advance(TimeSpan.FromDays(30));
        using (var found = await app.Coordinator().PostAsync($"/{ids[2]}/follow-ups", new FollowUpInput(1, true)))
            found.EnsureSuccessStatusCode();
        var month = (await BoardAsync(app.Coordinator(), "")).Cohorts.ShouldHaveSingleItem().Retention[0];
        (month.Month, month.AtWork, month.Asked, month.Due).ShouldBe((1, 1, 2, 3));
    }

    static async Task ProgressAsync(TalentApp app, Guid id, int number)
    {
        switch (number)
        {
            case 2:
                await app.Employer().StepAsync(id, "advance");
                break;
            case 3:
                await app.AcceptAsync(id);
                break;
            case 4 or 5:
                await app.StartAsync(id);
                break;
            case 6:
                await app.Employer().StepAsync(id, "reject", new RefusalInput(RefusalReasons.Skills));
                break;
        }
    }

    /// <summary>Counts once more, slowly and simply.</summary>
    static async Task CompareAsync(TalentApp app, PlacementBoard board)
    {
        var college = TalentApp.Person(Roles.Coordinator).Organisation;
        await using var scope = app.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PlacementsDb>();
        var all = await db.Candidacies.Where(one => one.CollegeId == college).ToListAsync();
        var cohorts = await db.Graduates.ToDictionaryAsync(graduate => graduate.Id, graduate => graduate.Cohort);
        foreach (var cohort in board.Cohorts)
        {
            var own = all.Where(one => cohorts[one.GraduateId] == cohort.Cohort && one.Stage != Stages.Ended).ToList();
            foreach (var stage in Stages.All.Take(10))
                cohort.Stages[stage].ShouldBe(own.Count(one => one.Stage == stage), stage);
            cohort.Stages["none"].ShouldBe(cohort.Graduates - own.Count);
            cohort.Placed.ShouldBe(own.Count(one => one.AcceptedAt is not null));
        }
        foreach (var reached in board.Funnel)
        {
            reached.Placements.ShouldBe(all.Count(
                one => StageMachine.Rank(one.Reached) >= StageMachine.Rank(reached.Stage)), reached.Stage);
        }
        board.Months.Count.ShouldBe(12);
        board.Months.Sum(month => month.Applications).ShouldBe(all.Count);
        board.Months.Sum(month => month.Started).ShouldBe(all.Count(one => one.StartedOn is not null));
        board.Countries.Sum(country => country.Placements).ShouldBe(all.Count(one => one.StartedOn is not null));
    }

    static async Task<PlacementBoard> BoardAsync(HttpClient client, string query) =>
        (await client.GetFromJsonAsync<PlacementBoard>(PlacementsApi.Path("/board" + query)))!;
}

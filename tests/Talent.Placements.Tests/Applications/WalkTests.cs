using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Talent.Contracts.Placements;
using Talent.Placements.Data;
using Talent.Placements.Domain;
using Talent.Testing;

namespace Talent.Placements.Tests.Applications;

/// <summary>Random calls of random sides through the API: what is stored is always a state that the table of steps
/// leads to.</summary>
public sealed class WalkTests
{
    static readonly string[] Steps = ["advance", "advance", "advance", "reject", "withdraw", "undo", "undo", "end"];

    [Fact]
    public async Task Random_calls_leave_every_placement_in_a_legal_state()
    {
        await using var app = await PlacementsApi.StartAsync();
        var job = await app.JobAsync(openings: 2, adjust: job => job with { Contract = "order-training" });
        var ids = new List<Guid>();
        for (var number = 1; number <= 4; number++)
        {
            await app.GraduateAsync(number);
            ids.Add((await app.Graduate(number).ApplyAsync(job.Id)).Id);
        }
        var random = new Random(20300102);
        HttpClient[] callers =
        [
            app.Employer(), app.Employer(), app.Coordinator(), app.Graduate(1), app.Graduate(2), app.Employer(2),
            app.Office(),
        ];
        for (var call = 0; call < 250; call++)
        {
            var id = ids[random.Next(ids.Count)];
            var step = Steps[random.Next(Steps.Length)];
            using var answer = await callers[random.Next(callers.Length)].PostAsync(
                $"/applications/{id}/{step}", Body(step, random));
            answer.StatusCode.ShouldBeOneOf(
                HttpStatusCode.OK, HttpStatusCode.Conflict, HttpStatusCode.Forbidden, HttpStatusCode.NotFound);
            if (random.Next(6) == 0)
                app.Clock.Advance(TimeSpan.FromMinutes(random.Next(15)));
            // A dead end is no walk: a placement that ended is taken up again by a new application.
            if (random.Next(10) == 0)
                ids[random.Next(ids.Count)] = await ReapplyAsync(app, job.Id, ids, random) ?? ids[0];
        }
        await CheckAsync(app);
    }

    static async Task<Guid?> ReapplyAsync(TalentApp app, Guid job, List<Guid> ids, Random random)
    {
        var graduate = app.Graduate(random.Next(1, 5));
        using var answer = await graduate.PostAsync("/applications", new ApplicationInput(job));
        return answer.StatusCode == HttpStatusCode.Created
            ? (await PlacementsApi.PlacementAsync(answer, HttpStatusCode.Created)).Id
            : null;
    }

    static object Body(string step, Random random) => step switch
    {
        "advance" => new AdvanceInput(
            Exception: random.Next(3) == 0 ? StepExceptions.All[random.Next(3)] : null),
        "reject" => new RefusalInput(RefusalReasons.All[random.Next(8)]),
        "withdraw" => new WithdrawalInput("Something came up"),
        "end" => new EndInput(EndReasons.NotStarted),
        _ => new { },
    };

    static async Task CheckAsync(TalentApp app)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PlacementsDb>();
        var all = await db.Candidacies.Include(one => one.Moves).ToListAsync();
        all.ShouldNotBeEmpty();
        foreach (var one in all)
        {
            var at = "";
            foreach (var move in one.Moves.Where(move => !move.Undone).OrderBy(move => move.Number))
            {
                move.From.ShouldBe(at);
                if (move.To is not (Stages.Ended or Stages.Applied))
                {
                    StageMachine.Steps.ShouldContain(step => step.From == move.From && step.To == move.To
                        && step.Exception == move.Exception && step.Sides.Contains(move.Side));
                }
                at = move.To;
            }
            one.Stage.ShouldBe(at);
            one.Version.ShouldBe(one.Moves.Count + one.Moves.Count(move => move.Undone));
        }
        foreach (var seats in await db.Seats.ToListAsync())
            seats.Filled.ShouldBe(all.Count(one => one.JobId == seats.JobId && one.TakesSeat));
    }
}

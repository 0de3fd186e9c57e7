using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Talent.Contracts.Jobs;
using Talent.Contracts.Placements;
using Talent.Placements.Data;
using Talent.Placements.Domain;
using Talent.Placements.Features.Applications;
using Talent.Testing;

namespace Talent.Placements.Tests.Applications;

public sealed class SeatTests
{
    [Theory, StoreData]
    public async Task Of_many_who_accept_at_once_as_many_get_a_place_as_there_are(string store)
    {
        await using var app = await PlacementsApi.StartAsync(store);
        var job = await app.JobAsync(openings: 3);
        var now = app.Clock.GetUtcNow();
        var ids = new List<Guid>();
        for (var number = 1; number <= 10; number++)
        {
            await app.GraduateAsync(number);
            var id = (await app.Graduate(number).ApplyAsync(job.Id)).Id;
            await app.ChangeAsync(id, one => one.Advance(By(Sides.Employer), null, null, null, null, now)
                ?? one.Advance(By(Sides.Employer), null, null, null, null, now)
                ?? one.MakeOffer(By(Sides.Employer), StepExceptions.WithoutInterview, now.AddDays(7), now));
            ids.Add(id);
        }
        var taken = await Task.WhenAll(ids.Select(id => Task.Run(() => AcceptAsync(app, id))));
        taken.Count(done => done).ShouldBe(3);
        var seen = await app.Employer().GetAsync(ids[0]);
        (seen.Job.Openings, seen.Job.Filled).ShouldBe((3, 3));
    }

    [Fact]
    public async Task A_place_is_free_again_when_a_placement_ends_and_taken_when_that_is_undone()
    {
        await using var app = await PlacementsApi.StartAsync();
        var job = await app.JobAsync();
        await app.GraduateAsync();
        var id = (await app.Graduate().ApplyAsync(job.Id)).Id;
        await app.AcceptAsync(id);
        await app.GraduateAsync(2);
        using (var late = await app.Graduate(2).PostAsync("/applications", new ApplicationInput(job.Id)))
            (await ProblemDocument.ReadAsync(late)).Code.ShouldBe("openings-taken");
        var employer = app.Employer();
        (await employer.StepAsync(id, "end", new EndInput(EndReasons.NotStarted))).Job.Filled.ShouldBe(0);
        (await employer.StepAsync(id, "undo")).Job.Filled.ShouldBe(1);
    }

    [Theory]
    [InlineData(1, EndReasons.Filled)]
    [InlineData(2, EndReasons.JobClosed)]
    public async Task A_job_that_is_closed_ends_what_waits_for_an_answer(int openings, string reason)
    {
        await using var app = await PlacementsApi.StartAsync();
        var job = await app.JobAsync(openings: openings);
        await app.GraduateAsync();
        await app.GraduateAsync(2);
        var placed = (await app.Graduate().ApplyAsync(job.Id)).Id;
        var waiting = (await app.Graduate(2).ApplyAsync(job.Id)).Id;
        await app.AcceptAsync(placed);
        await app.TellAsync(new JobNeedChanged(job with { State = "closed", Version = 3 }));
        var ended = await app.Graduate(2).GetAsync(waiting);
        (ended.Stage, ended.EndReason).ShouldBe((Stages.Ended, reason));
        (await app.Employer().GetAsync(placed)).Stage.ShouldBe(Stages.Accepted);
    }

    [Theory, StoreData]
    public async Task Of_those_who_move_one_application_at_once_one_wins_and_the_others_are_told_why(string store)
    {
        await using var app = await PlacementsApi.StartAsync(store);
        var job = await app.JobAsync();
        await app.GraduateAsync();
        var id = (await app.Graduate().ApplyAsync(job.Id)).Id;
        var employer = app.Employer();
        var answers = await Task.WhenAll(Enumerable.Range(0, 12).Select(_ => employer.PostAsync(
            $"/applications/{id}/advance", new AdvanceInput(To: Stages.Screened))));
        answers.Count(answer => answer.StatusCode == HttpStatusCode.OK).ShouldBe(1);
        foreach (var refused in answers.Where(answer => answer.StatusCode != HttpStatusCode.OK))
            (await ProblemDocument.ReadAsync(refused)).Code.ShouldBe("no-such-step");
        (await employer.GetAsync(id)).Version.ShouldBe(2);
    }

    static async Task<bool> AcceptAsync(TalentApp app, Guid id)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PlacementsDb>();
        await using var transaction = await db.Database.BeginTransactionAsync();
        var one = await db.Candidacies.Include(one => one.Moves).SingleAsync(one => one.Id == id);
        one.AcceptOffer(By(Sides.Graduate), app.Clock.GetUtcNow()).ShouldBeNull();
        await db.SaveChangesAsync();
        if (!await SeatKeeping.FollowAsync(db, one, seated: false, CancellationToken.None))
            return false;
        await transaction.CommitAsync();
        return true;
    }

    static Actor By(string side) => PeopleOfAPlacement.By(side);
}

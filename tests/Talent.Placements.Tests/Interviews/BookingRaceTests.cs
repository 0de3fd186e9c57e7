using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Talent.Contracts.Graduates;
using Talent.Contracts.Placements;
using Talent.Placements.Data;
using Talent.Testing;

namespace Talent.Placements.Tests.Interviews;

/// <summary>One time, one booking, whatever the race.</summary>
public sealed class BookingRaceTests
{
    const int Racers = 50;

    [Theory, StoreData]
    public async Task Of_50_who_book_one_time_of_a_job_one_gets_it_and_49_are_told(string store)
    {
        await using var app = await PlacementsApi.StartAsync(store);
        var job = await app.JobAsync(openings: Racers, adjust: job => job with { Contract = "order-training" });
        await app.TellAsync([.. Enumerable.Range(1, Racers).Select(number =>
            (object)new GraduateProfileChanged(PlacementsApi.Someone(app, number)))]);
        var (slot, other) = (app.Slot(3, 2), app.Slot(3, 2, 45));
        var interviews = new List<Guid>();
        for (var number = 1; number <= Racers; number++)
        {
            var applied = await app.Graduate(number).ApplyAsync(job.Id);
            await app.Employer().StepAsync(applied.Id, "advance", new AdvanceInput(Exception: StepExceptions.TrainedForThisJob));
            interviews.Add((await app.Employer().ProposeAsync(applied.Id, slot, other)).Id);
        }
        var answers = await RaceAsync(number => app.Graduate(number + 1).PostAsync(
            $"/interviews/{interviews[number]}/book", new BookingInput(slot.Start())));
        await OneWonAsync(answers, "slot-taken");
        await BookingsAsync(app, 1);
        var loser = answers.FindIndex(answer => answer.StatusCode != HttpStatusCode.OK);
        var seen = (await app.Graduate(loser + 1).GetAsync((await InterviewAsync(app, interviews[loser])).ApplicationId)).Interviews.Single();
        seen.Taken.ShouldBe([slot.Start()]);
        await app.Graduate(loser + 1).ChangeAsync(interviews[loser], "book", new BookingInput(other.Start()));
    }

    [Theory, StoreData]
    public async Task Of_50_bookings_of_the_same_interview_one_is_made_and_49_are_told(string store)
    {
        await using var app = await PlacementsApi.StartAsync(store);
        var placement = await app.ShortlistedAsync();
        var slots = Enumerable.Range(0, 2).Select(hour => app.Slot(3, hour)).ToArray();
        var interview = await app.Employer().ProposeAsync(placement.Id, slots);
        var graduate = app.Graduate();
        var answers = await RaceAsync(number => graduate.PostAsync(
            $"/interviews/{interview.Id}/book", new BookingInput(slots[number % 2].Start())));
        await OneWonAsync(answers, "already-booked");
        await BookingsAsync(app, 1);
        (await InterviewAsync(app, interview.Id)).Sequence.ShouldBe(1);
    }

    [Theory, StoreData]
    public async Task A_graduate_is_in_one_place_at_a_time(string store)
    {
        await using var app = await PlacementsApi.StartAsync(store);
        var (one, other) = (await app.JobAsync(), await app.JobAsync());
        await app.GraduateAsync();
        var first = await app.Employer().ProposeAsync((await app.ShortlistedAsync(one)).Id, app.Slot(3, 2));
        var second = await app.Employer().ProposeAsync((await app.ShortlistedAsync(other)).Id, app.Slot(3, 1, 45), app.Slot(3, 2, 30));
        await app.Graduate().ChangeAsync(first.Id, "book", new BookingInput(app.Slot(3, 2).Start()));
        using (var busy = await app.Graduate().PostAsync($"/interviews/{second.Id}/book", new BookingInput(app.Slot(3, 1, 45).Start())))
            (await busy.ProblemAsync(HttpStatusCode.Conflict)).ShouldBe("graduate-busy");
        // Right after the other is no overlap.
        await app.Graduate().ChangeAsync(second.Id, "book", new BookingInput(app.Slot(3, 2, 30).Start()));
    }

    [Fact]
    public async Task A_time_that_was_given_up_is_free_again()
    {
        await using var app = await PlacementsApi.StartAsync();
        var job = await app.JobAsync(openings: 2);
        await app.GraduateAsync(1);
        await app.GraduateAsync(2);
        var first = await app.Employer().ProposeAsync((await app.ShortlistedAsync(job, 1)).Id, app.Slot(3, 2), app.Slot(3, 4));
        var second = await app.Employer().ProposeAsync((await app.ShortlistedAsync(job, 2)).Id, app.Slot(3, 2), app.Slot(3, 4));
        await app.Graduate(1).ChangeAsync(first.Id, "book", new BookingInput(app.Slot(3, 2).Start()));
        await app.Graduate(1).ChangeAsync(first.Id, "move", new InterviewMoveInput(app.Slot(3, 4).Start()));
        await app.Graduate(2).ChangeAsync(second.Id, "book", new BookingInput(app.Slot(3, 2).Start()));
        await app.Graduate(1).ChangeAsync(first.Id, "cancel", new InterviewCancelInput("Ill"));
        await app.Graduate(2).ChangeAsync(second.Id, "move", new InterviewMoveInput(app.Slot(3, 4).Start()));
        await BookingsAsync(app, 1);
    }

    static async Task<List<HttpResponseMessage>> RaceAsync(Func<int, Task<HttpResponseMessage>> run) =>
        [.. await Task.WhenAll(Enumerable.Range(0, Racers).Select(number => Task.Run(() => run(number))))];

    static async Task OneWonAsync(List<HttpResponseMessage> answers, string why)
    {
        answers.Count(answer => answer.StatusCode == HttpStatusCode.OK).ShouldBe(1);
        foreach (var answer in answers.Where(answer => answer.StatusCode != HttpStatusCode.OK))
            (await answer.ProblemAsync(HttpStatusCode.Conflict)).ShouldBe(why);
    }

    static async Task BookingsAsync(TalentApp app, int expected)
    {
        await using var scope = app.Services.CreateAsyncScope();
        (await scope.ServiceProvider.GetRequiredService<PlacementsDb>().Bookings.CountAsync()).ShouldBe(expected);
    }

    static async Task<Interview> InterviewAsync(TalentApp app, Guid id)
    {
        using var answer = await app.Employer().GetAsync(PlacementsApi.Path($"/interviews/{id}"));
        return await InterviewsApi.ReadAsync<Interview>(answer, HttpStatusCode.OK);
    }
}

using System.Net.Http.Json;
using Talent.Contracts.Notifications;
using Talent.Contracts.Placements;
using Talent.Placements.Domain;
using Talent.Placements.Tests.Applications;
using Talent.Platform.Security;
using Talent.Testing;

namespace Talent.Placements.Tests.Clock;

/// <summary>A year and more passes, a quarter of a day at a time.</summary>
public sealed class SimulatedYearTests
{
    [Theory, StoreData]
    public async Task Who_is_not_answered_is_told_so_after_two_reminders_to_the_employer(string store)
    {
        await using var app = await PlacementsApi.StartAsync(store);
        var job = await app.JobAsync(adjust: job => job with { ReplyWithinDays = 10 });
        await app.GraduateAsync();
        var applied = await app.Graduate().ApplyAsync(job.Id);
        await app.PassAsync(TimeSpan.FromDays(12));
        var ended = await app.Graduate(1, "fr").GetAsync(applied.Id);
        (ended.Stage, ended.EndReason, ended.ReplyBy).ShouldBe((Stages.Ended, EndReasons.NoReply, null));
        ended.EndText!.ShouldContain("n’a pas répondu");
        ended.Moves[^1].Side.ShouldBe(Sides.Platform);
        var notices = await app.NoticesAsync();
        var reminders = notices.Where(notice => notice.Kind == "reply-due").ToList();
        reminders.Count.ShouldBe(2);
        foreach (var reminder in reminders)
        {
            reminder.Organisations.ShouldBe([job.OrganisationId]);
            reminder.Weight.ShouldBe(NoticeWeights.Action);
        }
        Days(applied.ReplyBy!.Value, reminders[0].At).ShouldBe(3, 0.5);
        Days(applied.ReplyBy!.Value, reminders[1].At).ShouldBe(1, 0.5);
        var person = TalentApp.Person(Roles.Graduate).AccountId;
        notices.ShouldContain(notice => notice.Kind == "application-unanswered" && notice.Accounts.Contains(person));
    }

    [Fact]
    public async Task An_answer_stops_the_clock_and_taking_it_back_starts_it_again()
    {
        await using var app = await PlacementsApi.StartAsync();
        var job = await app.JobAsync(adjust: job => job with { ReplyWithinDays = 10 });
        await app.GraduateAsync();
        var applied = await app.Graduate().ApplyAsync(job.Id);
        await app.Employer().StepAsync(applied.Id, "advance");
        (await app.AlarmsAsync()).ShouldBeEmpty();
        (await app.Employer().StepAsync(applied.Id, "undo")).ReplyBy.ShouldBe(applied.ReplyBy);
        (await app.AlarmsAsync()).ShouldBe(["reply-due", "reply-due", "no-reply"]);
        await app.Employer().StepAsync(applied.Id, "advance");
        await app.PassAsync(TimeSpan.FromDays(30));
        (await app.Graduate().GetAsync(applied.Id)).Stage.ShouldBe(Stages.Screened);
        (await app.NoticesAsync()).ShouldNotContain(notice => notice.Kind == "reply-due");
    }

    [Theory, StoreData]
    public async Task Who_started_is_asked_after_1_3_6_and_12_months_and_lasts(string store)
    {
        await using var app = await PlacementsApi.StartAsync(store);
        var job = await app.JobAsync();
        await app.GraduateAsync();
        var id = (await app.Graduate().ApplyAsync(job.Id)).Id;
        await app.StartAsync(id);
        var coordinator = app.Coordinator();
        var started = (await coordinator.GetAsync(id)).StartedOn!.Value;
        foreach (var month in new[] { 1, 3, 6, 12 })
        {
            await app.PassUntilAsync(async () =>
                (await app.NoticesAsync()).Exists(notice => notice.Kind == "follow-up-due"
                    && notice.Values["month"] == Text(month)));
            var today = LocalDays.Today(app.Clock.GetUtcNow(), job.Zone);
            today.ShouldBe(started.AddMonths(month));
            using var answer = await coordinator.PostAsync(
                $"/{id}/follow-ups", new FollowUpInput(month, true, 3000, "MYR", 4, "Content"));
            var found = await PlacementsApi.PlacementAsync(answer, System.Net.HttpStatusCode.OK);
            found.Stage.ShouldBe(month == 12 ? Stages.Lasting : Stages.Started);
            found.FollowUps.Single(one => one.Month == month).DoneOn.ShouldBe(today);
        }
        (await app.AlarmsAsync()).ShouldBeEmpty();
        (await app.NoticesAsync()).Count(
            notice => notice.Kind == "follow-up-due" && notice.Weight == NoticeWeights.Action)
            .ShouldBe(4);
    }

    [Fact]
    public async Task A_follow_up_that_is_forgotten_is_asked_for_again_after_a_week()
    {
        await using var app = await PlacementsApi.StartAsync();
        var job = await app.JobAsync();
        var graduate = await app.GraduateAsync();
        var id = (await app.Graduate().ApplyAsync(job.Id)).Id;
        await app.StartAsync(id);
        await app.PassAsync(TimeSpan.FromDays(42));
        (await app.NoticesAsync()).Count(notice => notice.Kind == "follow-up-due"
            && notice.Organisations.Contains(graduate.OrganisationId!.Value)).ShouldBe(2);
        var next = (await app.Coordinator().GetFromJsonAsync<PlacementPage>(PlacementsApi.Path("")))!.Items[0].Next!;
        (next.Code, next.Side, next.Overdue).ShouldBe(("follow-up", Sides.Coordinator, true));
    }

    [Fact]
    public async Task A_clock_that_stood_still_catches_up()
    {
        var folder = new TempFolder();
        var clock = new TestClock();
        Guid id;
        await using (var app = await PlacementsApi.StartAsync("sqlite", folder.FullPath, clock))
        {
            var job = await app.JobAsync();
            await app.GraduateAsync();
            id = (await app.Graduate().ApplyAsync(job.Id)).Id;
        }
        clock.Advance(TimeSpan.FromDays(60));
        await using (var app = await PlacementsApi.StartAsync("sqlite", folder.FullPath, clock))
            await Eventually.ShouldAsync(async () =>
                (await app.Graduate().GetAsync(id)).EndReason.ShouldBe("no-reply"));
        folder.Dispose();
    }

    static double Days(DateTimeOffset later, DateTimeOffset earlier) => (later - earlier).TotalDays;

    static string Text(int number) => number.ToString(System.Globalization.CultureInfo.InvariantCulture);
}

using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Talent.Contracts.Placements;
using Talent.Placements.Tests.Calendar;
using Talent.Platform.Security;
using Talent.Testing;

namespace Talent.Placements.Tests.Interviews;

/// <summary>Interviews proposed, booked, moved, cancelled, scored; and their calendars at every step.</summary>
public sealed class InterviewTests
{
    [Theory, StoreData]
    public async Task An_interview_is_a_calendar_that_foreign_programs_read_at_every_step(string store)
    {
        await using var app = await PlacementsApi.StartAsync(store);
        var placement = await app.ShortlistedAsync();
        var (employer, graduate) = (app.Employer(), app.Graduate());
        SlotInput[] slots = [app.Slot(3, 2), app.Slot(4, 6), app.Slot(5, 8)];
        var interview = await employer.ProposeAsync(placement.Id, slots);
        (await graduate.GetAsync(placement.Id)).Stage.ShouldBe(Stages.Interview);
        var read = await CalendarAsync(graduate, interview.Id, "REQUEST");
        (read.Status, read.Start, read.Sequence).ShouldBe(("TENTATIVE", slots[0].Start(), 0));
        var uid = read.Uid;

        interview = await graduate.ChangeAsync(interview.Id, "book", new BookingInput(slots[1].Start()));
        (interview.State, interview.Booked!.Start).ShouldBe(("booked", slots[1].Start()));
        var sequences = new List<int> { read.Sequence };
        await StepAsync("CONFIRMED", "REQUEST", slots[1]);
        await graduate.ChangeAsync(interview.Id, "move", new InterviewMoveInput(slots[2].Start(), Reason: "An exam"));
        await StepAsync("CONFIRMED", "REQUEST", slots[2]);
        await employer.ChangeAsync(interview.Id, "move", new InterviewMoveInput(null, [app.Slot(9, 3)], "The panel is away"));
        await StepAsync("TENTATIVE", "REQUEST", app.Slot(9, 3));
        await graduate.ChangeAsync(interview.Id, "book", new BookingInput(app.Slot(9, 3).Start()));
        await StepAsync("CONFIRMED", "REQUEST", app.Slot(9, 3));
        await employer.ChangeAsync(interview.Id, "cancel", new InterviewCancelInput("The post is gone"));
        await StepAsync("CANCELLED", "CANCEL", app.Slot(9, 3));
        sequences.ShouldBe([0, 1, 2, 3, 4, 5]);

        async Task StepAsync(string status, string method, SlotInput slot)
        {
            foreach (var client in new[] { employer, graduate, app.Coordinator() })
            {
                var now = await CalendarAsync(client, interview.Id, method);
                (now.Uid, now.Status, now.Start).ShouldBe((uid, status, slot.Start()));
                now.End.ShouldBe(slot.Start().AddMinutes(30));
                now.Attendees.ShouldBe(["mailto:" + TalentApp.Person(Roles.Graduate).Email]);
                now.Organizer.ShouldBe("mailto:" + TalentApp.Person(Roles.Employer).Email);
                read = now;
            }
            sequences.Add(read.Sequence);
        }
    }

    [Fact]
    public async Task The_office_reads_no_addresses_and_strangers_nothing()
    {
        await using var app = await PlacementsApi.StartAsync();
        var placement = await app.ShortlistedAsync();
        var interview = await app.Employer().ProposeAsync(placement.Id, app.Slot(2, 9));
        (await CalendarAsync(app.Office(), interview.Id, "REQUEST")).Attendees.ShouldBeEmpty();
        foreach (var stranger in new[] { app.Employer(2), app.Graduate(2), app.Coordinator(2) })
        {
            using var one = await stranger.GetAsync(PlacementsApi.Path($"/interviews/{interview.Id}"));
            one.StatusCode.ShouldBe(HttpStatusCode.NotFound);
            using var calendar = await stranger.GetAsync(PlacementsApi.Path($"/interviews/{interview.Id}.ics"));
            calendar.StatusCode.ShouldBe(HttpStatusCode.NotFound);
            using var cancel = await stranger.PostAsync($"/interviews/{interview.Id}/cancel", new InterviewCancelInput("Mine"));
            cancel.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        }
    }

    [Fact]
    public async Task A_time_that_the_clock_skips_or_repeats_is_refused_with_what_would_be_right()
    {
        await using var app = await PlacementsApi.StartAsync();
        var placement = await app.ShortlistedAsync(job => job with { Zone = "Europe/Berlin", Country = "DE" });
        var year = app.Clock.GetUtcNow().Year + (app.Clock.GetUtcNow().Month >= 10 ? 1 : 0);
        var zone = NodaTime.DateTimeZoneProviders.Tzdb["Europe/Berlin"];
        var autumn = zone.GetZoneInterval(NodaTime.Instant.FromUtc(year, 7, 1, 0, 0)).End;
        var day = autumn.InZone(zone).Date.ToDateOnly().ToString("yyyy-MM-dd", null);
        var errors = await ErrorsAsync(app.Employer(), new InterviewInput(
            placement.Id, [new SlotInput($"{day}T02:30", $"{day}T04:00")], null, "Room 1"));
        var error = errors.GetProperty("$.slots[0].start")[0];
        error.GetProperty("code").GetString().ShouldBe("repeated-time");
        var instead = error.GetProperty("suggestions").EnumerateArray().Select(item => item.GetString()!).ToArray();
        instead.ShouldBe([$"{day}T02:30+02:00", $"{day}T02:30+01:00"]);
        error.GetProperty("message").GetString()!.ShouldContain("Europe/Berlin");
        using var right = await app.Employer().PostAsync("/interviews", new InterviewInput(
            placement.Id, [new SlotInput(instead[1], $"{day}T04:00")], null, "Room 1"));
        var interview = await InterviewsApi.ReadAsync<Interview>(right, HttpStatusCode.Created);
        (interview.Slots[0].End - interview.Slots[0].Start).ShouldBe(TimeSpan.FromMinutes(90));
        interview.Zone.ShouldBe("Europe/Berlin");
    }

    [Fact]
    public async Task What_is_wrong_with_slots_is_said_by_field()
    {
        await using var app = await PlacementsApi.StartAsync();
        var placement = await app.ShortlistedAsync();
        var good = app.Slot(3, 2);
        var errors = await ErrorsAsync(app.Employer(), new InterviewInput(
            placement.Id,
            [
                good, app.Slot(3, 2, 15), app.Slot(-1, 2), app.Slot(500, 2), new SlotInput(good.Start, good.Start),
                new SlotInput("soon", null),
            ],
            "Asia/Kuala_Lumper", "http://video.example", ["", new string('x', 101)]));
        string Code(string path) => errors.GetProperty(path)[0].GetProperty("code").GetString()!;
        Code("$.slots[1].start").ShouldBe("slots-overlap");
        Code("$.slots[2].start").ShouldBe("slot-in-past");
        Code("$.slots[3].start").ShouldBe("slot-too-far");
        Code("$.slots[4].end").ShouldBe("slot-length");
        Code("$.slots[5].start").ShouldBe("unreadable-time");
        Code("$.slots[5].end").ShouldBe("missing");
        Code("$.zone").ShouldBe("unknown-zone");
        Code("$.place").ShouldBe("place-not-https");
        Code("$.panel").ShouldBe("too-long");
        (await ErrorsAsync(app.Employer(), new InterviewInput(placement.Id, [], null, null)))
            .EnumerateObject().Select(field => field.Name).ShouldBe(["$.place", "$.slots"]);
    }

    [Fact]
    public async Task Who_may_do_what_when_is_said()
    {
        await using var app = await PlacementsApi.StartAsync();
        var placement = await app.ShortlistedAsync();
        var (employer, graduate) = (app.Employer(), app.Graduate());
        var interview = await employer.ProposeAsync(placement.Id, app.Slot(3, 2), app.Slot(4, 2));
        (await CodeAsync(employer, "/interviews", Proposal(app, placement.Id))).ShouldBe("interview-open");
        (await CodeAsync(graduate, $"/interviews/{interview.Id}/move", new InterviewMoveInput(app.Slot(4, 2).Start()))).ShouldBe("not-booked");
        using (var none = await graduate.PostAsync($"/interviews/{interview.Id}/book", new BookingInput(app.Slot(5, 2).Start())))
            (await none.ProblemAsync(HttpStatusCode.BadRequest)).ShouldBe("invalid-input");
        using (var coordinator = await app.Coordinator().PostAsync($"/interviews/{interview.Id}/book", new BookingInput(app.Slot(3, 2).Start())))
            (await coordinator.ProblemAsync(HttpStatusCode.Conflict)).ShouldBe("consent-missing");
        await graduate.ChangeAsync(interview.Id, "book", new BookingInput(app.Slot(3, 2).Start()));
        (await CodeAsync(graduate, $"/interviews/{interview.Id}/book", new BookingInput(app.Slot(4, 2).Start()))).ShouldBe("already-booked");
        using (var slots = await graduate.PostAsync($"/interviews/{interview.Id}/move", new InterviewMoveInput(null, [app.Slot(8, 2)])))
            slots.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        using (var early = await employer.PutAsJsonAsync(PlacementsApi.Path($"/interviews/{interview.Id}/scorecard"), Card))
            (await early.ProblemAsync(HttpStatusCode.Conflict)).ShouldBe("not-begun");
        app.Clock.Advance(TimeSpan.FromDays(3.5));
        (await CodeAsync(graduate, $"/interviews/{interview.Id}/cancel", new InterviewCancelInput("Late"))).ShouldBeOneOf("interview-begun", "interview-held");
        using var scored = await employer.PutAsJsonAsync(PlacementsApi.Path($"/interviews/{interview.Id}/scorecard"), Card);
        (await InterviewsApi.ReadAsync<Interview>(scored, HttpStatusCode.OK)).Scorecard!.Recommendation.ShouldBe("offer");
        (await graduate.GetFromJsonAsync<Interview>(PlacementsApi.Path($"/interviews/{interview.Id}")))!.Scorecard.ShouldBeNull();
        (await app.Coordinator().GetAsync(placement.Id)).Interviews.ShouldHaveSingleItem().Scorecard.ShouldBeNull();
    }

    [Fact]
    public async Task Both_sides_see_the_hours_they_share()
    {
        await using var app = await PlacementsApi.StartAsync();
        var placement = await app.ShortlistedAsync();
        var shared = (await app.Employer().GetFromJsonAsync<SharedHours>(
            PlacementsApi.Path($"/interviews/hours?application={placement.Id}&days=14")))!;
        (shared.Zone, shared.GraduateZone).ShouldBe(("Asia/Kuala_Lumpur", "Africa/Cairo"));
        shared.Shared.Count.ShouldBeGreaterThanOrEqualTo(9);
        shared.Shared.ShouldAllBe(slot => slot.End - slot.Start <= TimeSpan.FromHours(5));
        using var wrong = await app.Employer().GetAsync(PlacementsApi.Path($"/interviews/hours?application={placement.Id}&days=99"));
        wrong.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task An_interview_goes_with_its_application()
    {
        await using var app = await PlacementsApi.StartAsync();
        var placement = await app.ShortlistedAsync();
        var interview = await app.Employer().ProposeAsync(placement.Id, app.Slot(3, 2));
        await app.Graduate().ChangeAsync(interview.Id, "book", new BookingInput(app.Slot(3, 2).Start()));
        await app.Graduate().StepAsync(placement.Id, "withdraw", new WithdrawalInput("Found work"));
        (await app.Employer().GetAsync(placement.Id)).Interviews.ShouldHaveSingleItem().State.ShouldBe("cancelled");
        (await CalendarAsync(app.Graduate(), interview.Id, "CANCEL")).Status.ShouldBe("CANCELLED");
    }

    [Fact]
    public async Task A_proposal_can_be_taken_back_and_its_interview_goes()
    {
        await using var app = await PlacementsApi.StartAsync();
        var placement = await app.ShortlistedAsync();
        await app.Employer().ProposeAsync(placement.Id, app.Slot(3, 2));
        var undone = await app.Employer().StepAsync(placement.Id, "undo");
        undone.Stage.ShouldBe(Stages.Shortlisted);
        undone.Interviews.ShouldHaveSingleItem().State.ShouldBe("cancelled");
        await app.Employer().ProposeAsync(placement.Id, app.Slot(4, 2));
    }

    static ScorecardInput Card { get; } = new([new SkillScore("Welding", 3, "Clean seams"), new SkillScore("English", 0)], "offer", "Good");

    static InterviewInput Proposal(TalentApp app, Guid application) =>
        new(application, [app.Slot(6, 2)], null, "Room 1");

    static async Task<string> CodeAsync(HttpClient client, string path, object body)
    {
        using var answer = await client.PostAsync(path, body);
        return await answer.ProblemAsync(HttpStatusCode.Conflict);
    }

    static async Task<JsonElement> ErrorsAsync(HttpClient client, InterviewInput input)
    {
        using var answer = await client.PostAsync("/interviews", input);
        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        return JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement.GetProperty("errors");
    }

    static async Task<ForeignEvent> CalendarAsync(HttpClient client, Guid interview, string method)
    {
        using var answer = await client.GetAsync(PlacementsApi.Path($"/interviews/{interview}.ics"));
        answer.EnsureSuccessStatusCode();
        answer.Content.Headers.ContentType!.MediaType.ShouldBe("text/calendar");
        return await ForeignReaders.ReadOneAsync(await answer.Content.ReadAsStringAsync(), method);
    }
}

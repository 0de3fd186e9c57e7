using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Talent.Contracts.Placements;
using Talent.Placements.Data;
using Talent.Testing;

namespace Talent.Placements.Tests.Interviews;

/// <summary>What the clock says and does about interviews and offers, whenever their time comes.</summary>
public sealed class ReminderTests
{
    [Theory, StoreData]
    public async Task An_interview_is_remembered_a_day_and_an_hour_before_and_is_held_when_over(string store)
    {
        await using var app = await PlacementsApi.StartAsync(store);
        var placement = await app.ShortlistedAsync();
        var slot = app.Slot(3, 2);
        var interview = await app.Employer().ProposeAsync(placement.Id, app.Slot(5, 2), slot);
        await app.Graduate().ChangeAsync(interview.Id, "book", new BookingInput(app.Slot(5, 2).Start()));
        await app.Graduate().ChangeAsync(interview.Id, "move", new InterviewMoveInput(slot.Start()));
        app.Clock.Advance(slot.Start() - app.Clock.GetUtcNow() - TimeSpan.FromHours(24));
        await ToldAsync(app, "interview-soon", 1);
        app.Clock.Advance(TimeSpan.FromHours(23));
        await ToldAsync(app, "interview-soon", 2);
        app.Clock.Advance(TimeSpan.FromHours(1.5));
        await ToldAsync(app, "interview-held", 1);
        (await app.Graduate().GetAsync(placement.Id)).Interviews.ShouldHaveSingleItem().State.ShouldBe("held");
        // Another can be proposed now.
        await app.Employer().ProposeAsync(placement.Id, app.Slot(5, 2));
    }

    [Theory, StoreData]
    public async Task An_offer_is_remembered_a_day_before_its_time_is_over_and_ends_then(string store)
    {
        await using var app = await PlacementsApi.StartAsync(store);
        var placement = await app.ShortlistedAsync();
        var offer = await app.Employer().OfferAsync(placement.Id);
        app.Clock.Advance(offer.ExpiresAt - app.Clock.GetUtcNow() - TimeSpan.FromDays(1));
        await ToldAsync(app, "offer-expiring", 1);
        app.Clock.Advance(TimeSpan.FromDays(1));
        await ToldAsync(app, "offer-expired", 1);
        var ended = await app.Graduate().GetAsync(placement.Id);
        (ended.EndReason, ended.Offers[0].State).ShouldBe((EndReasons.OfferExpired, "expired"));
    }

    /// <summary>Waits until the graduate has been told so often.</summary>
    static Task ToldAsync(TalentApp app, string kind, int times) => Eventually.ShouldAsync(async () =>
    {
        await using var scope = app.Services.CreateAsyncScope();
        var bodies = await scope.ServiceProvider.GetRequiredService<PlacementsDb>().Outbox.Select(row => row.Body).ToListAsync();
        bodies.Count(body => body.Contains($"\"{kind}\"", StringComparison.Ordinal)
            && body.Contains(TalentApp.Person(Platform.Security.Roles.Graduate).AccountId.ToString(), StringComparison.Ordinal)).ShouldBe(times);
    });
}

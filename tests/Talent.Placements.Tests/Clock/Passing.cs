using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Talent.Contracts.Notifications;
using Talent.Placements.Data;
using Talent.Placements.Features.Clock;
using Talent.Testing;

namespace Talent.Placements.Tests.Clock;

/// <summary>Lets time pass, and looks at what it set off.</summary>
static class Passing
{
    static readonly TimeSpan Tick = TimeSpan.FromHours(6);

    /// <summary>So much time passes, a quarter of a day at a time; all that becomes due is done.</summary>
    public static async Task PassAsync(this TalentApp app, TimeSpan time)
    {
        for (var passed = TimeSpan.Zero; passed < time; passed += Tick)
            await TickAsync(app);
    }

    /// <summary>Time passes until something is so, at most 400 days.</summary>
    public static async Task PassUntilAsync(this TalentApp app, Func<Task<bool>> condition)
    {
        for (var passed = TimeSpan.Zero; passed < TimeSpan.FromDays(400); passed += Tick)
        {
            if (await TickAsync(app) && await condition())
                return;
        }
        throw new TimeoutException("A year has passed in vain.");
    }

    /// <summary>Every notice raised so far, oldest first.</summary>
    public static async Task<List<NoticeRaised>> NoticesAsync(this TalentApp app)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var bodies = await scope.ServiceProvider.GetRequiredService<PlacementsDb>().Outbox.AsNoTracking()
            .Where(message => message.Type == typeof(NoticeRaised).FullName).OrderBy(message => message.Id)
            .Select(message => message.Body).ToListAsync();
        return bodies.ConvertAll(body => JsonSerializer.Deserialize<NoticeRaised>(body, JsonSerializerOptions.Web)!);
    }

    /// <summary>The kinds of the alarms that are set, soonest first.</summary>
    public static async Task<List<string>> AlarmsAsync(this TalentApp app)
    {
        await using var scope = app.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<PlacementsDb>().Alarms.AsNoTracking()
            .OrderBy(alarm => alarm.DueAt).Select(alarm => alarm.Kind).ToListAsync();
    }

    /// <summary>True when something was due.</summary>
    static async Task<bool> TickAsync(TalentApp app)
    {
        app.Clock.Advance(Tick);
        await using var scope = app.Services.CreateAsyncScope();
        var now = app.Clock.GetUtcNow();
        var alarms = scope.ServiceProvider.GetRequiredService<PlacementsDb>().Alarms;
        var due = await alarms.AnyAsync(alarm => alarm.DueAt <= now);
        if (due)
        {
            await app.Services.GetRequiredService<PlacementClock>().RingDueAsync(CancellationToken.None);
            // The service's own clock may be at the last one still.
            await Eventually.ShouldAsync(
                async () => !await alarms.AnyAsync(alarm => alarm.DueAt <= now), "nothing is due any more");
        }
        return due;
    }
}

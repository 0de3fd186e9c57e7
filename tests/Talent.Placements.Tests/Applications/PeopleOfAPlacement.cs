using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Talent.Contracts.Notifications;
using Talent.Contracts.Placements;
using Talent.Placements.Data;
using Talent.Placements.Domain;
using Talent.Placements.Features.Applications;
using Talent.Platform;
using Talent.Testing;

namespace Talent.Placements.Tests.Applications;

/// <summary>Placements brought quickly to where a test begins, by the candidacy's own methods and the same record
/// keeping as the API's.</summary>
static class PeopleOfAPlacement
{
    /// <summary>Changes a placement as a side would, whatever calls that takes, and keeps all that goes with
    /// it.</summary>
    public static async Task ChangeAsync(this TalentApp app, Guid id, Func<Candidacy, StepError?> change)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PlacementsDb>();
        var record = scope.ServiceProvider.GetRequiredService<PlacementRecord>();
        await using var transaction = await db.Database.BeginTransactionAsync();
        var one = await db.Candidacies.Include(one => one.Moves).SingleAsync(one => one.Id == id);
        var seated = one.TakesSeat;
        change(one).ShouldBeNull();
        await record.KeepAsync(
            db, await db.CaseOfAsync(one, CancellationToken.None), Actor.Platform, KindsOfNotice.PlacementMoved,
            CancellationToken.None);
        await db.SaveChangesAsync();
        (await SeatKeeping.FollowAsync(db, one, seated, CancellationToken.None)).ShouldBeTrue();
        await transaction.CommitAsync();
    }

    /// <summary>From the application to a signed offer.</summary>
    public static async Task AcceptAsync(this TalentApp app, Guid id)
    {
        var now = app.Clock.GetUtcNow();
        await app.ChangeAsync(id, one => one.Advance(By(Sides.Employer), null, null, null, null, now)
            ?? one.Advance(By(Sides.Employer), null, null, null, null, now)
            ?? one.MakeOffer(By(Sides.Employer), StepExceptions.WithoutInterview, now.AddDays(7), now)
            ?? one.AcceptOffer(By(Sides.Graduate), now));
    }

    /// <summary>From the application to the first day at work, today.</summary>
    public static async Task StartAsync(this TalentApp app, Guid id)
    {
        await app.AcceptAsync(id);
        var now = app.Clock.GetUtcNow();
        await app.ChangeAsync(id, one =>
            one.Advance(By(Sides.Employer), null, StepExceptions.NoPermitNeeded, null, null, now)
            ?? one.Advance(By(Sides.Employer), null, null, null, null, now));
    }

    /// <summary>Somebody of a side whose name does not matter.</summary>
    public static Actor By(string side) => new(OrderedIds.Next(DateTimeOffset.UnixEpoch), "Somebody", side);
}

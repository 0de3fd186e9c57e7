using Microsoft.EntityFrameworkCore;
using Talent.Contracts.Notifications;
using Talent.Contracts.Placements;
using Talent.Placements.Data;
using Talent.Placements.Domain;
using Talent.Placements.Features.Applications;
using Talent.Platform;

namespace Talent.Placements.Features.Offers;

/// <summary>What the clock does about an offer: reminds the graduate a day before its time is over, and ends it then, and
/// with it the application.</summary>
static class OfferAlarms
{
    static readonly TimeSpan Before = TimeSpan.FromDays(1);

    /// <summary>Sets the alarms as the offer stands now; those set before go.</summary>
    public static async Task SetAsync(
        PlacementsDb db, OfferVersion offer, DateTimeOffset now, CancellationToken cancellationToken)
    {
        db.Alarms.RemoveRange(await db.Alarms.Where(alarm => alarm.Subject == offer.Id).ToListAsync(cancellationToken));
        if (offer.State is not OfferStates.Open)
            return;
        if (offer.ExpiresAt - Before > now)
            Add(db, offer, AlarmKinds.OfferExpiring, offer.ExpiresAt - Before, now);
        Add(db, offer, AlarmKinds.OfferExpired, offer.ExpiresAt, now);
    }

    public static async Task RemindAsync(
        PlacementsDb db, PlacementRecord record, Alarm alarm, CancellationToken cancellationToken)
    {
        if (await OfAsync(db, alarm, cancellationToken) is not { Offer.State: OfferStates.Open } due)
            return;
        var told = due.Offer.Told(KindsOfNotice.OfferExpiring);
        await record.TellAsync(db, due.Case, Actor.Platform, told.Kind!, cancellationToken, told.Subject, told.Values);
    }

    public static async Task ExpireAsync(
        PlacementsDb db, PlacementRecord record, Alarm alarm, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (await OfAsync(db, alarm, cancellationToken) is not { } due || !due.Offer.Expire(now))
            return;
        var told = due.Offer.Told(KindsOfNotice.OfferExpired);
        if (due.Case.Candidacy.Close(EndReasons.OfferExpired, Actor.Platform, null, now) is null)
            await record.KeepAsync(db, due.Case, Actor.Platform, told.Kind!, cancellationToken, told.Subject, told.Values);
    }

    static async Task<(OfferVersion Offer, PlacementCase Case)?> OfAsync(
        PlacementsDb db, Alarm alarm, CancellationToken cancellationToken)
    {
        if (await db.Offers.SingleOrDefaultAsync(one => one.Id == alarm.Subject, cancellationToken) is not { } offer)
            return null;
        var candidacy = await db.Candidacies.Include(one => one.Moves)
            .SingleAsync(one => one.Id == offer.PlacementId, cancellationToken);
        return (offer, await db.CaseOfAsync(candidacy, cancellationToken));
    }

    static void Add(PlacementsDb db, OfferVersion offer, string kind, DateTimeOffset dueAt, DateTimeOffset now) =>
        db.Alarms.Add(new Alarm
        {
            Id = OrderedIds.Next(now),
            PlacementId = offer.PlacementId,
            Kind = kind,
            Subject = offer.Id,
            DueAt = dueAt,
        });
}

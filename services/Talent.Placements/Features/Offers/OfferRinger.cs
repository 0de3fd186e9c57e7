using Talent.Placements.Data;
using Talent.Placements.Domain;
using Talent.Placements.Features.Applications;
using Talent.Placements.Features.Clock;

namespace Talent.Placements.Features.Offers;

/// <summary>Rings the alarms of offers.</summary>
sealed class OfferRinger(PlacementRecord record, TimeProvider clock) : IAlarmRinger
{
    public bool Rings(string kind) => kind is AlarmKinds.OfferExpiring or AlarmKinds.OfferExpired;

    public Task RingAsync(PlacementsDb db, Alarm alarm, CancellationToken cancellationToken) =>
        alarm.Kind == AlarmKinds.OfferExpiring
            ? OfferAlarms.RemindAsync(db, record, alarm, cancellationToken)
            : OfferAlarms.ExpireAsync(db, record, alarm, clock.GetUtcNow(), cancellationToken);
}

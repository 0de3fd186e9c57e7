using Talent.Placements.Data;
using Talent.Placements.Domain;
using Talent.Placements.Features.Applications;
using Talent.Placements.Features.Clock;

namespace Talent.Placements.Features.Interviews;

/// <summary>Rings the alarms of interviews.</summary>
sealed class InterviewRinger(PlacementRecord record, TimeProvider clock) : IAlarmRinger
{
    public bool Rings(string kind) => kind is AlarmKinds.InterviewSoon or AlarmKinds.InterviewOver;

    public Task RingAsync(PlacementsDb db, Alarm alarm, CancellationToken cancellationToken) =>
        alarm.Kind == AlarmKinds.InterviewSoon
            ? InterviewAlarms.RemindAsync(db, record, alarm, cancellationToken)
            : InterviewAlarms.HoldAsync(db, record, alarm, clock.GetUtcNow(), cancellationToken);
}

using Talent.Placements.Data;
using Talent.Placements.Domain;

namespace Talent.Placements.Features.Clock;

/// <summary>Does what an alarm is for. Called inside the transaction that the alarm goes in, which is committed
/// afterwards; what it finds done already, it leaves.</summary>
interface IAlarmRinger
{
    /// <summary>Whether alarms of this kind are its own.</summary>
    bool Rings(string kind);

    Task RingAsync(PlacementsDb db, Alarm alarm, CancellationToken cancellationToken);
}

using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Talent.Contracts.Notifications;
using Talent.Contracts.Placements;
using Talent.Placements.Data;
using Talent.Placements.Domain;
using Talent.Placements.Features.Applications;

namespace Talent.Placements.Features.Clock;

/// <summary>The clocks of a placement itself: the employer's answer, the follow-ups.</summary>
sealed class PlacementAlarms(PlacementRecord record, TimeProvider clock) : IAlarmRinger
{
    public bool Rings(string kind) => kind is AlarmKinds.ReplyDue or AlarmKinds.NoReply or AlarmKinds.FollowUpDue
        or AlarmKinds.FollowUpOverdue;

    public async Task RingAsync(PlacementsDb db, Alarm alarm, CancellationToken cancellationToken)
    {
        var candidacy = await db.Candidacies.SingleAsync(one => one.Id == alarm.PlacementId, cancellationToken);
        var of = await db.CaseOfAsync(candidacy, cancellationToken);
        switch (alarm.Kind)
        {
            case AlarmKinds.ReplyDue when candidacy.Stage == Stages.Applied:
                await record.TellAsync(db, of, Actor.Platform, KindsOfNotice.ReplyDue, cancellationToken);
                break;
            case AlarmKinds.NoReply when candidacy.Stage == Stages.Applied:
                candidacy.Close(EndReasons.NoReply, Actor.Platform, null, clock.GetUtcNow());
                await record.KeepAsync(
                    db, of, Actor.Platform, KindsOfNotice.ApplicationUnanswered, cancellationToken);
                break;
            case AlarmKinds.FollowUpDue or AlarmKinds.FollowUpOverdue
                when candidacy.Stage == Stages.Started && FollowUpPlan.NextMonth(candidacy) is { } month:
                await record.TellAsync(
                    db, of, Actor.Platform, KindsOfNotice.FollowUpDue, cancellationToken, null,
                    ("month", month.ToString(CultureInfo.InvariantCulture)));
                break;
        }
    }
}

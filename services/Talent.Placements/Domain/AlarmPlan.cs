using Talent.Contracts.Placements;

namespace Talent.Placements.Domain;

/// <summary>What a candidacy's own clock has still to do, as it stands now.</summary>
static class AlarmPlan
{
    static readonly int[] ReminderDays = [3, 1];

    public static IEnumerable<(string Kind, DateTimeOffset DueAt)> Of(Candidacy candidacy, DateTimeOffset now)
    {
        IEnumerable<(string Kind, DateTimeOffset DueAt)> plan = candidacy.Stage switch
        {
            Stages.Applied => Reply(candidacy.ReplyBy!.Value),
            Stages.Started => FollowUps(candidacy),
            _ => [],
        };
        // What has gone by unasked is not asked again; that nobody answered still counts.
        return plan.Where(alarm => alarm.DueAt > now || alarm.Kind == AlarmKinds.NoReply);
    }

    static IEnumerable<(string Kind, DateTimeOffset DueAt)> Reply(DateTimeOffset replyBy) =>
        ReminderDays.Select(days => (AlarmKinds.ReplyDue, replyBy.AddDays(-days)))
            .Append((AlarmKinds.NoReply, replyBy));

    static IEnumerable<(string Kind, DateTimeOffset DueAt)> FollowUps(Candidacy candidacy)
    {
        var next = FollowUpPlan.NextMonth(candidacy);
        foreach (var month in FollowUpPlan.Months.Where(month => month >= next))
        {
            var day = FollowUpPlan.DueOn(candidacy.StartedOn!.Value, month);
            yield return (AlarmKinds.FollowUpDue, LocalDays.Morning(day, candidacy.Zone));
            yield return (AlarmKinds.FollowUpOverdue,
                LocalDays.Morning(day.AddDays(FollowUpPlan.DaysLate), candidacy.Zone));
        }
    }
}

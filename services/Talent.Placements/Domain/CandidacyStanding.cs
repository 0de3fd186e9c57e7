using Talent.Contracts.Placements;

namespace Talent.Placements.Domain;

/// <summary>Where a candidacy stands: what each stage brings along, and how it is kept and restored.</summary>
sealed partial class Candidacy
{
    /// <summary>Everything that moves change, as it is now.</summary>
    public Standing Snapshot() => new()
    {
        Stage = Stage,
        StageSince = StageSince,
        Reached = Reached,
        EndReason = EndReason,
        RefusalReason = RefusalReason,
        EndComment = EndComment,
        EndedOn = EndedOn,
        ReplyBy = ReplyBy,
        AnsweredAt = AnsweredAt,
        OfferedAt = OfferedAt,
        AcceptedAt = AcceptedAt,
        StartedOn = StartedOn,
        NextCode = NextCode,
        NextSide = NextSide,
        NextDueAt = NextDueAt,
        Permit = Permit,
        FollowUps = FollowUps,
        Settled = Settled,
    };

    void Restore(Standing before)
    {
        (Stage, StageSince, Reached) = (before.Stage, before.StageSince, before.Reached);
        (EndReason, RefusalReason, EndComment) = (before.EndReason, before.RefusalReason, before.EndComment);
        (EndedOn, ReplyBy, AnsweredAt) = (before.EndedOn, before.ReplyBy, before.AnsweredAt);
        (OfferedAt, AcceptedAt, StartedOn) = (before.OfferedAt, before.AcceptedAt, before.StartedOn);
        (NextCode, NextSide, NextDueAt) = (before.NextCode, before.NextSide, before.NextDueAt);
        (Permit, FollowUps, Settled) = (before.Permit, before.FollowUps, before.Settled);
    }

    void Enter(string stage, DateTimeOffset now)
    {
        (Stage, StageSince, Settled) = (stage, now, false);
        (NextCode, NextSide, NextDueAt) = (null, null, null);
        switch (stage)
        {
            case Stages.Applied:
                (NextCode, NextSide, NextDueAt) = ("answer", Sides.Employer, ReplyBy);
                break;
            case Stages.Screened:
                OweWithin("shortlist", now);
                break;
            case Stages.Shortlisted or Stages.Interview:
                OweWithin("propose-interview", now);
                break;
            case Stages.Accepted or Stages.Permit:
                OweWithin("permit", now);
                break;
            case Stages.Departure:
                (NextCode, NextSide) = ("start", Sides.Employer);
                NextDueAt = Permit?.ArrivesOn is { } arrives ? LocalDays.End(arrives, Zone) : null;
                break;
            case Stages.Started:
                OweFollowUp();
                break;
        }
    }

    /// <summary>After the first answer the employer has as long for each further step.</summary>
    void OweWithin(string code, DateTimeOffset now)
    {
        (NextCode, NextSide) = (code, Sides.Employer);
        NextDueAt = LocalDays.End(LocalDays.Today(now, Zone).AddDays(Stage switch
        {
            Stages.Accepted or Stages.Permit => Math.Max(ReplyDays, 60),
            _ => ReplyDays,
        }), Zone);
    }

    void OweFollowUp()
    {
        (NextCode, NextSide, NextDueAt) = (null, null, null);
        if (FollowUpPlan.NextMonth(this) is not { } month)
            return;
        NextCode = "follow-up";
        NextSide = CollegeId is null ? Sides.Graduate : Sides.Coordinator;
        NextDueAt = LocalDays.End(FollowUpPlan.DueOn(StartedOn!.Value, month), Zone);
    }
}

/// <summary>When it is asked whether a graduate is still at work.</summary>
static class FollowUpPlan
{
    /// <summary>How many days before it is due a follow-up may be done.</summary>
    public const int DaysEarly = 7;

    /// <summary>From when one that is due is overdue.</summary>
    public const int DaysLate = 7;

    /// <summary>Months after the start.</summary>
    public static IReadOnlyList<int> Months { get; } = [1, 3, 6, 12];

    public static DateOnly DueOn(DateOnly startedOn, int month) => startedOn.AddMonths(month);

    /// <summary>The first month not asked about yet, nor a later one; null: none is left.</summary>
    public static int? NextMonth(Candidacy candidacy)
    {
        var last = candidacy.FollowUps.Count == 0 ? 0 : candidacy.FollowUps.Max(done => done.Month);
        return Months.Where(month => month > last).Select(month => (int?)month).FirstOrDefault();
    }
}

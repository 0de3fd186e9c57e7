using Talent.Contracts.Placements;

namespace Talent.Placements.Domain;

/// <summary>How a candidacy ends, is taken back, and what happens after the acceptance.</summary>
sealed partial class Candidacy
{
    /// <summary>How long a move can be taken back.</summary>
    public static readonly TimeSpan UndoTime = TimeSpan.FromMinutes(10);

    /// <summary>The employer refuses.</summary>
    /// <param name="reason">One of <see cref="RefusalReasons"/>.</param>
    public StepError? Reject(Actor by, string reason, string? comment, DateTimeOffset now)
    {
        if (Closed(by, Sides.Employer) is { } error)
            return error;
        return Finish(EndReasons.Refused, Deeds.Reject, by, comment, null, now, reason);
    }

    /// <summary>The graduate withdraws, or the college does for them.</summary>
    public StepError? Withdraw(Actor by, string reason, DateTimeOffset now)
    {
        if (Closed(by, Sides.Graduate, Sides.Coordinator) is { } error)
            return error;
        return Finish(EndReasons.Withdrawn, Deeds.Withdraw, by, reason, null, now);
    }

    /// <summary>An application ends by what happened elsewhere: nobody answered, the job was closed or is full, another
    /// offer was accepted, this one declined or over.</summary>
    /// <param name="reason">One of <see cref="EndReasons"/>.</param>
    public StepError? Close(string reason, Actor by, string? comment, DateTimeOffset now) =>
        StageMachine.IsApplication(Stage)
            ? Finish(reason, Deeds.End, by, comment, null, now)
            : Error(Stage is Stages.Ended ? "ended" : "accepted-already");

    /// <summary>A placement ends after the acceptance.</summary>
    /// <param name="reason">Of <see cref="EndReasons"/>, one that fits the stage.</param>
    public StepError? End(Actor by, string reason, string? comment, DateOnly? on, DateTimeOffset now)
    {
        if (Stage is Stages.Ended)
            return Error("ended");
        if (EndingReasons(Stage) is not { Count: > 0 } possible)
            return Error("not-accepted-yet");
        if (!possible.Contains(reason, StringComparer.Ordinal))
            return new StepError("reason-not-here", Stage, possible);
        return by.Side is Sides.Employer or Sides.Coordinator
            ? Finish(reason, Deeds.End, by, comment, on, now)
            : Error("not-your-step");
    }

    /// <summary>Why a placement may end in a stage; none: it is no placement yet, or no longer.</summary>
    public static IReadOnlyList<string> EndingReasons(string stage) => stage switch
    {
        Stages.Accepted or Stages.Permit or Stages.Departure => [EndReasons.PermitRefused, EndReasons.NotStarted],
        Stages.Started or Stages.Lasting => [EndReasons.Left, EndReasons.Dismissed, EndReasons.TermOver],
        _ => [],
    };

    /// <summary>Until when a side can take the last move back; null: it cannot.</summary>
    public DateTimeOffset? UndoUntil(string side) =>
        LastMove is { Before: not null, Deed: not Deeds.AcceptOffer } last && last.Side == side && !Settled
            ? last.At + UndoTime
            : null;

    /// <summary>Takes the last move back: it stands as before it.</summary>
    public StepError? Undo(Actor by, DateTimeOffset now, out Move? undone)
    {
        undone = LastMove;
        if (undone is null or { Before: null })
            return Error("nothing-to-undo");
        if (undone.Side != by.Side)
            return Error("not-your-move");
        if (Settled || undone.Deed == Deeds.AcceptOffer)
            return Error("move-settled");
        if (now >= undone.At + UndoTime)
            return Error("undo-too-late");
        undone.Undone = true;
        Restore(undone.Before);
        Version++;
        return null;
    }

    /// <summary>Where the documents and the permit stand.</summary>
    public StepError? KeepPermit(Actor by, PermitProgress permit)
    {
        if (Stage is not (Stages.Accepted or Stages.Permit or Stages.Departure))
            return Stage is Stages.Ended ? Error("ended") : Error("no-permit-now");
        if (by.Side is not (Sides.Employer or Sides.Coordinator))
            return Error("not-your-step");
        Permit = permit;
        if (Stage == Stages.Departure)
            NextDueAt = permit.ArrivesOn is { } day ? LocalDays.End(day, Zone) : NextDueAt;
        Touch(settles: true);
        return null;
    }

    /// <summary>What was found some months after the start. Who is at work after twelve is placed for good; who no
    /// longer is has left.</summary>
    public StepError? FollowUp(Actor by, FollowUpFinding found, DateTimeOffset now)
    {
        if (Stage is not Stages.Started)
            return Stage is Stages.Ended ? Error("ended") : Error("not-started");
        if (by.Side is not (Sides.Coordinator or Sides.Graduate))
            return Error("not-your-step");
        if (FollowUps.Any(done => done.Month == found.Month))
            return Error("follow-up-done");
        if (found.DoneOn < FollowUpPlan.DueOn(StartedOn!.Value, found.Month).AddDays(-FollowUpPlan.DaysEarly))
            return Error("follow-up-early");
        var before = Snapshot();
        FollowUps = [.. FollowUps.Append(found).OrderBy(done => done.Month)];
        if (!found.AtWork)
            return Finish(EndReasons.Left, Deeds.FollowUp, by, null, found.DoneOn, now, before: before);
        if (found.Month == FollowUpPlan.Months[^1])
        {
            Go(StageMachine.Find(Stage, Deeds.FollowUp)!, by, null, before, now);
            return null;
        }
        OweFollowUp();
        Touch(settles: true);
        return null;
    }

    StepError? Closed(Actor by, params ReadOnlySpan<string> sides)
    {
        if (Stage is Stages.Ended)
            return Error("ended");
        if (!StageMachine.IsApplication(Stage))
            return Error("accepted-already");
        return sides.Contains(by.Side) ? null : Error("not-your-step");
    }

    StepError? Finish(
        string reason, string deed, Actor by, string? comment, DateOnly? on, DateTimeOffset now, string? refusal = null,
        Standing? before = null)
    {
        before ??= Snapshot();
        var from = Stage;
        (EndReason, RefusalReason, EndComment) = (reason, refusal, comment);
        EndedOn = on ?? LocalDays.Today(now, Zone);
        if (from == Stages.Applied)
        {
            ReplyBy = null;
            if (by.Side == Sides.Employer)
                AnsweredAt = now;
        }
        Enter(Stages.Ended, now);
        Record(from, deed, by, comment, null, before, now);
        Version++;
        return null;
    }
}

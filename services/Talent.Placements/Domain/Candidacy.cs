using Talent.Contracts.Placements;
using Talent.Platform;

namespace Talent.Placements.Domain;

/// <summary>An application and the placement it becomes. Each change is a method that returns why it cannot be, or
/// null; which steps there are stands in <see cref="StageMachine"/>.</summary>
sealed partial class Candidacy
{
    readonly List<Move> moves = [];

    Candidacy()
    {
    }

    public Guid Id { get; private set; }
    public int Version { get; private set; }
    /// <summary>Number of the store's change that this row is of; the store gives it.</summary>
    public long Change { get; private set; }
    public Guid JobId { get; private set; }
    public Guid OrganisationId { get; private set; }
    public Guid GraduateId { get; private set; }
    /// <summary>The college that had enrolled the graduate when they applied.</summary>
    public Guid? CollegeId { get; private set; }
    /// <summary><c>employment</c>, <c>internship</c> or <c>order-training</c>.</summary>
    public string Kind { get; private set; } = "";
    /// <summary>IANA zone of the job.</summary>
    public string Zone { get; private set; } = "";
    /// <summary>Days within which the employer answers.</summary>
    public int ReplyDays { get; private set; }
    public DateTimeOffset AppliedAt { get; private set; }
    public Guid? MandateId { get; private set; }
    public string? Letter { get; private set; }
    public int MoveCount { get; private set; }

    public string Stage { get; private set; } = "";
    public DateTimeOffset StageSince { get; private set; }
    public string Reached { get; private set; } = "";
    public string? EndReason { get; private set; }
    public string? RefusalReason { get; private set; }
    public string? EndComment { get; private set; }
    public DateOnly? EndedOn { get; private set; }
    public DateTimeOffset? ReplyBy { get; private set; }
    public DateTimeOffset? AnsweredAt { get; private set; }
    public DateTimeOffset? OfferedAt { get; private set; }
    public DateTimeOffset? AcceptedAt { get; private set; }
    public DateOnly? StartedOn { get; private set; }
    public string? NextCode { get; private set; }
    public string? NextSide { get; private set; }
    public DateTimeOffset? NextDueAt { get; private set; }
    public PermitProgress? Permit { get; private set; }
    public IReadOnlyList<FollowUpFinding> FollowUps { get; private set; } = [];
    public bool Settled { get; private set; }

    public IReadOnlyList<Move> Moves => moves;

    public bool OnBehalf => MandateId is not null;

    /// <summary>Whether one of the job's openings is taken by it.</summary>
    public bool TakesSeat => StageMachine.TakesSeat(Stage);

    /// <summary>The last move that was not taken back; the moves must have been loaded.</summary>
    public Move? LastMove => moves.Where(move => !move.Undone).MaxBy(move => move.Number);

    /// <summary>A graduate applies, or is applied for.</summary>
    /// <param name="mandate">The consent a coordinator applies with.</param>
    public static Candidacy Apply(
        JobFacts job, Guid graduate, Guid? college, Guid? mandate, string? letter, Actor by, DateTimeOffset now)
    {
        var candidacy = new Candidacy
        {
            Id = OrderedIds.Next(now),
            JobId = job.Id,
            OrganisationId = job.OrganisationId,
            GraduateId = graduate,
            CollegeId = college,
            Kind = job.Contract switch
            {
                "internship" => "internship",
                "order-training" => "order-training",
                _ => "employment",
            },
            Zone = job.Zone,
            ReplyDays = job.ReplyWithinDays,
            AppliedAt = now,
            MandateId = mandate,
            Letter = letter,
            Reached = Stages.Applied,
            ReplyBy = LocalDays.End(LocalDays.Today(now, job.Zone).AddDays(job.ReplyWithinDays), job.Zone),
        };
        candidacy.Enter(Stages.Applied, now);
        candidacy.Record("", Deeds.Apply, by, null, null, null, now);
        candidacy.Version = 1;
        return candidacy;
    }

    /// <summary>One step on.</summary>
    /// <param name="to">The stage meant; null: the next.</param>
    /// <param name="on">The day work began, for <see cref="Stages.Started"/>.</param>
    public StepError? Advance(
        Actor by, string? to, string? exception, string? reason, DateOnly? on, DateTimeOffset now)
    {
        if (Step(Deeds.Advance, exception, by, to, out var step) is { } error)
            return error;
        if (step.Exception is StepExceptions.TrainedForThisJob && Kind != "order-training")
            return Error("exception-not-here", Stages.Screened);
        if (step.To == Stages.Departure && Permit is { Needed: true, State: "refused" })
            return Error("permit-refused", Stages.Ended);
        var before = Snapshot();
        if (step.To == Stages.Started)
            StartedOn = on ?? LocalDays.Today(now, Zone);
        if (step.To == Stages.Permit)
            Permit ??= new PermitProgress(true, "collecting", null, null, null, null);
        if (step.Exception is StepExceptions.NoPermitNeeded)
            Permit = new PermitProgress(false, "granted", null, null, Permit?.ArrivesOn, Permit?.Comment);
        Go(step, by, reason, before, now);
        return null;
    }

    /// <summary>The employer proposes an interview: from the shortlist a step, later on none.</summary>
    public StepError? ProposeInterview(Actor by, DateTimeOffset now)
    {
        if (Stage == Stages.Interview && by.Side == Sides.Employer)
            return null;
        if (Step(Deeds.ProposeInterview, null, by, null, out var step) is { } error)
            return error;
        Go(step, by, null, Snapshot(), now);
        return null;
    }

    /// <summary>The employer makes an offer, or another version of it.</summary>
    public StepError? MakeOffer(Actor by, string? exception, DateTimeOffset expiresAt, DateTimeOffset now)
    {
        var again = Stage == Stages.Offer && by.Side == Sides.Employer;
        if (!again)
        {
            if (Step(Deeds.MakeOffer, exception, by, null, out var step) is { } error)
                return error;
            var before = Snapshot();
            OfferedAt = now;
            Go(step, by, null, before, now);
        }
        (NextCode, NextSide, NextDueAt) = ("answer-offer", Sides.Graduate, expiresAt);
        if (again)
            Touch(settles: true);
        return null;
    }

    /// <summary>The graduate signs: an opening is taken.</summary>
    public StepError? AcceptOffer(Actor by, DateTimeOffset now)
    {
        if (Step(Deeds.AcceptOffer, null, by, null, out var step) is { } error)
            return error;
        var before = Snapshot();
        AcceptedAt = now;
        Go(step, by, null, before, now);
        // What is signed is not unsigned.
        Settled = true;
        return null;
    }

    /// <summary>Who owes the next step changed without a move: an interview was booked, held, scored …</summary>
    /// <param name="settles">Whether this comes of the last move, which can no longer be taken back then.</param>
    public void Owe(string code, string side, DateTimeOffset? dueAt, bool settles)
    {
        (NextCode, NextSide, NextDueAt) = (code, side, dueAt);
        Touch(settles);
    }

    /// <summary>Something that belongs to it changed: its version rises.</summary>
    public void Touch(bool settles)
    {
        Settled |= settles;
        Version++;
    }

    StepError? Step(string deed, string? exception, Actor by, string? to, out Step step)
    {
        step = StageMachine.Find(Stage, deed, exception)!;
        if (Stage is Stages.Ended)
            return Error("ended");
        if (step is null)
        {
            return exception is not null && StageMachine.Find(Stage, deed) is not null
                ? Error("exception-not-here")
                : Error("wrong-step", StageMachine.Next(Stage)?.To);
        }
        if (to is not null && to != step.To)
            return Error("no-such-step", step.To);
        return step.Sides.Contains(by.Side, StringComparer.Ordinal) ? null : Error("not-your-step");
    }

    StepError Error(string code, params string?[] possible) => new(code, Stage, [.. possible.OfType<string>()]);

    void Go(Step step, Actor by, string? reason, Standing before, DateTimeOffset now)
    {
        var from = Stage;
        if (from == Stages.Applied)
            (ReplyBy, AnsweredAt) = (null, now);
        Reached = step.To;
        Enter(step.To, now);
        Record(from, step.Deed, by, reason, step.Exception, before, now);
        Version++;
    }

    void Record(
        string from, string deed, Actor by, string? reason, string? exception, Standing? before, DateTimeOffset now) =>
        moves.Add(new Move
        {
            Id = OrderedIds.Next(now),
            PlacementId = Id,
            Number = ++MoveCount,
            From = from,
            To = Stage,
            Deed = deed,
            At = now,
            Account = by.Account,
            By = by.Name,
            Side = by.Side,
            Reason = reason,
            Exception = exception,
            Before = before,
        });
}

/// <summary>What a candidacy takes over of its job.</summary>
sealed record JobFacts(Guid Id, Guid OrganisationId, string Contract, string Zone, int ReplyWithinDays);

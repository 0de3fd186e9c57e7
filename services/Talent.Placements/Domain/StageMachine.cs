using Talent.Contracts.Placements;

namespace Talent.Placements.Domain;

/// <summary>Every step there is between stages, and who makes it. What stands in no row does not happen: no stage is
/// skipped or gone back to, but for the exceptions that have names. Any open stage ends besides: see
/// <see cref="Candidacy"/>.</summary>
static class StageMachine
{
    /// <summary>Stages in which an opening is taken.</summary>
    static readonly string[] TakingSeats =
        [Stages.Accepted, Stages.Permit, Stages.Departure, Stages.Started, Stages.Lasting];

    static readonly string[] Employer = [Sides.Employer];
    static readonly string[] Placing = [Sides.Employer, Sides.Coordinator];

    public static IReadOnlyList<Step> Steps { get; } =
    [
        new(Stages.Applied, Stages.Screened, Deeds.Advance, Employer),
        new(Stages.Applied, Stages.Shortlisted, Deeds.Advance, Employer, StepExceptions.TrainedForThisJob),
        new(Stages.Screened, Stages.Shortlisted, Deeds.Advance, Employer),
        new(Stages.Shortlisted, Stages.Interview, Deeds.ProposeInterview, Employer),
        new(Stages.Shortlisted, Stages.Offer, Deeds.MakeOffer, Employer, StepExceptions.WithoutInterview),
        new(Stages.Interview, Stages.Offer, Deeds.MakeOffer, Employer),
        new(Stages.Offer, Stages.Accepted, Deeds.AcceptOffer, [Sides.Graduate]),
        new(Stages.Accepted, Stages.Permit, Deeds.Advance, Placing),
        new(Stages.Accepted, Stages.Departure, Deeds.Advance, Placing, StepExceptions.NoPermitNeeded),
        new(Stages.Permit, Stages.Departure, Deeds.Advance, Placing),
        new(Stages.Departure, Stages.Started, Deeds.Advance, Placing),
        new(Stages.Started, Stages.Lasting, Deeds.FollowUp, [Sides.Coordinator, Sides.Graduate]),
    ];

    /// <summary>The step that a deed makes from a stage; null when there is none.</summary>
    public static Step? Find(string from, string deed, string? exception = null) => Steps.FirstOrDefault(
        step => step.From == from && step.Deed == deed && step.Exception == exception);

    /// <summary>The steps that lead on from a stage without an exception.</summary>
    public static Step? Next(string from) => Steps.FirstOrDefault(step => step.From == from && step.Exception is null);

    /// <summary>The place of a stage in the order; an ended one stands last.</summary>
    public static int Rank(string stage)
    {
        for (var rank = 0; rank < Stages.All.Count; rank++)
        {
            if (Stages.All[rank] == stage)
                return rank;
        }
        throw new ArgumentException($"\"{stage}\" is no stage.", nameof(stage));
    }

    /// <summary>Whether it goes on: neither lasting nor ended.</summary>
    public static bool IsOpen(string stage) => stage is not (Stages.Lasting or Stages.Ended);

    /// <summary>Whether it is still an application: no offer has been accepted.</summary>
    public static bool IsApplication(string stage) => Rank(stage) < Rank(Stages.Accepted);

    public static bool TakesSeat(string stage) => TakingSeats.Contains(stage, StringComparer.Ordinal);
}

/// <summary>One step.</summary>
/// <param name="Deed">One of <see cref="Deeds"/>: what makes it.</param>
/// <param name="Sides">Who may make it.</param>
/// <param name="Exception">One of <see cref="StepExceptions"/>, when it leaves a stage out.</param>
sealed record Step(string From, string To, string Deed, IReadOnlyList<string> Sides, string? Exception = null);

/// <summary>What moves a candidacy from one stage to another.</summary>
static class Deeds
{
    public const string Apply = "apply";
    public const string Advance = "advance";
    public const string ProposeInterview = "propose-interview";
    public const string MakeOffer = "make-offer";
    public const string AcceptOffer = "accept-offer";
    public const string FollowUp = "follow-up";
    public const string Reject = "reject";
    public const string Withdraw = "withdraw";
    public const string End = "end";
}

/// <summary>Who does something.</summary>
/// <param name="Account">Null for the platform.</param>
/// <param name="Name">Empty for the platform.</param>
/// <param name="Side">One of <see cref="Contracts.Placements.Sides"/>.</param>
sealed record Actor(Guid? Account, string Name, string Side)
{
    public static Actor Platform { get; } = new(null, "", Sides.Platform);
}

/// <summary>Why something cannot be done now.</summary>
/// <param name="Code">The problem's stable code; its sentence is <c>PlacementTexts</c>' of that key.</param>
/// <param name="Stage">Where the candidacy stands.</param>
/// <param name="Possible">Stages or deeds that would be right.</param>
sealed record StepError(string Code, string Stage, IReadOnlyList<string> Possible)
{
    public static StepError Of(string code, string stage) => new(code, stage, []);
}

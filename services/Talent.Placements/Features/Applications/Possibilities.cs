using Talent.Contracts.Placements;
using Talent.Placements.Domain;

namespace Talent.Placements.Features.Applications;

/// <summary>What a side may do next with a candidacy, as the stage machine and the methods of
/// <see cref="Candidacy"/> will let it.</summary>
static class Possibilities
{
    public static IReadOnlyList<string> Actions(Candidacy one, string side, bool canUndo) =>
        [.. All(one, side, canUndo)];

    /// <summary>The stage that <c>advance</c> leads to; null when there is none for the side.</summary>
    public static string? NextStage(string stage, PermitProgress? permit, string side) =>
        StageMachine.Find(stage, Deeds.Advance) is { } step && step.Sides.Contains(side, StringComparer.Ordinal)
        && !(step.To == Stages.Departure && permit is { Needed: true, State: "refused" })
            ? step.To
            : null;

    /// <summary>The exceptions the side may name.</summary>
    public static IReadOnlyList<string> Exceptions(Candidacy one, string side) =>
    [
        .. StageMachine.Steps
            .Where(step => step.From == one.Stage && step.Exception is not null
                && step.Sides.Contains(side, StringComparer.Ordinal))
            .Where(step => step.Exception is not StepExceptions.TrainedForThisJob || one.Kind == "order-training")
            .Select(step => step.Exception!),
    ];

    static IEnumerable<string> All(Candidacy one, string side, bool canUndo)
    {
        var application = StageMachine.IsApplication(one.Stage);
        var (employer, graduate) = (side == Sides.Employer, side == Sides.Graduate);
        var coordinator = side == Sides.Coordinator;
        if (NextStage(one.Stage, one.Permit, side) is not null)
            yield return "advance";
        if (employer && application)
            yield return "reject";
        if (application && (graduate || coordinator))
            yield return "withdraw";
        if (canUndo)
            yield return "undo";
        if (employer && one.Stage is (Stages.Shortlisted or Stages.Interview))
            yield return "propose-interview";
        if (employer && one.Stage is (Stages.Shortlisted or Stages.Interview or Stages.Offer))
            yield return "make-offer";
        if ((graduate || coordinator) && one.Stage == Stages.Started && FollowUpPlan.NextMonth(one) is not null)
            yield return "follow-up";
        if (employer)
            yield return "note";
        if ((employer || coordinator) && Candidacy.EndingReasons(one.Stage).Count > 0)
            yield return "end";
        if ((employer || coordinator) && one.Stage is (Stages.Accepted or Stages.Permit or Stages.Departure))
            yield return "permit";
    }
}

using Talent.Contracts.Placements;
using Talent.Placements.Domain;

namespace Talent.Placements.Features.Histories;

/// <summary>Goes through a history with the candidacy's own methods, as it was on each of its days.</summary>
static class History
{
    /// <param name="hasSeat">Whether an opening is left when the offer is to be accepted; otherwise it ends
    /// before.</param>
    public static Candidacy Tell(PlacementHistory history, KnownJob job, KnownGraduate graduate, Func<bool> hasSeat)
    {
        var side = new Sidings(job.OrganisationName, graduate.Name, graduate.College ?? "");
        var one = Candidacy.Apply(
            job.Facts, graduate.Id, graduate.CollegeId, null, null, side.Of(Sides.Graduate), history.AppliedAt);
        foreach (var step in history.Steps)
        {
            if (step.Deed == Deeds.AcceptOffer && !hasSeat())
                break;
            if (Make(one, step, side) is not null)
                break;
        }
        return one;
    }

    static StepError? Make(Candidacy one, HistoryStep step, Sidings side) => step.Deed switch
    {
        Deeds.Advance => one.Advance(
            side.Of(Sides.Employer), null, step.Code, null, LocalDays.Today(step.At, one.Zone), step.At),
        Deeds.ProposeInterview => one.ProposeInterview(side.Of(Sides.Employer), step.At),
        Deeds.MakeOffer => one.MakeOffer(side.Of(Sides.Employer), step.Code, step.At.AddDays(7), step.At),
        Deeds.AcceptOffer => one.AcceptOffer(side.Of(Sides.Graduate), step.At),
        Deeds.Reject => one.Reject(
            side.Of(Sides.Employer), step.Code ?? RefusalReasons.OthersFitBetter, null, step.At),
        Deeds.Withdraw => one.Withdraw(side.Of(Sides.Graduate), step.Code ?? "", step.At),
        EndReasons.NoReply => one.Close(EndReasons.NoReply, Actor.Platform, null, step.At),
        "permit" => one.KeepPermit(
            side.Of(Sides.Coordinator), new PermitProgress(true, step.Code ?? "collecting", null, null, step.On, null)),
        Deeds.FollowUp => one.FollowUp(
            side.Of(Sides.Coordinator),
            new FollowUpFinding(
                step.Month ?? 1, LocalDays.Today(step.At, one.Zone), step.AtWork ?? true, null, null, null, null,
                side.Of(Sides.Coordinator).Name),
            step.At),
        Deeds.End => one.End(
            side.Of(Sides.Employer), step.Code ?? EndReasons.Left, null, LocalDays.Today(step.At, one.Zone), step.At),
        _ => throw new ArgumentException($"\"{step.Deed}\" is no deed.", nameof(step)),
    };

    /// <summary>Who acts on each side: nobody in particular.</summary>
    sealed record Sidings(string Employer, string Graduate, string College)
    {
        public Actor Of(string side) => new(null, side switch
        {
            Sides.Employer => Employer,
            Sides.Graduate => Graduate,
            _ => College,
        }, side);
    }
}

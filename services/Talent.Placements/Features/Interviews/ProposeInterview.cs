using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Talent.Contracts.Notifications;
using Talent.Contracts.Placements;
using Talent.Placements.Domain;
using Talent.Placements.Features.Applications;
using Talent.Platform.Http;

namespace Talent.Placements.Features.Interviews;

/// <summary><c>POST /placements/interviews</c>: the employer proposes times; from the shortlist that is the step to the
/// interview.</summary>
static class ProposeInterview
{
    public static async Task<Results<Created<Interview>, ProblemHttpResult>> Handle(
        InterviewInput input, [AsParameters] Desk desk)
    {
        if (input.ApplicationId is not { } application)
            return Problems.Invalid(FieldProblem.Missing("$.applicationId"));
        InterviewRound? round = null;
        var (of, problem) = await desk.TryAsync(application, async of =>
        {
            var (plan, problems) = InterviewInputs.Plan(input, of.Job.Need.Zone, desk.Now);
            if (plan is null)
                return Outcome.Refused(Problems.Invalid(problems));
            if (of.Candidacy.ProposeInterview(desk.Actor, desk.Now) is { } error)
                return Outcome.Refused(PlacementErrors.Of(error));
            if (await desk.Db.Interviews.AnyAsync(one => one.PlacementId == application
                && (one.State == InterviewStates.Proposed || one.State == InterviewStates.Booked), desk.CancellationToken))
                return Outcome.Refused(InterviewErrors.Conflict("interview-open"));
            round = Propose(of, plan, desk);
            return round.Told(KindsOfNotice.InterviewProposed, plan.Message);
        });
        if (of is null)
            return problem!;
        desk.Http.Response.Headers.ETag = ETags.Of(round!.Version);
        return TypedResults.Created(
            $"/api/v1/placements/interviews/{round.Id}",
            await InterviewViews.OneAsync(desk.Db, of, round, desk.Caller, desk.CancellationToken));
    }

    static InterviewRound Propose(PlacementCase of, InterviewPlan plan, Desk desk)
    {
        var one = of.Candidacy;
        var round = InterviewRound.Propose(
            new InterviewOf(one.Id, one.JobId, one.OrganisationId, one.GraduateId), plan,
            new Organiser(desk.Caller.Name, desk.Caller.Email), desk.Now);
        desk.Db.Interviews.Add(round);
        one.Owe("book-interview", Sides.Graduate, round.Slots[^1].Start, settles: false);
        return round;
    }
}

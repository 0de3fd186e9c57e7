using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Talent.Contracts.Notifications;
using Talent.Contracts.Placements;
using Talent.Placements.Domain;
using Talent.Placements.Features.Applications;
using Talent.Platform.Http;
using Talent.Platform.Intake;

namespace Talent.Placements.Features.Interviews;

/// <summary><c>POST /placements/interviews/{id}/book|move|cancel</c>.</summary>
static class BookInterview
{
    const int LongestReason = 1000;

    /// <summary>The graduate, or the college for them, picks one of the times.</summary>
    public static async Task<Results<Ok<Interview>, ProblemHttpResult>> Book(
        Guid id, BookingInput input, [AsParameters] Desk desk)
    {
        var wrong = input.Start is null ? Problems.Invalid(FieldProblem.Missing("$.start")) : null;
        return await desk.ChangeAsync(id, wrong, (of, round) => TakeAsync(
            desk, of, round, round.Book(input.Start!.Value, desk.Now), KindsOfNotice.InterviewBooked, null));
    }

    /// <summary>Either side takes another of the times, or the employer proposes others.</summary>
    public static async Task<Results<Ok<Interview>, ProblemHttpResult>> Move(
        Guid id, InterviewMoveInput input, [AsParameters] Desk desk)
    {
        var checks = new InputChecks([]);
        var reason = checks.Text("reason", input.Reason, LongestReason);
        var problems = PlacementErrors.Fields(checks.Errors).ToList();
        if (input.Start is null == input.Slots is null)
            problems.Add(InterviewErrors.Field("start", "start-or-slots"));
        if (input.Slots is not null && desk.Actor.Side != Sides.Employer)
            problems.Add(InterviewErrors.Field("slots", "slots-by-employer"));
        var wrong = problems.Count > 0 ? Problems.Invalid(problems) : null;
        return await desk.ChangeAsync(id, wrong, (of, round) => input.Start is { } start
            ? TakeAsync(desk, of, round, round.MoveTo(start, desk.Now), KindsOfNotice.InterviewMoved, reason)
            : ProposeAnewAsync(desk, of, round, input.Slots!, reason));
    }

    /// <summary>Either side calls it off.</summary>
    public static async Task<Results<Ok<Interview>, ProblemHttpResult>> Cancel(
        Guid id, InterviewCancelInput input, [AsParameters] Desk desk)
    {
        var checks = new InputChecks([]);
        var reason = checks.Text("reason", input.Reason, LongestReason, required: true);
        var wrong = checks.Errors.Count > 0 ? PlacementErrors.Invalid(checks.Errors) : null;
        return await desk.ChangeAsync(id, wrong, async (of, round) =>
        {
            if (round.Cancel(reason, desk.Now) is { } error)
                return Outcome.Refused(InterviewErrors.Of(error, round));
            await Bookings.FreeAsync(desk.Db, round.Id, desk.CancellationToken);
            await InterviewAlarms.SetAsync(desk.Db, round, desk.Now, desk.CancellationToken);
            of.Candidacy.Owe("propose-interview", Sides.Employer, desk.Now.AddDays(of.Candidacy.ReplyDays), settles: true);
            return round.Told(KindsOfNotice.InterviewCancelled, reason);
        });
    }

    static async Task<Outcome> TakeAsync(
        Desk desk, PlacementCase of, InterviewRound round, InterviewError? error, string kind, string? reason)
    {
        if (error is not null)
            return Outcome.Refused(InterviewErrors.Of(error, round));
        if (await Bookings.TakeAsync(desk.Db, round, desk.CancellationToken) is { } taken)
            return Outcome.Refused(taken);
        await InterviewAlarms.SetAsync(desk.Db, round, desk.Now, desk.CancellationToken);
        of.Candidacy.Owe(
            "interview", Sides.Employer, round.BookedEnd, settles: true);
        return round.Told(kind, reason);
    }

    static async Task<Outcome> ProposeAnewAsync(
        Desk desk, PlacementCase of, InterviewRound round, IReadOnlyList<SlotInput> inputs, string? reason)
    {
        var problems = new List<FieldProblem>();
        var slots = InterviewInputs.Slots(inputs, round.Zone, desk.Now, problems);
        if (problems.Count > 0)
            return Outcome.Refused(Problems.Invalid(problems));
        if (round.ProposeAnew(slots, desk.Now) is { } error)
            return Outcome.Refused(InterviewErrors.Of(error, round));
        await Bookings.FreeAsync(desk.Db, round.Id, desk.CancellationToken);
        await InterviewAlarms.SetAsync(desk.Db, round, desk.Now, desk.CancellationToken);
        of.Candidacy.Owe("book-interview", Sides.Graduate, slots[^1].Start, settles: true);
        return round.Told(KindsOfNotice.InterviewMoved, reason);
    }
}

using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Talent.Contracts.Jobs;
using Talent.Jobs.Data;
using Talent.Jobs.Domain;
using Talent.Platform.Http;
using Talent.Platform.Intake;
using Talent.Platform.Security;

namespace Talent.Jobs.Features.Needs;

/// <summary>Why a job need is moved; at most 500 characters.</summary>
sealed record MoveReason(string? Reason);

/// <summary><c>POST /jobs/{id}/publish|pause|close</c>. Asking for the state it has already is answered 409.</summary>
static class MoveJob
{
    const int LongestReason = 500;

    public static Task<Results<Ok<JobNeed>, ProblemHttpResult>> Publish(
        Guid id, MoveReason? body, [AsParameters] Move move) =>
        move.ApplyAsync(id, body, (requisition, _, now) =>
            requisition.Publish(now, DateOnly.FromDateTime(now.UtcDateTime)));

    public static Task<Results<Ok<JobNeed>, ProblemHttpResult>> Pause(
        Guid id, MoveReason? body, [AsParameters] Move move) =>
        move.ApplyAsync(id, body, (requisition, reason, now) => requisition.Pause(reason, now));

    public static Task<Results<Ok<JobNeed>, ProblemHttpResult>> Close(
        Guid id, MoveReason? body, [AsParameters] Move move) =>
        move.ApplyAsync(id, body, (requisition, reason, now) => requisition.Close(reason, now));

    internal sealed record Move(
        Caller Caller, JobsDb Db, TimeProvider Clock, HttpContext Http, CancellationToken CancellationToken)
    {
        public async Task<Results<Ok<JobNeed>, ProblemHttpResult>> ApplyAsync(
            Guid id, MoveReason? body, Func<Requisition, string?, DateTimeOffset, TransitionError?> move)
        {
            var checks = new InputChecks([]);
            var reason = checks.Text("reason", body?.Reason, LongestReason);
            if (checks.Errors.Count > 0)
                return NeedErrors.Invalid(checks.Errors);
            var requisition = await Db.Requisitions.SingleOrDefaultAsync(
                own => own.Id == id && own.OrganisationId == Caller.Organisation, CancellationToken);
            if (requisition is null)
                return NeedErrors.Unknown();
            if (move(requisition, reason, Clock.GetUtcNow()) is { } error)
                return NeedErrors.Forbidden(error);
            Db.Publish(new JobNeedChanged(requisition.Need), Clock);
            await Db.SaveChangesAsync(CancellationToken);
            Http.Response.Headers.ETag = ETags.Of(requisition.Version);
            return TypedResults.Ok(requisition.Need);
        }
    }
}

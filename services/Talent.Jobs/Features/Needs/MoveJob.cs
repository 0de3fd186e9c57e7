using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Talent.Contracts.Identity;
using Talent.Contracts.Jobs;
using Talent.Jobs.Data;
using Talent.Jobs.Domain;
using Talent.Jobs.Features.Employers;
using Talent.Platform.Auditing;
using Talent.Platform.Http;
using Talent.Platform.Intake;
using Talent.Platform.Security;

namespace Talent.Jobs.Features.Needs;

/// <summary>Why a job need is moved; at most 500 characters.</summary>
sealed record MoveReason(string? Reason);

/// <summary><c>POST /jobs/{id}/publish|pause|close</c>. Asking for the state it has already is answered
/// 409. Publishing for an enterprise that is not verified holds the need.</summary>
static class MoveJob
{
    const int LongestReason = 500;

    public static Task<Results<Ok<JobNeed>, ProblemHttpResult>> Publish(
        Guid id, MoveReason? body, [AsParameters] Move move) =>
        move.ApplyAsync(id, body, AuditActions.JobPublished, async (requisition, _, now) => requisition.Publish(
            await move.Db.IsVerifiedAsync(requisition.OrganisationId, move.Caller.OrganisationVerified, move.CancellationToken),
            now, DateOnly.FromDateTime(now.UtcDateTime)));

    public static Task<Results<Ok<JobNeed>, ProblemHttpResult>> Pause(
        Guid id, MoveReason? body, [AsParameters] Move move) =>
        move.ApplyAsync(
            id, body, AuditActions.JobPaused, (requisition, reason, now) => Task.FromResult(requisition.Pause(reason, now)));

    public static Task<Results<Ok<JobNeed>, ProblemHttpResult>> Close(
        Guid id, MoveReason? body, [AsParameters] Move move) =>
        move.ApplyAsync(
            id, body, AuditActions.JobClosed, (requisition, reason, now) => Task.FromResult(requisition.Close(reason, now)));

    internal sealed record Move(
        Caller Caller, JobsDb Db, Audit Audit, TimeProvider Clock, HttpContext Http, CancellationToken CancellationToken)
    {
        public async Task<Results<Ok<JobNeed>, ProblemHttpResult>> ApplyAsync(
            Guid id, MoveReason? body, string action,
            Func<Requisition, string?, DateTimeOffset, Task<TransitionError?>> move)
        {
            var checks = new InputChecks([]);
            var reason = checks.Text("reason", body?.Reason, LongestReason);
            if (checks.Errors.Count > 0)
                return NeedErrors.Invalid(checks.Errors);
            var requisition = await Db.Requisitions.SingleOrDefaultAsync(
                own => own.Id == id && own.OrganisationId == Caller.Organisation, CancellationToken);
            if (requisition is null)
                return NeedErrors.Unknown();
            if (await move(requisition, reason, Clock.GetUtcNow()) is { } error)
                return NeedErrors.Forbidden(error);
            Db.Publish(new JobNeedChanged(requisition.Need), Clock);
            Audit.Record(Db, action, "job", id, requisition.State == JobStates.Held ? "held: " + requisition.Need.Title
                : requisition.Need.Title);
            await Db.SaveChangesAsync(CancellationToken);
            Http.Response.Headers.ETag = ETags.Of(requisition.Version);
            return TypedResults.Ok(requisition.Need);
        }
    }
}

using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Talent.Contracts.Identity;
using Talent.Contracts.Jobs;
using Talent.Jobs.Data;
using Talent.Jobs.Domain;
using Talent.Platform.Auditing;
using Talent.Platform.Http;
using Talent.Platform.Security;

namespace Talent.Jobs.Features.Needs;

/// <summary><c>PUT /jobs/{id}</c> with <c>If-Match</c>: replaces what is asked for; the state stays.</summary>
static class ChangeJob
{
    public static async Task<Results<Ok<JobNeed>, ProblemHttpResult>> Handle(
        Guid id, JobNeedInput input, Caller caller, JobsDb db, Audit audit, TimeProvider clock, HttpContext http,
        CancellationToken cancellationToken)
    {
        var requisition = await db.Requisitions.SingleOrDefaultAsync(
            own => own.Id == id && own.OrganisationId == caller.Organisation, cancellationToken);
        if (requisition is null)
            return NeedErrors.Unknown();
        if (ETags.Mismatch(http.Request, requisition.Version) is { } mismatch)
            return mismatch;
        var now = clock.GetUtcNow();
        var (need, errors) = JobNeedRules.Understand(input, DateOnly.FromDateTime(now.UtcDateTime));
        if (errors.Count > 0)
            return NeedErrors.Invalid(errors);
        if (need.ExternalId is { } key && await db.Requisitions.AnyAsync(
            other => other.OrganisationId == caller.Organisation && other.ExternalId == key && other.Id != id,
            cancellationToken))
            return NeedErrors.DuplicateExternalId(key);
        if (requisition.Change(need, now))
        {
            db.Publish(new JobNeedChanged(requisition.Need), clock);
            audit.Record(db, AuditActions.JobChanged, "job", id, need.Title);
            await db.SaveChangesAsync(cancellationToken);
        }
        http.Response.Headers.ETag = ETags.Of(requisition.Version);
        return TypedResults.Ok(requisition.Need);
    }
}

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

/// <summary><c>POST /jobs</c>: a new job need, as a draft.</summary>
static class CreateJob
{
    public static async Task<Results<Created<JobNeed>, ProblemHttpResult>> Handle(
        JobNeedInput input, Caller caller, JobsDb db, Audit audit, TimeProvider clock, HttpResponse response,
        CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var (need, errors) = JobNeedRules.Understand(input, DateOnly.FromDateTime(now.UtcDateTime));
        if (errors.Count > 0)
            return NeedErrors.Invalid(errors);
        if (need.ExternalId is { } key && await db.Requisitions.AnyAsync(
            other => other.OrganisationId == caller.Organisation && other.ExternalId == key, cancellationToken))
            return NeedErrors.DuplicateExternalId(key);
        var requisition = Requisition.Draft(need, caller.Organisation, caller.OrganisationName ?? "", now);
        db.Requisitions.Add(requisition);
        db.Publish(new JobNeedChanged(requisition.Need), clock);
        audit.Record(db, AuditActions.JobMade, "job", requisition.Id, need.Title);
        await db.SaveChangesAsync(cancellationToken);
        response.Headers.ETag = ETags.Of(requisition.Version);
        return TypedResults.Created($"/api/v1/jobs/{requisition.Id}", requisition.Need);
    }
}

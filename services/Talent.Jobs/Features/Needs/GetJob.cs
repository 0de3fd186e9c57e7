using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Talent.Contracts.Jobs;
using Talent.Jobs.Data;
using Talent.Platform.Http;
using Talent.Platform.Security;

namespace Talent.Jobs.Features.Needs;

/// <summary><c>GET /jobs/{id}</c>: anyone sees a published need and one closed after it had been; drafts, held and
/// paused ones only their own enterprise.</summary>
static class GetJob
{
    public static async Task<Results<Ok<JobNeed>, ProblemHttpResult>> Handle(
        Guid id, HttpContext http, JobsDb db, CancellationToken cancellationToken)
    {
        var requisition = await db.Requisitions.AsNoTracking()
            .SingleOrDefaultAsync(requisition => requisition.Id == id, cancellationToken);
        var own = Caller.From(http.User) is { Role: Roles.Employer } caller
            && requisition?.OrganisationId == caller.OrganisationId;
        if (requisition is null || !(own || requisition.IsPublic))
            return NeedErrors.Unknown();
        http.Response.Headers.ETag = ETags.Of(requisition.Version);
        return TypedResults.Ok(own ? requisition.Need : requisition.Need with { ExternalId = null });
    }
}

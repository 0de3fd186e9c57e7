using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Talent.Jobs.Data;
using Talent.Platform.Http;
using Talent.Platform.Imports;
using Talent.Platform.Security;

namespace Talent.Jobs.Features.Needs;

static class NeedsEndpoints
{
    public static void MapNeeds(this IEndpointRouteBuilder routes)
    {
        var jobs = routes.MapGroup("/api/v1/jobs").WithTags("jobs");
        jobs.MapGet("/feed", GetFeed.Handle).AllowAnonymous();
        jobs.MapGet("/{id:guid}", GetJob.Handle).AllowAnonymous();
        var own = jobs.MapGroup("").RequireAuthorization(Policies.Employer);
        own.MapGet("/", GetJobs.Handle);
        own.MapPut("/{id:guid}", ChangeJob.Handle);
        own.MapImports<JobsDb>(Policies.Employer);
        var keyed = own.MapGroup("").HonourIdempotencyKeys<JobsDb, RouteGroupBuilder>();
        keyed.MapPost("/", CreateJob.Handle);
        keyed.MapPost("/{id:guid}/publish", MoveJob.Publish);
        keyed.MapPost("/{id:guid}/pause", MoveJob.Pause);
        keyed.MapPost("/{id:guid}/close", MoveJob.Close);
    }
}

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
        jobs.MapGet("/feed", GetFeed.Handle).AllowAnonymous()
            .WithName("GetJobFeed").WithSummary("Public changes of job needs, in order");
        jobs.MapGet("/{id:guid}", GetJob.Handle).AllowAnonymous()
            .WithName("GetJob").WithSummary("One job need");
        var own = jobs.MapGroup("").RequireAuthorization(Policies.Employer);
        own.MapGet("/", GetJobs.Handle)
            .WithName("GetJobs").WithSummary("The job needs of the own enterprise");
        own.MapPut("/{id:guid}", ChangeJob.Handle)
            .WithName("ChangeJob").WithSummary("Replaces what is asked for (If-Match)");
        own.MapImports<JobsDb>(Policies.Employer);
        var keyed = own.MapGroup("").HonourIdempotencyKeys<JobsDb, RouteGroupBuilder>();
        keyed.MapPost("/", CreateJob.Handle)
            .WithName("CreateJob").WithSummary("A new job need, as a draft");
        keyed.MapPost("/{id:guid}/publish", MoveJob.Publish)
            .WithName("PublishJob").WithSummary("Makes it visible to graduates");
        keyed.MapPost("/{id:guid}/pause", MoveJob.Pause)
            .WithName("PauseJob").WithSummary("Takes it out of sight for a while");
        keyed.MapPost("/{id:guid}/close", MoveJob.Close)
            .WithName("CloseJob").WithSummary("Ends it for good");
    }
}

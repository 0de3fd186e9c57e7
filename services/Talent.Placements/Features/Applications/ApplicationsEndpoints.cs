using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Talent.Placements.Data;
using Talent.Platform.Http;
using Talent.Platform.Security;

namespace Talent.Placements.Features.Applications;

static class ApplicationsEndpoints
{
    public static void MapApplications(this IEndpointRouteBuilder routes)
    {
        var placements = routes.MapGroup("/api/v1/placements").WithTags("placements");
        placements.MapGet("/{id:guid}", GetPlacement.Handle).RequireAuthorization(Policies.Acting)
            .WithName("GetPlacement").WithSummary("One placement, as far as the caller may see it");
        var keyed = placements.MapGroup("/applications").HonourIdempotencyKeys<PlacementsDb, RouteGroupBuilder>();
        keyed.MapPost("/", Apply.Handle).RequireAuthorization(Policies.Applying)
            .WithName("Apply").WithSummary("Applies for a job");
        keyed.MapPost("/{id:guid}/advance", MoveApplication.Advance).RequireAuthorization(Policies.Placing)
            .WithName("AdvanceApplication").WithSummary("One step on");
        keyed.MapPost("/{id:guid}/reject", MoveApplication.Reject).RequireAuthorization(Policies.Employer)
            .WithName("RejectApplication").WithSummary("Refuses, for a reason that the graduate is told kindly");
        keyed.MapPost("/{id:guid}/withdraw", MoveApplication.Withdraw).RequireAuthorization(Policies.Applying)
            .WithName("WithdrawApplication").WithSummary("The graduate withdraws");
        keyed.MapPost("/{id:guid}/undo", MoveApplication.Undo).RequireAuthorization(Policies.TakingPart)
            .WithName("UndoMove").WithSummary("Takes the own last move back, within ten minutes");
        keyed.MapPost("/{id:guid}/end", MoveApplication.End).RequireAuthorization(Policies.Placing)
            .WithName("EndPlacement").WithSummary("Ends a placement after the acceptance");
        keyed.MapPost("/{id:guid}/notes", AddNote.Handle).RequireAuthorization(Policies.Employer)
            .WithName("AddNote").WithSummary("A note of the employer's own");
        keyed.MapPost("/moves", MoveMany.Handle).RequireAuthorization(Policies.Employer)
            .WithName("MoveApplications").WithSummary("The same step for several, each on its own");
        placements.MapPut("/{id:guid}/permit", KeepPermit.Handle).RequireAuthorization(Policies.Placing)
            .WithName("KeepPermit").WithSummary("Where the documents and the permit stand");
        placements.MapGroup("").HonourIdempotencyKeys<PlacementsDb, RouteGroupBuilder>()
            .MapPost("/{id:guid}/follow-ups", DoFollowUp.Handle).RequireAuthorization(Policies.Applying)
            .WithName("DoFollowUp").WithSummary("What was found 1, 3, 6 or 12 months after the start");
    }
}

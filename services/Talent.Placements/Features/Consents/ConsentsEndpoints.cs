using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Talent.Placements.Data;
using Talent.Platform.Http;
using Talent.Platform.Security;

namespace Talent.Placements.Features.Consents;

static class ConsentsEndpoints
{
    public static void MapConsents(this IEndpointRouteBuilder routes)
    {
        var consents = routes.MapGroup("/api/v1/placements/consents").WithTags("placements")
            .RequireAuthorization(Policies.Applying);
        consents.MapGet("/", KeepConsents.Get)
            .WithName("GetConsents").WithSummary("Consents to apply on behalf: the graduate's or the college's");
        consents.MapDelete("/{id:guid}", KeepConsents.Delete)
            .WithName("WithdrawConsent").WithSummary("Withdraws a consent");
        consents.MapGroup("").HonourIdempotencyKeys<PlacementsDb, RouteGroupBuilder>().MapPost("/", KeepConsents.Post)
            .WithName("RecordConsent").WithSummary("Lets the college apply for the graduate until a day");
    }
}

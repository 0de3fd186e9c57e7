using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Talent.Platform.Security;

namespace Talent.Identity.Features.AuditTrail;

static class AuditTrailEndpoints
{
    public static void MapAuditTrail(this IEndpointRouteBuilder identity)
    {
        var own = identity.MapGroup("/organisations/{id:guid}").RequireAuthorization(Policies.Member);
        own.MapGet("/audit", GetAuditTrail.Page)
            .WithName("GetAuditTrail").WithSummary("What was done for the own organisation; its owner");
        own.MapGet("/audit.csv", GetAuditTrail.Csv)
            .WithName("ExportAuditTrail").WithSummary("The same as a table; its owner");
    }
}

using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Talent.Platform.Security;

namespace Talent.Placements.Features.Histories;

static class HistoriesEndpoints
{
    /// <summary>Only where there are demo data: nobody's past is written elsewhere.</summary>
    public static void MapHistories(this IEndpointRouteBuilder routes, IConfiguration configuration)
    {
        if (configuration["Talent:Demo"] == "true")
        {
            routes.MapPost("/api/v1/placements/histories", TellHistories.Handle).RequireAuthorization(Policies.Office)
                .WithTags("placements").WithName("TellHistories").WithSummary("The demo's placements, once");
        }
    }
}

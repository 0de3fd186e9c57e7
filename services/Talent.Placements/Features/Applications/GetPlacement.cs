using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Talent.Contracts.Placements;
using Talent.Platform.Http;

namespace Talent.Placements.Features.Applications;

/// <summary><c>GET /placements/{id}</c>: the placement as far as the caller may see it; 404 for anybody
/// else's.</summary>
static class GetPlacement
{
    public static async Task<Results<Ok<Placement>, ProblemHttpResult>> Handle(Guid id, [AsParameters] Desk desk)
    {
        if (await desk.Db.FindCaseAsync(id, desk.Caller, desk.CancellationToken) is not { } of)
            return PlacementErrors.Unknown();
        desk.Http.Response.Headers.ETag = ETags.Of(of.Candidacy.Version);
        return TypedResults.Ok(
            await PlacementViews.RenderAsync(desk.Db, of, desk.Caller, desk.Clock, desk.CancellationToken));
    }
}

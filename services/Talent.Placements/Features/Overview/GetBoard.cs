using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Talent.Contracts.Placements;
using Talent.Placements.Features.Applications;
using Talent.Platform.Http;
using Talent.Platform.Reference;
using Talent.Platform.Security;

namespace Talent.Placements.Features.Overview;

/// <summary><c>GET /placements/board?programme=&amp;country=</c>: the numbers of a coordinator's college; for the
/// office, everybody's. The programme is the graduates', the country that of the work.</summary>
static class GetBoard
{
    public static async Task<Results<Ok<PlacementBoard>, ProblemHttpResult>> Handle(
        string? programme, string? country, [AsParameters] Desk desk, Census census)
    {
        var code = string.IsNullOrWhiteSpace(country) ? null : Countries.Resolve(country);
        if (code is null && !string.IsNullOrWhiteSpace(country))
        {
            return Problems.Invalid(
                FieldProblem.UnknownOption("country", country, Countries.Suggest(country)));
        }
        var college = desk.Caller.Role == Roles.Office ? (Guid?)null : desk.Caller.Organisation;
        var wanted = string.IsNullOrWhiteSpace(programme) ? null : programme;
        return TypedResults.Ok(await census.CountAsync(
            desk.Db, rows => BoardCounting.Count(rows, college, wanted, code, desk.Now), desk.CancellationToken));
    }
}

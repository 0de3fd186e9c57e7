using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Talent.Contracts.Matching;
using Talent.Matching.Data;
using Talent.Matching.Ranking;
using Talent.Platform.Http;
using Talent.Platform.Privacy;
using Talent.Platform.Security;

namespace Talent.Matching.Features.Rankings;

/// <summary><c>GET /matching/graduates/me/jobs?limit=&amp;after=&amp;job=</c>: the same for the signed-in graduate.</summary>
static class RankMyJobs
{
    public static async Task<Results<Ok<RankedPage<RankedJob>>, ProblemHttpResult>> Handle(
        int? limit, string? after, Guid? job, Caller caller, MatchingDb db, MatchPool pool, TimeProvider clock,
        CancellationToken cancellationToken)
    {
        if (RankedPaging.Query(limit, after, clock, out var query, job) is { } wrong)
            return wrong;
        var email = caller.Email.ToLowerInvariant();
        var candidates = await db.Graduates.AsNoTracking()
            .Where(graduate => graduate.AccountId == caller.AccountId
                || (graduate.AccountId == null && graduate.Email == email && email != ""))
            .OrderByDescending(graduate => graduate.Id)
            .Select(graduate => graduate.Document)
            .ToListAsync(cancellationToken);
        // As in the graduates service: the profile tied to the account, else the latest enrolled one.
        var own = candidates.Find(graduate => graduate.AccountId == caller.AccountId)
            ?? candidates.Find(graduate => GraduateDisclosure.Owns(caller, graduate));
        if (own is null || own.Removed)
            return Problems.NotFound("profile");
        return TypedResults.Ok(await RankJobs.RankAsync(own, query, db, pool, cancellationToken));
    }
}

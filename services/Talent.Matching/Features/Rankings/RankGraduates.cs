using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Talent.Contracts.Matching;
using Talent.Matching.Data;
using Talent.Matching.Ranking;
using Talent.Platform.Auditing;
using Talent.Platform.Http;
using Talent.Platform.Privacy;
using Talent.Platform.Security;

namespace Talent.Matching.Features.Rankings;

/// <summary><c>GET /matching/jobs/{id}/graduates?limit=&amp;after=</c>: the graduates that fit one of the caller's own
/// job needs, best first, with the reasons; those whom a rule blocks follow, each with the cure. Hidden graduates are
/// left out, masked ones have no name.</summary>
static class RankGraduates
{
    public static async Task<Results<Ok<RankedPage<RankedGraduate>>, ProblemHttpResult>> Handle(
        Guid id, int? limit, string? after, Caller caller, MatchingDb db, MatchPool pool, Audit audit, NamesOnRecord names,
        TimeProvider clock, CancellationToken cancellationToken)
    {
        if (RankedPaging.Query(limit, after, clock, out var query) is { } wrong)
            return wrong;
        var job = await db.Jobs.AsNoTracking().Where(job => job.Id == id)
            .Select(job => job.Document).SingleOrDefaultAsync(cancellationToken);
        if (job is null || job.OrganisationId != caller.OrganisationId)
            return Problems.NotFound("job-need");
        var ranked = pool.RankGraduates(job, query);
        var ids = ranked.Items.Select(item => item.Id).ToList();
        var graduates = await db.Graduates.AsNoTracking().Where(graduate => ids.Contains(graduate.Id))
            .ToDictionaryAsync(graduate => graduate.Id, graduate => graduate.Document, cancellationToken);
        var known = await db.KnownToAsync(caller.OrganisationId, ids, clock.GetUtcNow(), cancellationToken);
        // A profile hidden or removed since it was ranked drops out here: the store is newer than the pool.
        var items = ranked.Items
            .Select(item => graduates.GetValueOrDefault(item.Id) is { } graduate
                && GraduateDisclosure.For(graduate, caller, known.Contains(item.Id)) is { } view ? item.With(view) : null)
            .OfType<RankedGraduate>().ToList();
        await names.KeepAsync(items.Select(item => item.Graduate), caller, db, audit, cancellationToken);
        return TypedResults.Ok(new RankedPage<RankedGraduate>(
            ranked.Model, items, ranked.Total, ranked.Eligible, ranked.Next));
    }
}

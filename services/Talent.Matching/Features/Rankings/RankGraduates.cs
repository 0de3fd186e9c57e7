using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Talent.Contracts.Graduates;
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
    public static async Task<Results<WrittenJson<RankedPage<RankedGraduate>>, ProblemHttpResult>> Handle(
        Guid id, int? limit, string? after, Caller caller, MatchingDb db, MatchPool pool, Audit audit, NamesOnRecord names,
        TimeProvider clock, CancellationToken cancellationToken)
    {
        if (RankedPaging.Query(limit, after, clock, out var query) is { } wrong)
            return wrong;
        var job = await db.Jobs.AsNoTracking().Where(job => job.Id == id)
            .Select(job => job.Document).SingleOrDefaultAsync(cancellationToken);
        if (job is null || job.OrganisationId != caller.OrganisationId)
            return Problems.NotFound("job-need");
        // Two cores: one reads the documents of the page while the other says why each stands where it stands.
        Task<Dictionary<Guid, Graduate>>? reading = null;
        var ranked = pool.RankGraduates(job, query with
        {
            Found = ids => reading = Task.Run(() => ReadAsync(ids, db, cancellationToken), cancellationToken),
        });
        var graduates = await reading!;
        // A profile hidden or removed since it was ranked drops out here: the store is newer than the pool.
        var items = ranked.Items
            .Select(item => graduates.GetValueOrDefault(item.Id) is { } graduate
                && GraduateDisclosure.For(graduate, caller) is { } view ? item.With(view) : null)
            .OfType<RankedGraduate>().ToList();
        await names.KeepAsync(items.Select(item => item.Graduate), caller, db, audit, cancellationToken);
        return new WrittenJson<RankedPage<RankedGraduate>>(
            new(ranked.Model, items, ranked.Total, ranked.Eligible, ranked.Next),
            RankingJson.Default.RankedPageRankedGraduate);
    }

    /// <summary>The ids go as one parameter: the statement is the same for any number of them.</summary>
    static Task<Dictionary<Guid, Graduate>> ReadAsync(
        IReadOnlyList<Guid> ids, MatchingDb db, CancellationToken cancellationToken) =>
        db.Graduates.AsNoTracking().Where(graduate => EF.Parameter(ids).Contains(graduate.Id))
            .Select(graduate => graduate.Document)
            .ToDictionaryAsync(graduate => graduate.Id, cancellationToken);
}

using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Talent.Contracts.Graduates;
using Talent.Contracts.Matching;
using Talent.Matching.Data;
using Talent.Matching.Ranking;
using Talent.Matching.Search;
using Talent.Platform.Http;
using Talent.Platform.Privacy;
using Talent.Platform.Security;

namespace Talent.Matching.Features.Rankings;

/// <summary><c>GET /matching/graduates/{id}/jobs?limit=&amp;after=&amp;job=</c>: the published jobs that fit a graduate, best
/// first, with reasons and gaps; with <c>job</c>, that one alone (rank 1). For the graduate and for the college that enrolled them.</summary>
static class RankJobs
{
    public static async Task<Results<Ok<RankedPage<RankedJob>>, ProblemHttpResult>> Handle(
        Guid id, int? limit, string? after, Guid? job, Caller caller, MatchingDb db, MatchPool pool, TimeProvider clock,
        CancellationToken cancellationToken)
    {
        if (RankedPaging.Query(limit, after, clock, out var query, job) is { } wrong)
            return wrong;
        var graduate = await db.Graduates.AsNoTracking().Where(graduate => graduate.Id == id)
            .Select(graduate => graduate.Document).SingleOrDefaultAsync(cancellationToken);
        if (graduate is null || graduate.Removed
            || !(GraduateDisclosure.Owns(caller, graduate) || GraduateDisclosure.Enrolled(caller, graduate)))
            return Problems.NotFound("graduate");
        return TypedResults.Ok(await RankAsync(graduate, query, db, pool, cancellationToken));
    }

    internal static async Task<RankedPage<RankedJob>> RankAsync(
        Graduate graduate, RankQuery query, MatchingDb db, MatchPool pool, CancellationToken cancellationToken)
    {
        var ranked = pool.RankJobs(graduate, query);
        var ids = ranked.Items.Select(item => item.Id).ToList();
        var jobs = await db.Jobs.AsNoTracking().Where(job => ids.Contains(job.Id))
            .ToDictionaryAsync(job => job.Id, job => job.Document, cancellationToken);
        // A job paused or closed since it was ranked drops out here: the store is newer than the pool.
        var items = ranked.Items
            .Select(item => jobs.GetValueOrDefault(item.Id) is { State: "published" } job
                ? item.With(JobSummaries.Of(job, query.Language)) : null)
            .OfType<RankedJob>().ToList();
        return new RankedPage<RankedJob>(ranked.Model, items, ranked.Total, ranked.Eligible, ranked.Next);
    }
}

using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Talent.Contracts.Graduates;
using Talent.Contracts.Jobs;
using Talent.Matching.Data;
using Talent.Matching.Ranking;
using Talent.Matching.Search;
using Catalogue = Talent.Taxonomy.Taxonomy;

namespace Talent.Matching.Projection;

/// <summary>Brings the documents kept in the store into this process's index (a file that remembers how far it is) and
/// pool (memory, filled at start), in the order of their change numbers, a batch at a time. Every instance of the
/// service follows the store for itself.</summary>
sealed partial class ProjectionFeed(
    IServiceScopeFactory scopes, EmbeddedIndex index, MatchPool pool, ProjectionSignal signal, ProjectionState state,
    TimeProvider clock, ILogger<ProjectionFeed> log) : BackgroundService
{
    const int BatchSize = 1000;
    static readonly TimeSpan Poll = TimeSpan.FromMilliseconds(500);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        Warm();
        while (!stoppingToken.IsCancellationRequested)
        {
            var moved = false;
            try
            {
                moved = await AdvanceAsync(stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception failure)
            {
                LogFailed(log, failure);
            }
            if (moved)
                continue;
            state.CaughtUp = true;
            pool.Cohorts.RefreshStrongMatches(Today(), stoppingToken);
            await signal.WaitAsync(Poll, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    /// <summary>What is built at first use (the taxonomy's own indexes, the postings of frequent terms) is built now, so
    /// that nobody's first search waits for it.</summary>
    void Warm()
    {
        index.Warm();
        Catalogue.Default.Annotate("welding");
        Catalogue.Default.Suggest("we", "en", null, 1);
    }

    /// <summary>Takes the next batch; false when there was none.</summary>
    internal async Task<bool> AdvanceAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<MatchingDb>();
        var from = state.PoolPosition;
        // Asked first: between the two lists more may be committed, and what the first one missed must not be passed over.
        var last = await db.LastChangeAsync(cancellationToken);
        if (last <= from)
            return false;
        var jobs = await db.Jobs.AsNoTracking().Where(job => job.Change > from && job.Change <= last)
            .OrderBy(job => job.Change).Take(BatchSize).ToListAsync(cancellationToken);
        var graduates = await db.Graduates.AsNoTracking()
            .Where(graduate => graduate.Change > from && graduate.Change <= last)
            .OrderBy(graduate => graduate.Change).Take(BatchSize).ToListAsync(cancellationToken);
        // Both lists may end early: go no further than the shorter one reaches.
        var to = Math.Min(
            last, Math.Min(Reach(jobs, job => job.Change), Reach(graduates, graduate => graduate.Change)));
        await ApplyAsync(
            [.. jobs.Where(job => job.Change <= to)], [.. graduates.Where(graduate => graduate.Change <= to)], to,
            cancellationToken);
        state.PoolPosition = to;
        return true;
    }

    static long Reach<T>(List<T> batch, Func<T, long> change) =>
        batch.Count < BatchSize ? long.MaxValue : change(batch[^1]);

    async Task ApplyAsync(
        List<JobDocument> jobs, List<GraduateDocument> graduates, long to, CancellationToken cancellationToken)
    {
        foreach (var job in jobs)
            pool.Upsert(job.Document);
        foreach (var graduate in graduates)
            pool.Upsert(graduate.Document);
        if (to <= index.Position)
            return;
        IReadOnlyList<JobNeed> newJobs = [.. jobs.Where(job => job.Change > index.Position).Select(job => job.Document)];
        IReadOnlyList<Graduate> newGraduates =
            [.. graduates.Where(graduate => graduate.Change > index.Position).Select(graduate => graduate.Document)];
        await index.ApplyAsync(new IndexBatch(newJobs, newGraduates), to, cancellationToken);
    }

    DateOnly Today() => DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);

    [LoggerMessage(Level = LogLevel.Error, Message = "The projection stands still; it tries again")]
    static partial void LogFailed(ILogger logger, Exception failure);
}

/// <summary>How far this process's projection is.</summary>
sealed class ProjectionState
{
    /// <summary>The last change that the pool holds.</summary>
    public long PoolPosition { get; set; }

    /// <summary>True once all that the store held has been taken over since the start.</summary>
    public bool CaughtUp { get; set; }
}

using Talent.Contracts.Graduates;
using Talent.Contracts.Jobs;

namespace Talent.Matching.Search;

/// <summary>Whole documents as they changed. A job that is not published, and a graduate who was removed, leaves the index.</summary>
sealed record IndexBatch(IReadOnlyList<JobNeed> Jobs, IReadOnlyList<Graduate> Graduates)
{
    public static IndexBatch Of(params IReadOnlyList<JobNeed> jobs) => new(jobs, []);

    public static IndexBatch Of(params IReadOnlyList<Graduate> graduates) => new([], graduates);
}

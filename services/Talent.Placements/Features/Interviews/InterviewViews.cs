using Talent.Contracts.Placements;
using Talent.Placements.Data;
using Talent.Placements.Features.Applications;
using Talent.Platform.Security;

namespace Talent.Placements.Features.Interviews;

/// <summary>The interviews of a placement as a caller may see them, oldest first.</summary>
static class InterviewViews
{
    public static Task<IReadOnlyList<Interview>> OfAsync(
        PlacementsDb db, PlacementCase of, Caller caller, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<Interview>>([]);

    /// <summary>The interviews that a caller has today, in the interview's zone.</summary>
    /// <param name="graduate">The caller's own profile, of a graduate.</param>
    public static Task<IReadOnlyList<TodayItem>> TodayAsync(
        PlacementsDb db, Caller caller, Guid? graduate, DateTimeOffset now, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<TodayItem>>([]);
}

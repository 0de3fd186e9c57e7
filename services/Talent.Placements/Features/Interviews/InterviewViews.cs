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
}

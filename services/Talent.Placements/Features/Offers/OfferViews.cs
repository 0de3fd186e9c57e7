using Talent.Contracts.Placements;
using Talent.Placements.Data;
using Talent.Placements.Features.Applications;
using Talent.Platform.Security;

namespace Talent.Placements.Features.Offers;

/// <summary>The offers of a placement as a caller may see them, newest first.</summary>
static class OfferViews
{
    public static Task<IReadOnlyList<Offer>> OfAsync(
        PlacementsDb db, PlacementCase of, Caller caller, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<Offer>>([]);
}

using Talent.Contracts.Placements;
using Talent.Matching.Data;
using Talent.Platform.Messaging;
using Talent.Platform.Privacy;

namespace Talent.Matching.Projection;

/// <summary>Remembers to whom a graduate has applied: rankings and searches show them who it is.</summary>
sealed class KeepAcquaintance(MatchingDb db, TimeProvider clock)
    : IdempotentConsumer<MatchingDb, PlacementChanged>(db, clock)
{
    protected override Task HandleAsync(PlacementChanged message, CancellationToken cancellationToken) =>
        Acquaintance.KeepAsync(Db, message, cancellationToken);
}

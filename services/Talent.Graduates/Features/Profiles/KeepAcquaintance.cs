using Talent.Contracts.Placements;
using Talent.Graduates.Data;
using Talent.Platform.Messaging;
using Talent.Platform.Privacy;

namespace Talent.Graduates.Features.Profiles;

/// <summary>Remembers to whom a graduate has applied: they see who it is.</summary>
sealed class KeepAcquaintance(GraduatesDb db, TimeProvider clock)
    : IdempotentConsumer<GraduatesDb, PlacementChanged>(db, clock)
{
    protected override Task HandleAsync(PlacementChanged message, CancellationToken cancellationToken) =>
        Acquaintance.KeepAsync(Db, message, cancellationToken);
}

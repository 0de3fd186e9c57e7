using Talent.Placements.Domain;

namespace Talent.Placements.Features.Applications;

/// <summary>A candidacy with its job and its graduate.</summary>
sealed record PlacementCase(Candidacy Candidacy, KnownJob Job, KnownGraduate Graduate);

namespace Talent.Contracts.Jobs;

/// <summary>A job need was created, changed, published, paused or closed. Carries the whole document, so that a
/// projection can be rebuilt from these events alone; a document with a lower version than the one known is ignored.</summary>
public sealed record JobNeedChanged(JobNeed Job);

using Microsoft.Extensions.Diagnostics.HealthChecks;
using Talent.Matching.Ranking;

namespace Talent.Matching.Projection;

/// <summary>Ready once the pool has been filled from the store.</summary>
sealed class ProjectionHealth(ProjectionState state, MatchPool pool) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(
        HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(state.CaughtUp
            ? HealthCheckResult.Healthy($"{pool.Jobs} jobs, {pool.Graduates} graduates")
            : HealthCheckResult.Degraded("filling from the store"));
}

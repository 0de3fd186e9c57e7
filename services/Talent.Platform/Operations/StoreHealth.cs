using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Talent.Platform.Store;

namespace Talent.Platform.Operations;

/// <summary>Ready when the store answers a query.</summary>
sealed class StoreHealth<TDb>(TDb db) : IHealthCheck where TDb : ServiceDb
{
    public async Task<HealthCheckResult> CheckHealthAsync(
        HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            var dead = await db.DeadLetters.CountAsync(cancellationToken);
            return HealthCheckResult.Healthy($"{dead} dead letters");
        }
        catch (System.Data.Common.DbException failure)
        {
            return HealthCheckResult.Unhealthy("the store does not answer", failure);
        }
    }
}

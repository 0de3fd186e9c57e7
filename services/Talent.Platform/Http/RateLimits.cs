using System.Globalization;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Configuration;
using Talent.Platform.Security;

namespace Talent.Platform.Http;

/// <summary>How much one caller may ask for: a bucket per account, or per address for anonymous callers.
/// <c>Talent:RateLimit</c> is the requests a second that a bucket is refilled with (default 50, 0 switches it off);
/// it holds twenty seconds' worth.</summary>
static class RateLimits
{
    const int BurstSeconds = 20;

    public static void AddRateLimits(this WebApplicationBuilder builder)
    {
        var perSecond = builder.Configuration.GetValue("Talent:RateLimit", 50);
        builder.Services.AddRateLimiter(options =>
        {
            options.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, string>(context =>
                perSecond == 0 || IsCheap(context)
                    ? RateLimitPartition.GetNoLimiter("none")
                    : RateLimitPartition.GetTokenBucketLimiter(KeyOf(context), _ => Bucket(perSecond)));
            options.OnRejected = RejectAsync;
        });
    }

    static bool IsCheap(HttpContext context) =>
        context.Request.Path.StartsWithSegments("/assets", StringComparison.Ordinal)
        || context.Request.Path.StartsWithSegments("/health", StringComparison.Ordinal);

    static string KeyOf(HttpContext context) =>
        context.User.FindFirst(TalentClaims.Account)?.Value
        ?? context.Connection.RemoteIpAddress?.ToString()
        ?? "unknown";

    static TokenBucketRateLimiterOptions Bucket(int perSecond) => new()
    {
        TokenLimit = perSecond * BurstSeconds,
        TokensPerPeriod = perSecond,
        ReplenishmentPeriod = TimeSpan.FromSeconds(1),
        QueueLimit = 0,
    };

    static async ValueTask RejectAsync(OnRejectedContext context, CancellationToken cancellationToken)
    {
        var wait = context.Lease.TryGetMetadata(MetadataName.RetryAfter, out var after) ? after : TimeSpan.FromSeconds(1);
        var seconds = Math.Max(1, (int)Math.Ceiling(wait.TotalSeconds));
        context.HttpContext.Response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
        context.HttpContext.Response.StatusCode = StatusCodes.Status429TooManyRequests;
        // A page has its own words for it.
        if (!context.HttpContext.Request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase))
            return;
        await Problems.Status(StatusCodes.Status429TooManyRequests, ProblemTexts.Of("too-many-requests", seconds))
            .ExecuteAsync(context.HttpContext);
    }
}

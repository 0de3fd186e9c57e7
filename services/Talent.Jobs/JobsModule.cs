using Microsoft.AspNetCore.Builder;

namespace Talent.Jobs;

/// <summary>The jobs service.</summary>
public static class JobsModule
{
    public static void AddJobs(this WebApplicationBuilder builder)
    {
    }

    public static void MapJobs(this WebApplication app)
    {
    }
}

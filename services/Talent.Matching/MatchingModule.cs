using Microsoft.AspNetCore.Builder;

namespace Talent.Matching;

/// <summary>The matching service.</summary>
public static class MatchingModule
{
    public static void AddMatching(this WebApplicationBuilder builder)
    {
    }

    public static void MapMatching(this WebApplication app)
    {
    }
}

using Microsoft.AspNetCore.Builder;

namespace Talent.Web;

/// <summary>The pages.</summary>
public static class WebModule
{
    public static void AddWeb(this WebApplicationBuilder builder)
    {
    }

    public static void MapWeb(this WebApplication app)
    {
    }
}

using Microsoft.AspNetCore.Builder;

namespace Talent.Graduates;

/// <summary>The graduates service.</summary>
public static class GraduatesModule
{
    public static void AddGraduates(this WebApplicationBuilder builder)
    {
    }

    public static void MapGraduates(this WebApplication app)
    {
    }
}

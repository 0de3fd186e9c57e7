using Microsoft.AspNetCore.Builder;

namespace Talent.Placements.Features.Interviews;

static class InterviewsEndpoints
{
    public static void AddInterviews(this WebApplicationBuilder builder) => _ = builder;

    public static void MapInterviews(this WebApplication app) => _ = app;
}

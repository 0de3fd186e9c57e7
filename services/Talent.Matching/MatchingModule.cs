using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Talent.Matching.Data;
using Talent.Matching.Features;
using Talent.Matching.Features.Rankings;
using Talent.Matching.Features.Search;
using Talent.Matching.Projection;
using Talent.Matching.Ranking;
using Talent.Matching.Search;
using Talent.Platform;
using Talent.Platform.Messaging;
using Talent.Platform.Security;
using Talent.Platform.Store;
using Catalogue = Talent.Taxonomy.Taxonomy;

namespace Talent.Matching;

/// <summary>The service that finds who fits whom, and says why.</summary>
public static class MatchingModule
{
    /// <summary>What it learns from the others.</summary>
    public static ServiceConsumers Consumers { get; } = new ServiceConsumers("matching")
        .With<KeepJobNeed>().With<KeepGraduate>().With<KeepAcquaintance>();

    public static void AddMatching(this WebApplicationBuilder builder)
    {
        builder.AddServiceStore<MatchingDb>();
        builder.AddConsumers(Consumers);
        builder.Services.AddSingleton<ProjectionSignal>().AddSingleton<ProjectionState>().AddSingleton<MatchPool>()
            .AddSingleton<NamesOnRecord>();
        builder.Services.AddSingleton(services => EmbeddedIndex.Open(
            Path.Combine(DataFolder.Path(services.GetRequiredService<IConfiguration>()), "index.db"), Catalogue.Default));
        builder.Services.AddHostedService<ProjectionFeed>();
        builder.Services.AddHealthChecks().AddCheck<ProjectionHealth>("matching:projection", tags: ["ready"]);
    }

    public static void MapMatching(this WebApplication app)
    {
        var matching = app.MapGroup("/api/v1/matching").WithTags("matching");
        matching.MapGet("/search/jobs", SearchJobs.Handle).AllowAnonymous()
            .WithName("SearchJobs").WithSummary("Finds published jobs");
        matching.MapGet("/search/graduates", SearchGraduates.Handle).RequireAuthorization(Policies.Recruiting)
            .WithName("SearchGraduates").WithSummary("Finds graduates, as far as the caller may see");
        matching.MapGet("/concepts", GetConcepts.Handle).AllowAnonymous()
            .WithName("GetConcepts").WithSummary("Skills and occupations while they are typed");
        matching.MapGet("/jobs/{id:guid}/graduates", RankGraduates.Handle).RequireAuthorization(Policies.Employer)
            .WithName("RankGraduates").WithSummary("The graduates that fit a job, with reasons");
        matching.MapGet("/graduates/me/jobs", RankMyJobs.Handle).RequireAuthorization(Policies.Graduate)
            .WithName("RankMyJobs").WithSummary("The jobs that fit the signed-in graduate, with reasons");
        matching.MapGet("/graduates/{id:guid}/jobs", RankJobs.Handle).RequireAuthorization(Policies.Acting)
            .WithName("RankJobs").WithSummary("The jobs that fit a graduate, with reasons");
        matching.MapGet("/cohorts", GetStandings.Handle).RequireAuthorization(Policies.Coordinator)
            .WithName("GetCohortStandings").WithSummary("How the own cohorts stand in the market");
    }
}

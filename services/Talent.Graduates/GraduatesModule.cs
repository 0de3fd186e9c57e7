using Microsoft.AspNetCore.Builder;
using Talent.Graduates.Data;
using Talent.Graduates.Features.Profiles;
using Talent.Platform.Imports;
using Talent.Platform.Messaging;
using Talent.Platform.Store;

namespace Talent.Graduates;

/// <summary>The service that keeps graduates' profiles: their own and those that colleges enrol by cohort roll.</summary>
public static class GraduatesModule
{
    /// <summary>What it learns from the others.</summary>
    public static ServiceConsumers Consumers { get; } = new ServiceConsumers("graduates")
        .With<KeepAcquaintance>();

    public static void AddGraduates(this WebApplicationBuilder builder)
    {
        builder.AddServiceStore<GraduatesDb>();
        builder.AddImports<GraduatesDb, GraduateRows>();
        builder.AddConsumers(Consumers);
    }

    public static void MapGraduates(this WebApplication app) => app.MapProfiles();
}

using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Talent.Jobs.Data;
using Talent.Jobs.Features.Employers;
using Talent.Jobs.Features.Needs;
using Talent.Platform.Imports;
using Talent.Platform.Messaging;
using Talent.Platform.Operations;
using Talent.Platform.Store;

namespace Talent.Jobs;

/// <summary>The service that keeps enterprises' job needs: by form, by API, by file.</summary>
public static class JobsModule
{
    /// <summary>What it learns from the others.</summary>
    public static ServiceConsumers Consumers { get; } = new ServiceConsumers("jobs")
        .With<KeepEmployer>();

    public static void AddJobs(this WebApplicationBuilder builder)
    {
        builder.AddServiceStore<JobsDb>();
        builder.AddImports<JobsDb, JobRows>();
        builder.AddConsumers(Consumers);
        builder.Services.AddSingleton<EmployerSignal>();
        builder.Services.AddWorkAfterStart<HoldOrRelease>();
    }

    public static void MapJobs(this WebApplication app) => app.MapNeeds();
}

using Microsoft.AspNetCore.Http;
using Talent.Contracts.Jobs;
using Talent.Contracts.Platform;
using Talent.Web.Clients;
using Talent.Web.Layout;

namespace Talent.Web.Pages.Employer;

/// <param name="Earlier">True when this is not the first page.</param>
public sealed record EmployerJobsModel(Page<JobNeed> Jobs, bool Earlier);

internal static class EmployerJobsPage
{
    public static async Task<IResult> GetAsync(string? after, JobsClient jobs, CancellationToken cancel) =>
        Page.Of<EmployerJobs, EmployerJobsModel>(
            new EmployerJobsModel(await jobs.MineAsync(25, after, cancel), after is not null));
}

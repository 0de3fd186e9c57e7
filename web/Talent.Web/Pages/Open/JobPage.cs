using Microsoft.AspNetCore.Http;
using Talent.Contracts.Jobs;
using Talent.Web.Clients;
using Talent.Web.Layout;

namespace Talent.Web.Pages.Open;

/// <param name="Posting">The schema.org JobPosting as JSON; null when the job is not open to the public.</param>
public sealed record JobModel(JobNeed Job, string? Posting, DateTimeOffset Now);

internal static class JobPage
{
    public static async Task<IResult> GetAsync(
        Guid id, JobsClient jobs, Visitor visitor, TimeProvider clock, CancellationToken cancel)
    {
        var job = await jobs.GetAsync(id, cancel);
        var posting = job.State == "published" ? JobPosting.Of(job, visitor.Origin + visitor.Href($"/jobs/{id}")) : null;
        return Page.Of<JobDetails, JobModel>(new JobModel(job, posting, clock.GetUtcNow()));
    }
}

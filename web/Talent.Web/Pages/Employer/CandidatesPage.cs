using Microsoft.AspNetCore.Http;
using Talent.Contracts.Jobs;
using Talent.Contracts.Matching;
using Talent.Web.Clients;
using Talent.Web.Layout;

namespace Talent.Web.Pages.Employer;

/// <param name="Earlier">True when this is not the first page.</param>
public sealed record CandidatesModel(JobNeed Job, RankedPage<RankedGraduate> Ranked, bool Earlier);

internal static class CandidatesPage
{
    const int PageSize = 20;

    public static async Task<IResult> GetAsync(
        Guid id, string? after, JobsClient jobs, MatchingClient matching, CancellationToken cancel)
    {
        var job = await jobs.GetAsync(id, cancel);
        var ranked = await matching.GraduatesForAsync(id, PageSize, after, cancel);
        return Page.Of<Candidates, CandidatesModel>(new CandidatesModel(job, ranked, after is not null));
    }
}

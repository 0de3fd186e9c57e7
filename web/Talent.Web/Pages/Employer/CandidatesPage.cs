using Microsoft.AspNetCore.Http;
using Talent.Contracts.Jobs;
using Talent.Contracts.Matching;
using Talent.Web.Clients;
using Talent.Web.Layout;

namespace Talent.Web.Pages.Employer;

/// <param name="Ranked">Null while the job is on its way to matching.</param>
/// <param name="Earlier">True when this is not the first page.</param>
public sealed record CandidatesModel(JobNeed Job, RankedPage<RankedGraduate>? Ranked, bool Earlier);

internal static class CandidatesPage
{
    const int PageSize = 10;

    public static async Task<IResult> GetAsync(
        Guid id, string? after, JobsClient jobs, MatchingClient matching, Visitor visitor, CancellationToken cancel)
    {
        var ranking = matching.GraduatesForAsync(id, PageSize, after, cancel);
        var job = await jobs.GetAsync(id, cancel);
        var ranked = await ranking;
        if (ranked is null && job.OrganisationId != visitor.Caller?.OrganisationId)
            return Results.NotFound();
        return Page.Of<Candidates, CandidatesModel>(new CandidatesModel(job, ranked, after is not null));
    }
}

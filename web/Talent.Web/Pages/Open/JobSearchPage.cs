using Microsoft.AspNetCore.Http;
using Talent.Contracts.Matching;
using Talent.Web.Clients;
using Talent.Web.Layout;

namespace Talent.Web.Pages.Open;

/// <param name="Found">Null when the search could not be understood; then <paramref name="Problem"/> says why.</param>
public sealed record JobSearchModel(JobQuery Query, SearchPage<JobHit>? Found, ApiProblem? Problem);

internal static class JobSearchPage
{
    const int PageSize = 20;

    public static async Task<IResult> GetAsync(
        HttpContext http, MatchingClient matching, Visitor visitor, CancellationToken cancel)
    {
        var query = JobQuery.Of(http.Request.Query);
        var (found, problem) = await matching.SearchJobsAsync(query, PageSize, cancel);
        var model = new JobSearchModel(query, found, problem);
        http.Response.Headers.Vary = "HX-Request";
        if (Page.WantsPart(http.Request))
        {
            http.Response.Headers["HX-Push-Url"] = visitor.Href(query.Address);
            return Page.Of<JobSearchView, JobSearchModel>(model);
        }
        return Page.Of<JobSearch, JobSearchModel>(model, problem?.Status ?? StatusCodes.Status200OK);
    }
}

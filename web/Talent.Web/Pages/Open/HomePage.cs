using Microsoft.AspNetCore.Http;
using Talent.Contracts.Matching;
using Talent.Web.Clients;
using Talent.Web.Layout;

namespace Talent.Web.Pages.Open;

/// <param name="Countries">The countries with most jobs, and how many.</param>
public sealed record HomeModel(int Jobs, IReadOnlyList<Facet> Countries, IReadOnlyList<Facet> Skills, int Languages,
    IReadOnlyList<JobHit> Latest);

internal static class HomePage
{
    public static async Task<IResult> GetAsync(MatchingClient matching, CancellationToken cancel)
    {
        var found = (await matching.SearchJobsAsync(new JobQuery(Sort: "newest"), 6, cancel)).Required;
        return Page.Of<Home, HomeModel>(new HomeModel(found.Total, Facet("country"), Facet("skill"),
            Facet("language").Count, found.Items));

        IReadOnlyList<Facet> Facet(string name) => found.Facets.GetValueOrDefault(name, []);
    }
}

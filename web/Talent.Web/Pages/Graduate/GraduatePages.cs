using Microsoft.AspNetCore.Http;
using Talent.Contracts.Jobs;
using Talent.Contracts.Matching;
using Talent.Web.Clients;
using Talent.Web.Layout;
using Profile = Talent.Contracts.Graduates.Graduate;

namespace Talent.Web.Pages.Graduate;

/// <param name="Ranked">Null while the profile is on its way to matching.</param>
/// <param name="Earlier">True when this is not the first page.</param>
public sealed record MatchesModel( RankedPage<RankedJob>? Ranked, bool Earlier);

/// <param name="Item">Null when the job is not among the graduate's ranked ones.</param>
public sealed record MatchModel(JobNeed Job, RankedJob? Item, string ModelName, Profile? Profile, DateTimeOffset Now);

internal static class GraduatePages
{
    const int PageSize = 10;

    public static async Task<IResult> GetMatchesAsync(
        string? after, GraduatesClient graduates, MatchingClient matching, Visitor visitor, CancellationToken cancel)
    {
        var ranking = matching.JobsForMeAsync(PageSize, after, cancel);
        if (await graduates.MeAsync(cancel) is null)
            return Results.LocalRedirect(visitor.Href("/graduate/start"));
        var ranked = await ranking;
        return Page.Of<Matches, MatchesModel>(new MatchesModel(ranked, after is not null));
    }

    public static async Task<IResult> GetMatchAsync(Guid id, JobsClient jobs, GraduatesClient graduates,
        MatchingClient matching, TimeProvider clock, CancellationToken cancel)
    {
        var job = await jobs.GetAsync(id, cancel);
        var profile = await graduates.MeAsync(cancel);
        var ranked = profile is null ? null : await matching.JobForMeAsync(id, cancel);
        var item = ranked?.Items.FirstOrDefault(item => item.Id == id);
        return Page.Of<Match, MatchModel>(new MatchModel(job, item, ranked?.Model ?? "", profile, clock.GetUtcNow()));
    }
}

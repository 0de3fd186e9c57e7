using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Localization;
using Talent.Contracts.Jobs;
using Talent.Contracts.Matching;
using Talent.Web.Clients;
using Talent.Web.Forms;
using Talent.Web.Layout;
using Talent.Web.Resources;
using Profile = Talent.Contracts.Graduates.Graduate;

namespace Talent.Web.Pages.Graduate;

/// <param name="Ranked">Null until there is a profile to rank with.</param>
/// <param name="Earlier">True when this is not the first page.</param>
public sealed record MatchesModel(Profile? Profile, RankedPage<RankedJob>? Ranked, bool Earlier);

/// <param name="Item">Null when the job is not among the graduate's ranked ones.</param>
public sealed record MatchModel(JobNeed Job, RankedJob? Item, string ModelName, Profile? Profile, DateTimeOffset Now);

/// <param name="Known">The profile as it stands; null for a first one.</param>
public sealed record ProfileModel(Profile? Known, FormState Form, bool Saved = false);

internal static class GraduatePages
{
    const int PageSize = 10;

    public static async Task<IResult> GetMatchesAsync(
        string? after, GraduatesClient graduates, MatchingClient matching, CancellationToken cancel)
    {
        var profile = await graduates.MeAsync(cancel);
        var ranked = profile is null ? null : await matching.JobsForMeAsync(PageSize, after, cancel);
        return Page.Of<Matches, MatchesModel>(new MatchesModel(profile, ranked, after is not null));
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

    public static async Task<IResult> GetProfileAsync(bool? saved, GraduatesClient graduates, CancellationToken cancel)
    {
        var known = await graduates.MeAsync(cancel);
        var values = known is null ? new FormValues() : ProfileForm.Fill(known);
        return Page.Of<EditProfile, ProfileModel>(new ProfileModel(known, new FormState(values), saved == true));
    }

    public static async Task<IResult> PostProfileAsync(HttpRequest request, GraduatesClient graduates, Visitor visitor,
        IStringLocalizer<Texts> texts, CancellationToken cancel)
    {
        var values = new FormValues(await request.ReadFormAsync(cancel));
        var known = await graduates.MeAsync(cancel);
        var input = ProfileForm.Read(values, known);
        var version = values.Number("version");
        var refused = FormState.Unreadable(values, texts);
        if (refused is null)
        {
            var (changed, problem) = await graduates.ChangeMeAsync(input, version, cancel);
            if (changed is not null)
                return Results.LocalRedirect(visitor.Href("/graduate/profile?saved=true"));
            refused = new FormState(values, problem);
        }
        return Page.Of<EditProfile, ProfileModel>(new ProfileModel(known, refused), refused.Problem!.Status);
    }
}

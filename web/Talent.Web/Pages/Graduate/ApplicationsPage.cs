using Microsoft.AspNetCore.Http;
using Talent.Contracts.Placements;
using Talent.Web.Clients;
using Talent.Web.Layout;

namespace Talent.Web.Pages.Graduate;

/// <param name="Earlier">True when this is not the first page.</param>
public sealed record ApplicationsModel(PlacementPage Applications, DateTimeOffset Now, bool Earlier);

/// <summary>A graduate's own applications.</summary>
internal static class ApplicationsPage
{
    const int PageSize = 25;

    public static async Task<IResult> GetAsync(
        string? after, PlacementsClient placements, TimeProvider clock, CancellationToken cancel)
    {
        var list = await placements.ListAsync(new PlacementQuery(After: after), PageSize, cancel);
        return Page.Of<Applications, ApplicationsModel>(new ApplicationsModel(list, clock.GetUtcNow(), after is not null));
    }
}

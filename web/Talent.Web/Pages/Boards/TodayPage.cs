using Microsoft.AspNetCore.Http;
using Talent.Contracts.Placements;
using Talent.Web.Clients;
using Talent.Web.Layout;

namespace Talent.Web.Pages.Boards;

/// <param name="Groups">By what is to be done; the group with the most urgent item first.</param>
public sealed record TodayModel(IReadOnlyList<TodayGroup> Groups, DateTimeOffset Now);

/// <param name="Code">What is to be done, as in <see cref="TodayItem"/>.</param>
/// <param name="Items">The most urgent first.</param>
public sealed record TodayGroup(string Code, IReadOnlyList<TodayItem> Items);

internal static class TodayPage
{
    public static async Task<IResult> GetAsync(
        PlacementBoardClient placements, TimeProvider clock, CancellationToken cancel)
    {
        // They come the most urgent first, so that groups and what is in them keep that order.
        var items = await placements.TodayAsync(cancel);
        var groups = items.GroupBy(item => item.Code, StringComparer.Ordinal)
            .Select(group => new TodayGroup(group.Key, [.. group])).ToList();
        return Page.Of<Today, TodayModel>(new TodayModel(groups, clock.GetUtcNow()));
    }
}

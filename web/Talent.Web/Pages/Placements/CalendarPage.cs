using Microsoft.AspNetCore.Http;
using Talent.Contracts.Placements;
using Talent.Web.Clients;
using Talent.Web.Layout;

namespace Talent.Web.Pages.Placements;

/// <param name="Problem">Why no address was made; null: nothing was asked, or one was made.</param>
public sealed record CalendarModel(CalendarFeed Feed, ApiProblem? Problem = null);

/// <summary>The address at which a calendar program follows the person's interviews. It is shown once, when it is made.</summary>
internal static class CalendarPage
{
    public static async Task<IResult> GetAsync(PlacementsClient placements, CancellationToken cancel) =>
        Page.Of<Calendar, CalendarModel>(new CalendarModel(await placements.CalendarFeedAsync(cancel)));

    public static async Task<IResult> PostAsync(PlacementsClient placements, CancellationToken cancel)
    {
        var (made, problem) = await placements.RenewCalendarFeedAsync(cancel);
        return made is null
            ? Page.Of<Calendar, CalendarModel>(
                new CalendarModel(await placements.CalendarFeedAsync(cancel), problem), problem!.Status)
            : Page.Of<Calendar, CalendarModel>(new CalendarModel(made));
    }
}

using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Talent.Contracts.Notifications;

namespace Talent.Web.Tests;

/// <summary>What the notifications service would answer.</summary>
static class FakeNotifications
{
    static readonly DateTimeOffset Then = new(2026, 11, 2, 9, 30, 0, TimeSpan.Zero);

    public static void Map(IEndpointRouteBuilder app)
    {
        var routes = app.MapGroup("/api/v1/notifications");
        routes.MapGet("", (int? limit) => new UpdatePage(limit == 0 ? [] : [Of(4, false), Of(3, true)], 4, 1, 3));
        routes.MapPost("/read", () => Results.NoContent());
        routes.MapGet("/preferences", () => Preferences);
        routes.MapPut("/preferences", () => Preferences);
    }

    static NotificationPreferences Preferences => new("21:00", "08:00", "08:00", new Dictionary<string, string>(StringComparer.Ordinal)
    {
        [KindsOfNotice.OfferMade] = MailTimings.Never,
    });

    static Update Of(long seq, bool read) => new(
        seq, KindsOfNotice.PlacementMoved, NoticeWeights.Note, Then, new UpdateSubject("placement", Guid.Empty),
        "Lin Example, “Robot welder”: the next step is reached.", "/placements/1", read);
}

using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Talent.Notifications.Features.Preferences;
using Talent.Platform.Security;

namespace Talent.Notifications.Features.Updates;

static class UpdatesEndpoints
{
    public static void MapUpdates(this IEndpointRouteBuilder routes)
    {
        var own = routes.MapGroup("/api/v1/notifications").WithTags("notifications").RequireAuthorization(Policies.Acting);
        own.MapGet("/", GetUpdates.Handle)
            .WithName("GetUpdates").WithSummary("The own updates; the same as the hub pushes");
        own.MapPost("/read", MarkRead.Handle)
            .WithName("MarkUpdatesRead").WithSummary("Marks updates as read");
        own.MapGet("/preferences", GetPreferences.Handle)
            .WithName("GetNotificationPreferences").WithSummary("When one is mailed");
        own.MapPut("/preferences", PutPreferences.Handle)
            .WithName("ChangeNotificationPreferences").WithSummary("Chooses when one is mailed");
    }
}

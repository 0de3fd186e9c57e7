using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http.Connections;
using Microsoft.Extensions.DependencyInjection;
using Talent.Platform.Messaging;
using Talent.Platform.Security;

namespace Talent.Notifications.Live;

static class LiveSetup
{
    // Nobody has more to say than since(seq) and a ping.
    const int LongestMessage = 4096;

    public static void AddLive(this WebApplicationBuilder builder)
    {
        builder.AddInstanceConsumer<PushUpdates>("notifications");
        builder.AddInstanceConsumer<CloseEnded>("notifications");
        builder.Services.AddSingleton<LiveConnections>();
        builder.Services.AddSingleton<UpdateReplay>();
        builder.Services.AddHostedService<LiveWatch>();
        builder.Services.AddSignalR(options =>
        {
            options.MaximumReceiveMessageSize = LongestMessage;
            options.MaximumParallelInvocationsPerClient = 1;
        });
    }

    public static void MapLive(this WebApplication app) =>
        app.MapHub<LiveHub>("/hubs/live", options =>
        {
            // Whoever can hold no websocket reads the pages anew.
            options.Transports = HttpTransportType.WebSockets;
            options.ApplicationMaxBufferSize = LongestMessage;
        }).RequireAuthorization(Policies.Acting);
}

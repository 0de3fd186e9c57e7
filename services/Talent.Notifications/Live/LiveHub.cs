using Microsoft.AspNetCore.SignalR;
using Talent.Platform.Http;
using Talent.Platform.Security;

namespace Talent.Notifications.Live;

/// <summary><c>/hubs/live</c>: pushes <c>update</c> to a person. A connection begins with <c>since(seq)</c>, or a second
/// later with what is new then; numbers rise, and only old signals that were forgotten leave gaps.</summary>
sealed class LiveHub(LiveConnections live) : Hub
{
    public override async Task OnConnectedAsync()
    {
        var caller = Caller.From(Context.User!)!;
        var culture = ReaderLanguage.Of(Context.GetHttpContext()!).Culture;
        if (!await live.OpenAsync(Context, caller, culture))
            Context.Abort();
    }

    public override async Task OnDisconnectedAsync(Exception? exception) => await live.CloseAsync(Context.ConnectionId);

    /// <summary>Goes on after this number.</summary>
    /// <returns>The newest number of the person's sequence.</returns>
    public Task<long> Since(long seq) => live.SinceAsync(Context.ConnectionId, seq, Context.ConnectionAborted);
}

using MassTransit;
using Talent.Contracts.Identity;

namespace Talent.Notifications.Live;

/// <summary>Closes what a session holds open when it ends.</summary>
sealed class CloseEnded(LiveConnections live) : IConsumer<SessionEnded>
{
    public Task Consume(ConsumeContext<SessionEnded> context)
    {
        live.CloseSession(context.Message.SessionId);
        return Task.CompletedTask;
    }
}

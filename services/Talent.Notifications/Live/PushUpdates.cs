using MassTransit;
using Talent.Contracts.Notifications;

namespace Talent.Notifications.Live;

/// <summary>Pushes what any instance has stored. A message that comes twice, or after the update was sent, changes
/// nothing.</summary>
sealed class PushUpdates(LiveConnections live) : IConsumer<UpdatesStored>
{
    public Task Consume(ConsumeContext<UpdatesStored> context)
    {
        live.Push(context.Message);
        return Task.CompletedTask;
    }
}

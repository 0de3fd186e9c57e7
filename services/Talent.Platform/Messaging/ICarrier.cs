using MassTransit;
using MassTransit.Mediator;

namespace Talent.Platform.Messaging;

/// <summary>Takes a message out of an outbox to whoever consumes it. Returning means it is safe: every local consumer
/// has finished, or the broker has confirmed it. Throwing means it must be tried again.</summary>
interface ICarrier
{
    Task DeliverAsync(OutboxMessage message, CancellationToken cancellationToken);

    /// <summary>How many deliveries may be under way at once.</summary>
    int Parallelism { get; }
}

/// <summary>Delivers inside this process.</summary>
sealed class LocalCarrier(IMediator mediator) : ICarrier
{
    // One after the other: the consumers' stores are SQLite files with one writer each.
    public int Parallelism => 1;

    public Task DeliverAsync(OutboxMessage message, CancellationToken cancellationToken)
    {
        var type = MessageTypes.Resolve(message.Type);
        return mediator.Publish(
            MessageTypes.Read(message.Body, type), type, Pipe.Execute<PublishContext>(context => context.MessageId = message.Id),
            cancellationToken);
    }
}

/// <summary>Publishes to RabbitMQ; returns when the broker has confirmed.</summary>
sealed class RabbitCarrier(IBus bus) : ICarrier
{
    public int Parallelism => 64;

    public Task DeliverAsync(OutboxMessage message, CancellationToken cancellationToken)
    {
        var type = MessageTypes.Resolve(message.Type);
        return bus.Publish(
            MessageTypes.Read(message.Body, type), type, Pipe.Execute<PublishContext>(context => context.MessageId = message.Id),
            cancellationToken);
    }
}

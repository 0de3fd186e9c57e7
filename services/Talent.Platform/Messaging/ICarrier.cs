using System.Text.Json;
using MassTransit;
using MassTransit.Mediator;
using Talent.Contracts.Platform;
using Talent.Platform.Store;

namespace Talent.Platform.Messaging;

/// <summary>Takes a message out of an outbox to whoever consumes it. Returning means it is safe: every local consumer
/// has finished, or the broker has confirmed it. Throwing means it must be tried again.</summary>
interface ICarrier
{
    /// <summary>Returns when whatever is delivered reaches everyone whom it is for, however long that takes.</summary>
    Task ReadyAsync(CancellationToken cancellationToken);

    Task DeliverAsync(OutboxMessage message, CancellationToken cancellationToken);

    /// <summary>Puts on the disk what the deliveries so far have done. Called once for a batch, before it is recorded as
    /// delivered: one flush instead of one for each message.</summary>
    void Flush();

    /// <summary>How many deliveries may be under way at once.</summary>
    int Parallelism { get; }

    /// <summary>The longest pause before the next try when the failure is none of the message's: it is then tried for
    /// ever. Null when the message itself, or its consumer, has failed.</summary>
    TimeSpan? LongestPause(Exception failure);
}

/// <summary>Delivers inside this process. Consumers commit without waiting for the disk (see
/// <see cref="IdempotentConsumer{TDb,TMessage}"/>): what a kill leaves is whole, and what a power cut takes is delivered
/// again, because <see cref="Flush"/> comes before the note that it was delivered.</summary>
sealed class LocalCarrier(IMediator mediator, IEnumerable<Migration> stores) : ICarrier
{
    public Task ReadyAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public void Flush()
    {
        foreach (var store in stores)
            store.FlushToDisk();
    }

    // One after the other: the consumers' stores are SQLite files with one writer each.
    public int Parallelism => 1;

    public TimeSpan? LongestPause(Exception failure) => null;

    public Task DeliverAsync(OutboxMessage message, CancellationToken cancellationToken)
    {
        var type = MessageTypes.Resolve(message.Type);
        return mediator.Publish(
            MessageTypes.Read(message.Body, type), type, Pipe.Execute<PublishContext>(context => context.MessageId = message.Id),
            cancellationToken);
    }
}

/// <summary>Publishes to RabbitMQ; returns when the broker has confirmed that a queue has the message.</summary>
sealed class RabbitCarrier(IBus bus, BusTopology topology) : ICarrier
{
    // The relay holds its rows meanwhile; without a broker the bus would wait for as long as it is away.
    static readonly TimeSpan LongestDelivery = TimeSpan.FromSeconds(10);

    public int Parallelism => 64;

    public Task ReadyAsync(CancellationToken cancellationToken) => topology.MadeAsync(cancellationToken);

    public void Flush()
    {
        // The broker has confirmed: it is on its disks.
    }

    public TimeSpan? LongestPause(Exception failure) => failure switch
    {
        InvalidDataException or JsonException => null,
        // No queue takes such messages yet: the service that will has not been started for the first time.
        MessageReturnedException => TimeSpan.FromSeconds(30),
        _ => TimeSpan.FromSeconds(5),
    };

    public async Task DeliverAsync(OutboxMessage message, CancellationToken cancellationToken)
    {
        var type = MessageTypes.Resolve(message.Type);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(LongestDelivery);
        await bus.Publish(
            MessageTypes.Read(message.Body, type), type, Pipe.Execute<PublishContext>(context =>
            {
                context.MessageId = message.Id;
                // A broker confirms, and drops, what no queue is bound for.
                if (context.TryGetPayload<RabbitMqSendContext>(out var rabbit))
                    rabbit.Mandatory = !type.IsDefined(typeof(FleetingAttribute), inherit: false);
            }), limit.Token);
    }
}

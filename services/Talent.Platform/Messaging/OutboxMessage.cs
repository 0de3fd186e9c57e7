using System.Text.Json;

namespace Talent.Platform.Messaging;

/// <summary>A message committed together with the state change it tells of, waiting for delivery.</summary>
public sealed class OutboxMessage
{
    /// <summary>The message's id on the bus; consumers use it to recognise a repeat.</summary>
    public required Guid Id { get; init; }
    /// <summary>Full name of the message type in Talent.Contracts.</summary>
    public required string Type { get; init; }
    public required string Body { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }
    /// <summary>Null until every consumer has finished (local bus) or the broker has confirmed (RabbitMQ).</summary>
    public DateTimeOffset? DeliveredAt { get; set; }
    public int Attempts { get; set; }
    /// <summary>Not tried before this instant.</summary>
    public required DateTimeOffset DueAt { get; set; }
    public string? LastError { get; set; }

    public static OutboxMessage Of<TMessage>(TMessage message, DateTimeOffset now) where TMessage : class => new()
    {
        Id = OrderedIds.Next(now),
        Type = typeof(TMessage).FullName!,
        Body = JsonSerializer.Serialize(message, MessageTypes.Json),
        CreatedAt = now,
        DueAt = now,
    };
}

/// <summary>A consumer has handled a message: a repeat is recognised by this entry.</summary>
public sealed class InboxEntry
{
    public required Guid MessageId { get; init; }
    public required string Consumer { get; init; }
    public required DateTimeOffset HandledAt { get; init; }
}

/// <summary>A message that kept failing and was set aside for an operator to look at and replay.</summary>
public sealed class DeadLetter
{
    public required Guid Id { get; init; }
    public required string Type { get; init; }
    public required string Body { get; init; }
    public required string Error { get; init; }
    public required int Attempts { get; init; }
    public required DateTimeOffset DiedAt { get; init; }
}

using System.Globalization;
using System.Text;
using RabbitMQ.Client;

namespace Talent.Platform.Messaging;

/// <summary>The messages in the error queues of one service's consumers on RabbitMQ. They stay in the broker: listing
/// takes each and gives it back, so two operators who list at the same instant may each see a part.</summary>
sealed class ErrorQueueBox(string service, Uri broker, IReadOnlyList<string> queues, TimeProvider clock) : IDeadLetterBox
{
    const string ErrorSuffix = "_error";
    const string MessageIdHeader = "MessageId";

    public string Service => service;

    public async Task<IReadOnlyList<DeadLetter>> ListAsync(int limit, CancellationToken cancellationToken)
    {
        var letters = new List<DeadLetter>();
        await VisitAsync((_, _, message) =>
        {
            letters.Add(LetterOf(message));
            return Task.FromResult(letters.Count < limit);
        }, cancellationToken);
        return letters;
    }

    /// <summary>Puts the message back into the queue of the consumer that failed; the other consumers have done their
    /// work.</summary>
    public async Task<bool> ReplayAsync(Guid id, CancellationToken cancellationToken)
    {
        var found = false;
        await VisitAsync(async (channel, queue, message) =>
        {
            if (IdOf(message) != id)
                return true;
            var properties = new BasicProperties(message.BasicProperties)
            {
                Headers = message.BasicProperties.Headers?
                    .Where(header => !header.Key.StartsWith("MT-Fault", StringComparison.Ordinal)
                        && !header.Key.StartsWith("x-", StringComparison.Ordinal))
                    .ToDictionary(StringComparer.Ordinal),
            };
            // Confirmed before the copy in the error queue is let go: in between there are two, never none.
            await channel.BasicPublishAsync("", queue, mandatory: true, properties, message.Body, cancellationToken);
            await channel.BasicAckAsync(message.DeliveryTag, multiple: false, cancellationToken);
            found = true;
            return false;
        }, cancellationToken);
        return found;
    }

    /// <summary>Shows each message of each error queue until told to stop; what was not acknowledged goes back when the
    /// channel closes.</summary>
    async Task VisitAsync(
        Func<IChannel, string, BasicGetResult, Task<bool>> visit, CancellationToken cancellationToken)
    {
        var factory = new ConnectionFactory { Uri = broker };
        await using var connection = await factory.CreateConnectionAsync(cancellationToken);
        foreach (var queue in queues)
        {
            await using var channel = await connection.CreateChannelAsync(
                new CreateChannelOptions(publisherConfirmationsEnabled: true, publisherConfirmationTrackingEnabled: true),
                cancellationToken);
            while (await GetAsync(channel, queue + ErrorSuffix, cancellationToken) is { } message)
            {
                if (!await visit(channel, queue, message))
                    return;
            }
        }
    }

    static async Task<BasicGetResult?> GetAsync(IChannel channel, string queue, CancellationToken cancellationToken)
    {
        try
        {
            return await channel.BasicGetAsync(queue, autoAck: false, cancellationToken);
        }
        catch (RabbitMQ.Client.Exceptions.OperationInterruptedException none) when (none.ShutdownReason?.ReplyCode == 404)
        {
            // The queue is made when the first message fails.
            return null;
        }
    }

    DeadLetter LetterOf(BasicGetResult message) => new()
    {
        Id = IdOf(message),
        Type = Header(message, "MT-Fault-MessageType") ?? message.BasicProperties.Type ?? "",
        Body = "",
        Error = $"{Header(message, "MT-Fault-ExceptionType")}: {Header(message, "MT-Fault-Message")}",
        Attempts = 1 + (int.TryParse(Header(message, "MT-Fault-RetryCount"), CultureInfo.InvariantCulture, out var retries)
            ? retries : 0),
        DiedAt = DateTimeOffset.TryParse(
            Header(message, "MT-Fault-Timestamp"), CultureInfo.InvariantCulture, out var died) ? died : clock.GetUtcNow(),
    };

    static Guid IdOf(BasicGetResult message) =>
        Guid.TryParse(message.BasicProperties.MessageId ?? Header(message, MessageIdHeader), out var id) ? id : Guid.Empty;

    static string? Header(BasicGetResult message, string name) =>
        message.BasicProperties.Headers?.TryGetValue(name, out var value) != true ? null : value switch
        {
            byte[] bytes => Encoding.UTF8.GetString(bytes),
            null => null,
            _ => Convert.ToString(value, CultureInfo.InvariantCulture),
        };
}

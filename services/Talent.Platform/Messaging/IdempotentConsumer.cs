using MassTransit;
using Microsoft.EntityFrameworkCore;
using Talent.Platform.Store;

namespace Talent.Platform.Messaging;

/// <summary>A consumer whose effect happens once however often a message comes: its changes and the inbox entry that
/// remembers the message commit in one transaction of its service's store.</summary>
public abstract class IdempotentConsumer<TDb, TMessage>(TDb db, TimeProvider clock) : IConsumer<TMessage>
    where TDb : ServiceDb
    where TMessage : class
{
    protected TDb Db => db;

    public async Task Consume(ConsumeContext<TMessage> context)
    {
        var id = context.MessageId
            ?? throw new InvalidOperationException($"A {typeof(TMessage).Name} came without a message id.");
        var consumer = GetType().Name;
        var cancellationToken = context.CancellationToken;
        await RelaxDurabilityAsync(context);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        if (await db.Inbox.AnyAsync(entry => entry.MessageId == id && entry.Consumer == consumer, cancellationToken))
            return;
        // Two copies at the same instant: the loser violates the key, is retried and then finds the entry.
        db.Inbox.Add(new InboxEntry { MessageId = id, Consumer = consumer, HandledAt = clock.GetUtcNow() });
        await HandleAsync(context.Message, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        Committed();
    }

    /// <summary>A message of the local bus is delivered again unless the carrier has flushed the store, so the commit need
    /// not wait for the disk. The setting goes with the connection: the next one to open it sets it anew.</summary>
    async Task RelaxDurabilityAsync(ConsumeContext<TMessage> context)
    {
        if (!db.Database.IsSqlite() || context.TryGetPayload<RabbitMqBasicConsumeContext>(out _))
            return;
        await db.Database.OpenConnectionAsync(context.CancellationToken);
        SqlitePragmas.Relax(db.Database.GetDbConnection());
    }

    /// <summary>The effect. Changes made through <see cref="Db"/> are saved and committed by the caller.</summary>
    protected abstract Task HandleAsync(TMessage message, CancellationToken cancellationToken);

    /// <summary>The effect is in the store. For what only lives in this process, and may be lost with it.</summary>
    protected virtual void Committed()
    {
    }
}

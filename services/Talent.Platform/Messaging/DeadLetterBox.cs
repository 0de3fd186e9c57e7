using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Talent.Platform.Store;

namespace Talent.Platform.Messaging;

/// <summary>Messages of one service that kept failing: those of its outbox, or those of its consumers' error queues.
/// </summary>
interface IDeadLetterBox
{
    string Service { get; }
    Task<IReadOnlyList<DeadLetter>> ListAsync(int limit, CancellationToken cancellationToken);

    /// <summary>Puts the letter back into the outbox; false when there is none with that id.</summary>
    Task<bool> ReplayAsync(Guid id, CancellationToken cancellationToken);
}

sealed class DeadLetterBox<TDb>(string service, IServiceScopeFactory scopes, TimeProvider clock) : IDeadLetterBox
    where TDb : ServiceDb
{
    public string Service => service;

    public async Task<IReadOnlyList<DeadLetter>> ListAsync(int limit, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<TDb>();
        return await db.DeadLetters.AsNoTracking()
            .OrderByDescending(letter => letter.DiedAt).Take(limit).ToListAsync(cancellationToken);
    }

    public async Task<bool> ReplayAsync(Guid id, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<TDb>();
        if (await db.DeadLetters.FindAsync([id], cancellationToken) is not { } letter)
            return false;
        var now = clock.GetUtcNow();
        db.DeadLetters.Remove(letter);
        // The same id: consumers that had finished recognise it and only the failed one does its work.
        db.Outbox.Add(new OutboxMessage
        {
            Id = letter.Id,
            Type = letter.Type,
            Body = letter.Body,
            CreatedAt = now,
            DueAt = now,
        });
        await db.SaveChangesAsync(cancellationToken);
        return true;
    }
}

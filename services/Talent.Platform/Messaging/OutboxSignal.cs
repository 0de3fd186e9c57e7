using System.Collections.Concurrent;
using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Talent.Platform.Messaging;

/// <summary>Wakes the relay of a store as soon as something was committed there.</summary>
sealed class OutboxSignal
{
    readonly ConcurrentDictionary<Type, SemaphoreSlim> _signals = new();

    public void Set(Type store)
    {
        var signal = Of(store);
        if (signal.CurrentCount == 0)
            signal.Release();
    }

    /// <summary>Waits for a commit, at most <paramref name="longest"/>: rows may come due, or another process's.</summary>
    public Task WaitAsync(Type store, TimeSpan longest, CancellationToken cancellationToken) =>
        Of(store).WaitAsync(longest, cancellationToken);

    SemaphoreSlim Of(Type store) => _signals.GetOrAdd(store, static _ => new SemaphoreSlim(0));
}

sealed class OutboxSaveInterceptor(OutboxSignal signal) : SaveChangesInterceptor
{
    public override int SavedChanges(SaveChangesCompletedEventData eventData, int result)
    {
        Signal(eventData.Context);
        return result;
    }

    public override ValueTask<int> SavedChangesAsync(
        SaveChangesCompletedEventData eventData, int result, CancellationToken cancellationToken = default)
    {
        Signal(eventData.Context);
        return ValueTask.FromResult(result);
    }

    void Signal(DbContext? db)
    {
        if (db is not null && db.Database.CurrentTransaction is null)
            signal.Set(db.GetType());
    }
}

sealed class OutboxCommitInterceptor(OutboxSignal signal) : DbTransactionInterceptor
{
    public override void TransactionCommitted(DbTransaction transaction, TransactionEndEventData eventData) =>
        Signal(eventData.Context);

    public override Task TransactionCommittedAsync(
        DbTransaction transaction, TransactionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        Signal(eventData.Context);
        return Task.CompletedTask;
    }

    void Signal(DbContext? db)
    {
        if (db is not null)
            signal.Set(db.GetType());
    }
}

using System.Collections.Concurrent;
using System.Data.Common;
using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Talent.Platform.Store;

/// <summary>Lets the contexts of one process write to an SQLite file one after the other, in the order in which they came.
/// SQLite itself lets one write and has the others look again after pauses of up to 100 ms, each holding a thread, and
/// whoever comes at the right moment goes first.</summary>
sealed class SqliteTurns : DbTransactionInterceptor
{
    /// <summary>Then SQLite decides, by its own timeout: a context that waits for itself must not wait for ever.</summary>
    static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(30);

    static readonly ConcurrentDictionary<string, SemaphoreSlim> Files = new(StringComparer.Ordinal);
    static readonly ConditionalWeakTable<DbConnection, Turn> Turns = [];

    public static SqliteTurns Instance { get; } = new();

    /// <summary>All that watches a context for this.</summary>
    public static IEnumerable<IInterceptor> Interceptors { get; } = [Instance, new Saves(), new Connections()];

    public override InterceptionResult<DbTransaction> TransactionStarting(
        DbConnection connection, TransactionStartingEventData eventData, InterceptionResult<DbTransaction> result)
    {
        Of(connection).Take(Reason.Transaction);
        return result;
    }

    public override async ValueTask<InterceptionResult<DbTransaction>> TransactionStartingAsync(
        DbConnection connection, TransactionStartingEventData eventData, InterceptionResult<DbTransaction> result,
        CancellationToken cancellationToken = default)
    {
        await Of(connection).TakeAsync(Reason.Transaction, cancellationToken);
        return result;
    }

    public override void TransactionCommitted(DbTransaction transaction, TransactionEndEventData eventData) =>
        Leave(eventData.Context, Reason.Transaction);

    public override Task TransactionCommittedAsync(
        DbTransaction transaction, TransactionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        Leave(eventData.Context, Reason.Transaction);
        return Task.CompletedTask;
    }

    public override void TransactionRolledBack(DbTransaction transaction, TransactionEndEventData eventData) =>
        Leave(eventData.Context, Reason.Transaction);

    public override Task TransactionRolledBackAsync(
        DbTransaction transaction, TransactionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        Leave(eventData.Context, Reason.Transaction);
        return Task.CompletedTask;
    }

    static Turn Of(DbConnection connection) =>
        Turns.GetValue(connection, one => new Turn(Files.GetOrAdd(one.DataSource, _ => new SemaphoreSlim(1, 1))));

    static void Leave(DbContext? context, Reason reason)
    {
        if (context is not null)
            Of(context.Database.GetDbConnection()).Leave(reason);
    }

    [Flags]
    enum Reason
    {
        None = 0,
        Transaction = 1,
        Save = 2,
        Any = 3,
    }

    /// <summary>Saving takes a turn as well: a single statement has no transaction of its own.</summary>
    sealed class Saves : SaveChangesInterceptor
    {
        public override InterceptionResult<int> SavingChanges(DbContextEventData eventData, InterceptionResult<int> result)
        {
            Of(eventData.Context!.Database.GetDbConnection()).Take(Reason.Save);
            return result;
        }

        public override async ValueTask<InterceptionResult<int>> SavingChangesAsync(
            DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
        {
            await Of(eventData.Context!.Database.GetDbConnection()).TakeAsync(Reason.Save, cancellationToken);
            return result;
        }

        public override int SavedChanges(SaveChangesCompletedEventData eventData, int result)
        {
            Leave(eventData.Context, Reason.Save);
            return result;
        }

        public override ValueTask<int> SavedChangesAsync(
            SaveChangesCompletedEventData eventData, int result, CancellationToken cancellationToken = default)
        {
            Leave(eventData.Context, Reason.Save);
            return ValueTask.FromResult(result);
        }

        public override void SaveChangesFailed(DbContextErrorEventData eventData) => Leave(eventData.Context, Reason.Save);

        public override Task SaveChangesFailedAsync(
            DbContextErrorEventData eventData, CancellationToken cancellationToken = default)
        {
            Leave(eventData.Context, Reason.Save);
            return Task.CompletedTask;
        }

        public override void SaveChangesCanceled(DbContextEventData eventData) => Leave(eventData.Context, Reason.Save);

        public override Task SaveChangesCanceledAsync(
            DbContextEventData eventData, CancellationToken cancellationToken = default)
        {
            Leave(eventData.Context, Reason.Save);
            return Task.CompletedTask;
        }
    }

    /// <summary>A transaction that is only disposed says nothing, but its connection closes; with it ends all that it was
    /// opened for.</summary>
    sealed class Connections : DbConnectionInterceptor
    {
        public override void ConnectionClosed(DbConnection connection, ConnectionEndEventData eventData) =>
            Of(connection).Leave(Reason.Any);

        public override Task ConnectionClosedAsync(DbConnection connection, ConnectionEndEventData eventData)
        {
            Of(connection).Leave(Reason.Any);
            return Task.CompletedTask;
        }
    }

    /// <summary>One connection's turn, for as long as there is a reason. A connection is used by one flow at a time.</summary>
    sealed class Turn(SemaphoreSlim file)
    {
        Reason _reasons;
        bool _held;

        public void Take(Reason reason)
        {
            if (_reasons == Reason.None)
                _held = file.Wait(LongestWait);
            _reasons |= reason;
        }

        public async Task TakeAsync(Reason reason, CancellationToken cancellationToken)
        {
            if (_reasons == Reason.None)
                _held = await file.WaitAsync(LongestWait, cancellationToken);
            _reasons |= reason;
        }

        public void Leave(Reason reason)
        {
            _reasons &= ~reason;
            if (_reasons != Reason.None || !_held)
                return;
            _held = false;
            file.Release();
        }
    }
}

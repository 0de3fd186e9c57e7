using System.Collections.Concurrent;
using System.Data.Common;
using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Storage;

namespace Talent.Platform.Store;

/// <summary>Lets the contexts of one process write to an SQLite file one after the other, in the order in which they came.
/// SQLite itself lets one write and has the others look again after pauses of up to 100 ms, each holding a thread, and
/// whoever comes at the right moment goes first. A transaction holds its turn from its start, saving holds one as well: a
/// single statement has no transaction.</summary>
sealed class SqliteTurns : DbTransactionInterceptor
{
    /// <summary>Then SQLite decides, by its own timeout: a context that waits for itself must not wait for ever.</summary>
    static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(30);

    static readonly ConcurrentDictionary<string, SemaphoreSlim> Files = new(StringComparer.Ordinal);
    static readonly ConditionalWeakTable<DbConnection, Turn> Turns = [];

    public static SqliteTurns Instance { get; } = new();

    // An open connection names its file in full, a closed one as it was given.
    public static Turn Of(DbConnection connection) =>
        Turns.GetValue(
            connection, one => new Turn(Files.GetOrAdd(Path.GetFullPath(one.DataSource), _ => new SemaphoreSlim(1, 1))));

    public override InterceptionResult<DbTransaction> TransactionStarting(
        DbConnection connection, TransactionStartingEventData eventData, InterceptionResult<DbTransaction> result)
    {
        Of(connection).Take(TurnReasons.Transaction);
        return result;
    }

    public override async ValueTask<InterceptionResult<DbTransaction>> TransactionStartingAsync(
        DbConnection connection, TransactionStartingEventData eventData, InterceptionResult<DbTransaction> result,
        CancellationToken cancellationToken = default)
    {
        await Of(connection).TakeAsync(TurnReasons.Transaction, cancellationToken);
        return result;
    }

    public override void TransactionCommitted(DbTransaction transaction, TransactionEndEventData eventData) =>
        Leave(eventData);

    public override Task TransactionCommittedAsync(
        DbTransaction transaction, TransactionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        Leave(eventData);
        return Task.CompletedTask;
    }

    static void Leave(TransactionEndEventData ended)
    {
        if (ended.Context is { } context)
            Of(context.Database.GetDbConnection()).Leave(TurnReasons.Transaction);
    }

    /// <summary>One connection's turn, for as long as there is a reason. A connection is used by one flow at a time.</summary>
    public sealed class Turn(SemaphoreSlim file)
    {
        TurnReasons _reasons;
        bool _held;

        public void Take(TurnReasons reason)
        {
            if (_reasons == TurnReasons.None)
                _held = file.Wait(LongestWait);
            _reasons |= reason;
        }

        public async Task TakeAsync(TurnReasons reason, CancellationToken cancellationToken)
        {
            if (_reasons == TurnReasons.None)
                _held = await file.WaitAsync(LongestWait, cancellationToken);
            _reasons |= reason;
        }

        public void Leave(TurnReasons reason)
        {
            _reasons &= ~reason;
            if (_reasons != TurnReasons.None || !_held)
                return;
            _held = false;
            file.Release();
        }
    }
}

/// <summary>Why a connection has its turn.</summary>
[Flags]
enum TurnReasons
{
    None = 0,
    Transaction = 1,
    Save = 2,
}

/// <summary>A transaction that is left without a word, neither committed nor rolled back, leaves its turn as well: of that
/// no interceptor is told.</summary>
sealed class TurnTransactions(RelationalTransactionFactoryDependencies dependencies) : RelationalTransactionFactory(dependencies)
{
    public override RelationalTransaction Create(
        IRelationalConnection connection, DbTransaction transaction, Guid transactionId,
        IDiagnosticsLogger<DbLoggerCategory.Database.Transaction> logger, bool transactionOwned) =>
        new TurnTransaction(
            connection, transaction, transactionId, logger, transactionOwned, Dependencies.SqlGenerationHelper);

    sealed class TurnTransaction(
        IRelationalConnection connection, DbTransaction transaction, Guid transactionId,
        IDiagnosticsLogger<DbLoggerCategory.Database.Transaction> logger, bool transactionOwned,
        ISqlGenerationHelper sqlGenerationHelper)
        : RelationalTransaction(connection, transaction, transactionId, logger, transactionOwned, sqlGenerationHelper)
    {
        readonly DbConnection _connection = connection.DbConnection;

        public override void Dispose()
        {
            base.Dispose();
            SqliteTurns.Of(_connection).Leave(TurnReasons.Transaction);
        }

        public override async ValueTask DisposeAsync()
        {
            await base.DisposeAsync();
            SqliteTurns.Of(_connection).Leave(TurnReasons.Transaction);
        }
    }
}

using Microsoft.AspNetCore.SignalR;
using Microsoft.Extensions.Logging;
using Talent.Notifications.Features.Updates;

namespace Talent.Notifications.Live;

/// <summary>Whose connection it is.</summary>
/// <param name="GoodUntil">When the token ends that the connection was opened with.</param>
sealed record PumpOwner(Guid AccountId, Guid? SessionId, DateTimeOffset GoodUntil, Reader Reader);

/// <summary>An update as it was stored just now.</summary>
readonly record struct Offered(Told Told, long Seq, string Weight);

/// <summary>Sends a person's updates over one connection, in order, each once. What follows directly on the last one sent
/// is sent as it was offered; else what is missing is read from the store, which is always right.</summary>
sealed partial class Pump(
    PumpOwner owner, ISingleClientProxy client, UpdateReplay replay, Action close, ILogger log) : IAsyncDisposable
{
    const int MostOffered = 256;
    // A client that means to go on after a number says so at once; pushed to before that, it would see a gap.
    static readonly TimeSpan Grace = TimeSpan.FromSeconds(1);
    static readonly TimeSpan PauseAfterFailure = TimeSpan.FromSeconds(1);

    readonly Lock _gate = new();
    readonly SemaphoreSlim _wake = new(0);
    readonly TaskCompletionSource _begun = new(TaskCreationOptions.RunContinuationsAsynchronously);
    readonly CancellationTokenSource _stopping = new();
    readonly List<Offered> _offered = [];
    long? _goOnAfter;
    bool _behind;
    long _position;
    Task _running = Task.CompletedTask;

    public PumpOwner Owner => owner;

    /// <param name="last">Without another word, what comes after this number is sent.</param>
    public void Start(long last, TimeProvider clock)
    {
        _position = last;
        // What was stored since then was perhaps not offered yet.
        _behind = true;
        Wake();
        _running = RunAsync(clock, _stopping.Token);
    }

    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync();
        await _running.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        lock (_gate)
        {
            _stopping.Dispose();
            _wake.Dispose();
        }
    }

    /// <summary>Ends the connection.</summary>
    public void Close() => close();

    public void GoOnAfter(long seq)
    {
        lock (_gate)
        {
            _goOnAfter = seq;
            _offered.Clear();
            Wake();
        }
        _begun.TrySetResult();
    }

    public void Offer(Offered update)
    {
        lock (_gate)
        {
            if (_offered.Count < MostOffered)
                _offered.Add(update);
            else
                _behind = true;
            Wake();
        }
    }

    /// <summary>The store has updates up to this number.</summary>
    public void Reach(long seq)
    {
        if (Interlocked.Read(ref _position) >= seq)
            return;
        lock (_gate)
        {
            _behind = true;
            Wake();
        }
    }

    void Wake()
    {
        if (!_stopping.IsCancellationRequested && _wake.CurrentCount == 0)
            _wake.Release();
    }

    async Task RunAsync(TimeProvider clock, CancellationToken cancellationToken)
    {
        await _begun.Task.WaitAsync(Grace, clock, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        while (!cancellationToken.IsCancellationRequested)
        {
            await _wake.WaitAsync(cancellationToken);
            try
            {
                await SendAllAsync(cancellationToken);
            }
            catch (Exception failure) when (!cancellationToken.IsCancellationRequested)
            {
                // The store is away: nothing is lost, it is read again.
                LogFailed(log, failure);
                await Task.Delay(PauseAfterFailure, cancellationToken);
                Reach(long.MaxValue);
            }
        }
    }

    async Task SendAllAsync(CancellationToken cancellationToken)
    {
        var (offered, behind) = Take();
        if (behind)
            await ReplayAsync(cancellationToken);
        foreach (var update in offered.Where(update => update.Seq > _position))
        {
            if (update.Seq == _position + 1)
                await SendAsync(update, cancellationToken);
            else
                await ReplayAsync(cancellationToken);
        }
    }

    (Offered[] Offered, bool Behind) Take()
    {
        lock (_gate)
        {
            var (offered, behind) = (_offered.ToArray(), _behind || _goOnAfter is not null);
            if (_goOnAfter is { } seq)
                Interlocked.Exchange(ref _position, seq);
            _offered.Clear();
            (_behind, _goOnAfter) = (false, null);
            return (offered, behind);
        }
    }

    async Task ReplayAsync(CancellationToken cancellationToken)
    {
        int read;
        do
        {
            var rows = await replay.AfterAsync(owner.AccountId, _position, cancellationToken);
            foreach (var row in rows)
                await SendAsync(new Offered(Told.Of(row.Notice), row.Update.Seq, row.Update.Weight), cancellationToken);
            read = rows.Count;
        }
        while (read == UpdateReplay.PageSize);
    }

    async Task SendAsync(Offered update, CancellationToken cancellationToken)
    {
        await client.SendAsync(
            "update", update.Told.For(owner.Reader, update.Seq, update.Weight, read: false), cancellationToken);
        Interlocked.Exchange(ref _position, update.Seq);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Updates of a connection could not be read or sent; tried again")]
    static partial void LogFailed(ILogger logger, Exception failure);
}

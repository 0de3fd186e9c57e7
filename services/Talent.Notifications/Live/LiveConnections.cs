using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Globalization;
using Microsoft.AspNetCore.SignalR;
using Microsoft.Extensions.Logging;
using Talent.Contracts.Notifications;
using Talent.Notifications.Features.Updates;
using Talent.Platform.Security;

namespace Talent.Notifications.Live;

/// <summary>The connections to this instance, each with its pump.</summary>
sealed class LiveConnections(
    IHubContext<LiveHub> hub, UpdateReplay replay, TimeProvider clock, ILogger<LiveConnections> log)
{
    /// <summary>Of one person; each open page has one.</summary>
    public const int MostOfOnePerson = 25;

    readonly ConcurrentDictionary<string, Pump> _pumps = new(StringComparer.Ordinal);
    readonly ConcurrentDictionary<Guid, ImmutableArray<Pump>> _byAccount = new();

    /// <summary>Open now, of everybody.</summary>
    public int Count => _pumps.Count;

    /// <summary>False when the person has too many open.</summary>
    public async Task<bool> OpenAsync(HubCallerContext connection, Caller caller, CultureInfo culture)
    {
        var (account, cancellationToken) = (caller.AccountId, connection.ConnectionAborted);
        if (_byAccount.TryGetValue(account, out var open) && open.Length >= MostOfOnePerson)
            return false;
        var reader = await replay.ReaderAsync(culture, account, cancellationToken);
        var goodUntil = AccessTokens.EndOf(connection.User!) ?? clock.GetUtcNow();
        var last = await replay.LastAsync(account, cancellationToken);
        var pump = new Pump(
            new PumpOwner(account, caller.SessionId, goodUntil, reader), hub.Clients.Client(connection.ConnectionId), replay,
            connection.Abort, log);
        _pumps[connection.ConnectionId] = pump;
        _byAccount.AddOrUpdate(account, [pump], (_, others) => others.Add(pump));
        pump.Start(last, clock);
        return true;
    }

    public async Task CloseAsync(string connectionId)
    {
        if (!_pumps.TryRemove(connectionId, out var pump))
            return;
        var account = pump.Owner.AccountId;
        var left = _byAccount.AddOrUpdate(account, [], (_, pumps) => pumps.Remove(pump));
        if (left.IsEmpty)
            _byAccount.TryRemove(KeyValuePair.Create(account, left));
        await pump.DisposeAsync();
    }

    /// <summary>Sets from where a connection goes on.</summary>
    /// <returns>The newest number of the person's sequence.</returns>
    public async Task<long> SinceAsync(string connectionId, long seq, CancellationToken cancellationToken)
    {
        if (!_pumps.TryGetValue(connectionId, out var pump))
            return 0;
        var last = await replay.LastAsync(pump.Owner.AccountId, cancellationToken);
        pump.GoOnAfter(Math.Clamp(seq, 0, last));
        return last;
    }

    /// <summary>Something was stored: those of its recipients that are connected here get it at once.</summary>
    public void Push(UpdatesStored stored)
    {
        Told? told = null;
        foreach (var recipient in stored.Recipients)
        {
            if (!_byAccount.TryGetValue(recipient.AccountId, out var pumps))
                continue;
            told ??= Told.Of(stored);
            foreach (var pump in pumps)
                pump.Offer(new Offered(told, recipient.Seq, recipient.Weight));
        }
    }

    public void CloseSession(Guid session)
    {
        foreach (var pump in _pumps.Values.Where(pump => pump.Owner.SessionId == session))
            pump.Close();
    }

    /// <summary>Closes the connections whose token has ended; their clients come back with a new one.</summary>
    public void CloseEnded()
    {
        var now = clock.GetUtcNow();
        foreach (var pump in _pumps.Values.Where(pump => pump.Owner.GoodUntil <= now))
            pump.Close();
    }

    /// <summary>Wakes the pumps that the store is ahead of: the message that should have was lost.</summary>
    public async Task CatchUpAsync(CancellationToken cancellationToken)
    {
        foreach (var accounts in _byAccount.Keys.Chunk(1000))
        {
            var last = await replay.LastAsync(accounts, cancellationToken);
            foreach (var (account, seq) in last)
                if (_byAccount.TryGetValue(account, out var pumps))
                    foreach (var pump in pumps)
                        pump.Reach(seq);
        }
    }
}

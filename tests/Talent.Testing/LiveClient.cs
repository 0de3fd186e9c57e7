using System.Collections.Concurrent;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using System.Threading.Channels;
using Talent.Contracts.Notifications;

namespace Talent.Testing;

/// <summary>A connection to <c>/hubs/live</c>: SignalR's JSON protocol over a websocket, without negotiation. Keeps what it
/// gets, in the order in which it came.</summary>
public sealed class LiveClient : IAsyncDisposable
{
    const char End = '\u001e';
    readonly ClientWebSocket _socket;
    readonly Channel<Update> _came = Channel.CreateUnbounded<Update>();
    readonly ConcurrentDictionary<string, TaskCompletionSource<JsonElement>> _asked = new(StringComparer.Ordinal);
    readonly CancellationTokenSource _stop = new();
    readonly SemaphoreSlim _sending = new(1);
    Task _reading = Task.CompletedTask;
    int _number;

    LiveClient(ClientWebSocket socket) => _socket = socket;

    /// <summary>Updates in the order in which they came; ends with the connection.</summary>
    public ChannelReader<Update> Came => _came.Reader;

    /// <summary>Completes when the connection is over.</summary>
    public Task Closed => _came.Reader.Completion;

    /// <exception cref="WebSocketException">The server refused; the message says the status.</exception>
    /// <param name="inAddress">Whether the token stands in the address, as a browser's script has to do it.</param>
    public static async Task<LiveClient> ConnectAsync(
        Uri server, string? token, bool inAddress = false, Action<ClientWebSocket>? adjust = null, string query = "")
    {
        var socket = new ClientWebSocket();
        if (token is not null && !inAddress)
            socket.Options.SetRequestHeader("Authorization", "Bearer " + token);
        adjust?.Invoke(socket);
        var address = new UriBuilder(new Uri(server, "/hubs/live"))
        {
            Scheme = "ws",
            Query = inAddress ? $"access_token={token}" : query,
        };
        await socket.ConnectAsync(address.Uri, CancellationToken.None);
        var client = new LiveClient(socket);
        await client.SendAsync("""{"protocol":"json","version":1}""");
        client._reading = client.ReadAsync();
        return client;
    }

    /// <summary>Asks to go on after a number; answers the newest one.</summary>
    public async Task<long> SinceAsync(long seq) => (await InvokeAsync("since", seq)).GetInt64();

    public async Task<JsonElement> InvokeAsync(string method, params object[] arguments)
    {
        var id = Interlocked.Increment(ref _number).ToString(System.Globalization.CultureInfo.InvariantCulture);
        var answer = new TaskCompletionSource<JsonElement>(TaskCreationOptions.RunContinuationsAsynchronously);
        _asked[id] = answer;
        await SendAsync(JsonSerializer.Serialize(new { type = 1, invocationId = id, target = method, arguments }));
        return await answer.Task.WaitAsync(Eventually.DefaultDeadline);
    }

    /// <summary>The next so many updates.</summary>
    public async Task<IReadOnlyList<Update>> TakeAsync(int count)
    {
        using var deadline = new CancellationTokenSource(Eventually.DefaultDeadline);
        var updates = new List<Update>();
        while (updates.Count < count)
            updates.Add(await Came.ReadAsync(deadline.Token));
        return updates;
    }

    /// <summary>Says nothing for so long that a server would give up; keeps the connection.</summary>
    public Task PingAsync() => SendAsync("""{"type":6}""");

    /// <summary>Cuts the line without a word.</summary>
    public void Cut() => _socket.Abort();

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _socket.Abort();
        await _reading.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _socket.Dispose();
        _sending.Dispose();
        _stop.Dispose();
    }

    async Task SendAsync(string message)
    {
        await _sending.WaitAsync();
        try
        {
            await _socket.SendAsync(Encoding.UTF8.GetBytes(message + End), WebSocketMessageType.Text, true, _stop.Token);
        }
        finally
        {
            _sending.Release();
        }
    }

    async Task ReadAsync()
    {
        var buffer = new byte[16 * 1024];
        using var pending = new MemoryStream();
        try
        {
            while (true)
            {
                var got = await _socket.ReceiveAsync(buffer.AsMemory(), _stop.Token);
                if (got.MessageType is WebSocketMessageType.Close)
                    break;
                foreach (var letter in buffer.AsSpan(0, got.Count))
                {
                    if (letter != End)
                    {
                        pending.WriteByte(letter);
                        continue;
                    }
                    Take(pending.GetBuffer().AsMemory(0, (int)pending.Length));
                    pending.SetLength(0);
                }
            }
        }
        catch (Exception over) when (over is WebSocketException or OperationCanceledException)
        {
            // The line is cut, by either side.
        }
        _came.Writer.TryComplete();
        foreach (var answer in _asked.Values)
            answer.TrySetException(new InvalidOperationException("The connection is over."));
    }

    void Take(ReadOnlyMemory<byte> message)
    {
        using var json = JsonDocument.Parse(message);
        var root = json.RootElement;
        if (!root.TryGetProperty("type", out var type))
            return;
        switch (type.GetInt32())
        {
            case 1:
                _came.Writer.TryWrite(root.GetProperty("arguments")[0].Deserialize<Update>(JsonSerializerOptions.Web)!);
                break;
            case 3 when _asked.TryRemove(root.GetProperty("invocationId").GetString()!, out var answer):
                if (root.TryGetProperty("error", out var error))
                    answer.TrySetException(new InvalidOperationException(error.GetString()));
                else
                    answer.TrySetResult(root.TryGetProperty("result", out var result) ? result.Clone() : default);
                break;
        }
    }
}

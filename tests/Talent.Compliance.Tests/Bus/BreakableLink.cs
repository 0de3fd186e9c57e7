using System.Net;
using System.Net.Sockets;

namespace Talent.Compliance.Tests.Bus;

/// <summary>A TCP connection to a server that can be cut as a network fault cuts it.</summary>
sealed class BreakableLink : IAsyncDisposable
{
    readonly TcpListener listener = new(IPAddress.Loopback, 0);
    readonly CancellationTokenSource ended = new();
    readonly HashSet<TcpClient> open = [];
    readonly (string Host, int Port) server;
    readonly Task accepting;
    volatile bool broken;

    public BreakableLink(string host, int port)
    {
        server = (host, port);
        listener.Start();
        accepting = AcceptAsync();
    }

    public int Port => ((IPEndPoint)listener.LocalEndpoint).Port;

    /// <summary>Cuts what is open and refuses new connections.</summary>
    public void Break()
    {
        broken = true;
        lock (open)
        {
            foreach (var client in open)
                client.Close();
            open.Clear();
        }
    }

    public void Mend() => broken = false;

    public async ValueTask DisposeAsync()
    {
        await ended.CancelAsync();
        Break();
        listener.Stop();
        await accepting;
        ended.Dispose();
    }

    async Task AcceptAsync()
    {
        try
        {
            while (true)
                _ = ForwardAsync(await listener.AcceptTcpClientAsync(ended.Token));
        }
        catch (Exception stopped) when (stopped is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            // Disposed.
        }
    }

    async Task ForwardAsync(TcpClient near)
    {
        using var far = new TcpClient();
        using (near)
        {
            try
            {
                if (broken)
                    return;
                await far.ConnectAsync(server.Host, server.Port);
                lock (open)
                {
                    open.Add(near);
                    open.Add(far);
                }
                await Task.WhenAny(
                    near.GetStream().CopyToAsync(far.GetStream()), far.GetStream().CopyToAsync(near.GetStream()));
            }
            catch (Exception cut) when (cut is IOException or SocketException or ObjectDisposedException or InvalidOperationException)
            {
                // Cut.
            }
        }
    }
}

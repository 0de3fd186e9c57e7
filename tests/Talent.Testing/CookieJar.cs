using System.Collections.Concurrent;

namespace Talent.Testing;

/// <summary>Keeps cookies as a browser does on this machine: those marked secure are sent over plain HTTP too, since
/// browsers trust <c>localhost</c>. .NET's own container does not.</summary>
public sealed class CookieJar : DelegatingHandler
{
    const int MostHops = 5;
    readonly ConcurrentDictionary<string, string> cookies = new(StringComparer.Ordinal);
    readonly bool follow;

    /// <param name="follow">Whether redirects are followed.</param>
    public CookieJar(bool follow = false)
        : base(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false }) => this.follow = follow;

    /// <summary>The <c>Set-Cookie</c> lines of all answers so far, whole.</summary>
    public ConcurrentQueue<string> Lines { get; } = new();

    /// <summary>The cookies by name.</summary>
    public IReadOnlyDictionary<string, string> Cookies => cookies;

    /// <summary>Puts a cookie in, as somebody else's script might have done.</summary>
    public void Plant(string name, string value) => cookies[name] = value;

    protected override async Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var answer = await SendOnceAsync(request, cancellationToken);
        for (var hop = 0; follow && hop < MostHops && answer.Headers.Location is { } location; hop++)
        {
            var next = new HttpRequestMessage(HttpMethod.Get, new Uri(request.RequestUri!, location));
            answer.Dispose();
            answer = await SendOnceAsync(next, cancellationToken);
        }
        return answer;
    }

    async Task<HttpResponseMessage> SendOnceAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (!cookies.IsEmpty)
            request.Headers.TryAddWithoutValidation("Cookie", string.Join("; ", cookies.Select(one => $"{one.Key}={one.Value}")));
        var answer = await base.SendAsync(request, cancellationToken);
        if (!answer.Headers.TryGetValues("Set-Cookie", out var lines))
            return answer;
        foreach (var line in lines)
        {
            Lines.Enqueue(line);
            var parts = line.Split(';', 2)[0].Split('=', 2);
            if (parts[1].Length == 0)
                cookies.TryRemove(parts[0], out _);
            else
                cookies[parts[0]] = parts[1];
        }
        return answer;
    }
}

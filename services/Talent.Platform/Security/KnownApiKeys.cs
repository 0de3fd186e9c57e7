using System.Buffers.Text;
using System.Collections.Concurrent;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using Talent.Contracts.Identity;
using Talent.Platform.Http;

namespace Talent.Platform.Security;

/// <summary>Whom API keys speak for, as the identity service says. An answer is believed for a minute: so long at most
/// a key that was revoked still works here.</summary>
sealed class KnownApiKeys(ServiceAddresses addresses, TimeProvider clock) : IDisposable
{
    /// <summary>What every key begins with.</summary>
    public const string Prefix = "tk_";

    const int SecretLength = 43;
    const int MostRemembered = 10_000;
    static readonly TimeSpan Believed = TimeSpan.FromSeconds(60);

    readonly ConcurrentDictionary<string, (ApiKeyOwner Owner, DateTimeOffset Until)> _known = new(StringComparer.Ordinal);
    readonly HttpClient _http = new(new SocketsHttpHandler
    {
        UseCookies = false,
        AllowAutoRedirect = false,
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
    })
    {
        Timeout = TimeSpan.FromSeconds(10),
    };

    /// <summary>The key's owner; else the status to refuse with: 401, or 429 or 503 when it could not be
    /// asked.</summary>
    /// <param name="from">The network address of whoever shows the key: it is that address which asks too much.</param>
    public async Task<(ApiKeyOwner? Owner, int Failure)> FindAsync(
        string key, string? from, CancellationToken cancellationToken)
    {
        if (key.Length != Prefix.Length + SecretLength || !Base64Url.IsValid(key.AsSpan(Prefix.Length)))
            return (null, StatusCodes.Status401Unauthorized);
        // Not the key itself: what is in memory may be dumped.
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key)));
        var now = clock.GetUtcNow();
        if (_known.TryGetValue(hash, out var known) && known.Until > now)
            return (known.Owner, 0);
        var (owner, failure) = await AskAsync(key, from, cancellationToken);
        if (owner is null)
        {
            _known.TryRemove(hash, out _);
            return (null, failure);
        }
        if (_known.Count >= MostRemembered)
            _known.Clear();
        _known[hash] = (owner, owner.ExpiresAt < now + Believed ? owner.ExpiresAt : now + Believed);
        return (owner, 0);
    }

    public void Dispose() => _http.Dispose();

    async Task<(ApiKeyOwner? Owner, int Failure)> AskAsync(string key, string? from, CancellationToken cancellationToken)
    {
        try
        {
            using var request = new HttpRequestMessage(
                HttpMethod.Post, new Uri(addresses.Of("identity"), "/api/v1/identity/keys/resolve"));
            request.Content = JsonContent.Create(new ApiKeyProof(key, from));
            if (from is not null)
                request.Headers.TryAddWithoutValidation("X-Forwarded-For", from);
            using var answer = await _http.SendAsync(request, cancellationToken);
            if (answer.IsSuccessStatusCode)
                return (await answer.Content.ReadFromJsonAsync<ApiKeyOwner>(cancellationToken), StatusCodes.Status401Unauthorized);
            return (null, (int)answer.StatusCode switch
            {
                StatusCodes.Status400BadRequest or StatusCodes.Status404NotFound => StatusCodes.Status401Unauthorized,
                StatusCodes.Status429TooManyRequests => StatusCodes.Status429TooManyRequests,
                _ => StatusCodes.Status503ServiceUnavailable,
            });
        }
        catch (Exception away) when (away is HttpRequestException or InvalidOperationException or System.Text.Json.JsonException
            || (away is TaskCanceledException && !cancellationToken.IsCancellationRequested))
        {
            return (null, StatusCodes.Status503ServiceUnavailable);
        }
    }
}

using System.Net;
using System.Net.Http.Json;
using Talent.Contracts.Identity;

namespace Talent.Platform.Security;

/// <summary>Asks the identity service about a session by its secret. Carries no token: it is asked while the caller is
/// still being found out.</summary>
sealed class SessionClient(HttpClient http)
{
    /// <summary>A fresh access token; null when the session has ended.</summary>
    /// <exception cref="HttpRequestException">The service is away or failed.</exception>
    public async Task<SessionAccess?> AccessAsync(string sessionToken, CancellationToken cancellationToken)
    {
        using var answer = await http.PostAsJsonAsync(
            new Uri("/api/v1/identity/sessions/access", UriKind.Relative), new SessionInput(sessionToken), cancellationToken);
        if (answer.StatusCode is HttpStatusCode.Unauthorized)
            return null;
        answer.EnsureSuccessStatusCode();
        return await answer.Content.ReadFromJsonAsync<SessionAccess>(cancellationToken);
    }

    /// <summary>Ends the session; one that has ended already is no error.</summary>
    /// <exception cref="HttpRequestException">The service is away or failed.</exception>
    public async Task EndAsync(string sessionToken, CancellationToken cancellationToken)
    {
        using var answer = await http.PostAsJsonAsync(
            new Uri("/api/v1/identity/sessions/end", UriKind.Relative), new SessionInput(sessionToken), cancellationToken);
        answer.EnsureSuccessStatusCode();
    }
}

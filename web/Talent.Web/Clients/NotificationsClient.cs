using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json;
using Talent.Contracts.Notifications;

namespace Talent.Web.Clients;

/// <summary>What the reader was told, and when they are mailed.</summary>
internal sealed class NotificationsClient(HttpClient http)
{
    const string Root = "/api/v1/notifications";
    // Every page asks for the count: one that cannot be had at once must not hold the page up.
    static readonly TimeSpan LongestCount = TimeSpan.FromMilliseconds(500);

    /// <summary>The numbers alone; null when the service is away.</summary>
    public async Task<UpdatePage?> CountsAsync(CancellationToken cancel)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        limit.CancelAfter(LongestCount);
        try
        {
            using var answer = await http.GetAsync($"{Root}?limit=0", limit.Token);
            return answer.IsSuccessStatusCode
                ? await answer.Content.ReadFromJsonAsync<UpdatePage>(JsonSerializerOptions.Web, limit.Token) : null;
        }
        catch (Exception away) when (!cancel.IsCancellationRequested && away is HttpRequestException or OperationCanceledException)
        {
            return null;
        }
    }

    /// <summary>The inbox, newest first.</summary>
    /// <param name="before">Only what came before this number.</param>
    public Task<UpdatePage> InboxAsync(long? before, int limit, CancellationToken cancel) => http.GetAsync<UpdatePage>(
        Root + ApiCalls.Query(
            ("inbox", "true"), ("limit", limit.ToString(CultureInfo.InvariantCulture)),
            ("after", before?.ToString(CultureInfo.InvariantCulture))), cancel);

    public Task<ApiProblem?> ReadAsync(long? upTo, CancellationToken cancel) =>
        http.DoAsync(HttpMethod.Post, $"{Root}/read", ApiCalls.Json(new ReadInput(upTo)), cancel);

    public Task<NotificationPreferences> PreferencesAsync(CancellationToken cancel) =>
        http.GetAsync<NotificationPreferences>($"{Root}/preferences", cancel);

    public Task<ApiProblem?> ChangePreferencesAsync(NotificationPreferences chosen, CancellationToken cancel) =>
        http.DoAsync(HttpMethod.Put, $"{Root}/preferences", ApiCalls.Json(chosen), cancel);
}

using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Talent.Contracts.Platform;

namespace Talent.Web.Clients;

/// <summary>How every client speaks to a service.</summary>
internal static class ApiCalls
{
    /// <exception cref="ApiException">The service answered anything but success.</exception>
    public static async Task<T> GetAsync<T>(this HttpClient http, string path, CancellationToken cancel) where T : class =>
        (await http.CallAsync<T>(HttpMethod.Get, path, null, null, cancel)).Required;

    /// <summary>Null when there is no such thing.</summary>
    /// <exception cref="ApiException">The service answered anything but success or 404.</exception>
    public static async Task<T?> FindAsync<T>(this HttpClient http, string path, CancellationToken cancel) where T : class
    {
        using var response = await http.GetAsync(path, cancel);
        return response.StatusCode == HttpStatusCode.NotFound ? null
            : (await ReadAsync<T>(response, cancel)).Required;
    }

    /// <summary>The answer, or the problem for the page to show when the input, its version or the thing's state is why.</summary>
    /// <param name="version">The version the change was made on, sent as <c>If-Match</c>.</param>
    /// <exception cref="ApiException">Any other answer: 401, 403, 404, 429, 5xx.</exception>
    public static async Task<ApiResult<T>> CallAsync<T>(
        this HttpClient http, HttpMethod method, string path, HttpContent? body, int? version, CancellationToken cancel)
        where T : class
    {
        using var request = new HttpRequestMessage(method, path) { Content = body };
        if (version is { } known)
            request.Headers.IfMatch.Add(new EntityTagHeaderValue($"\"{known}\""));
        using var response = await http.SendAsync(request, cancel);
        return await ReadAsync<T>(response, cancel);
    }

    /// <summary>The answer, or the problem for the page to show, whatever it is short of a failure of the service.</summary>
    /// <exception cref="ApiException">The service failed (5xx).</exception>
    public static async Task<ApiResult<T>> AskAsync<T>(
        this HttpClient http, string path, HttpContent? body, CancellationToken cancel) where T : class
    {
        using var response = await http.PostAsync(path, body, cancel);
        if (response.IsSuccessStatusCode)
            return new(await response.Content.ReadFromJsonAsync<T>(JsonSerializerOptions.Web, cancel), null);
        return new(null, await RefusalAsync(response, cancel));
    }

    /// <summary>Null when it is done, else the problem for the page to show.</summary>
    /// <exception cref="ApiException">The service failed (5xx).</exception>
    public static async Task<ApiProblem?> DoAsync(
        this HttpClient http, HttpMethod method, string path, HttpContent? body, CancellationToken cancel)
    {
        using var request = new HttpRequestMessage(method, path) { Content = body };
        using var response = await http.SendAsync(request, cancel);
        return response.IsSuccessStatusCode ? null : await RefusalAsync(response, cancel);
    }

    public static HttpContent Json<T>(T value) => JsonContent.Create(value, options: JsonSerializerOptions.Web);

    /// <summary>Sends an uploaded file on, as it comes, to an import.</summary>
    public static async Task<ApiResult<ImportReport>> ImportAsync(
        this HttpClient http, string path, IFormFile file, bool publish, CancellationToken cancel)
    {
        await using var stream = file.OpenReadStream();
        using var form = new MultipartFormDataContent();
        using var content = new StreamContent(stream);
        using var option = new StringContent(publish ? "true" : "false");
        form.Add(content, "file", file.FileName);
        form.Add(option, "publish");
        return await http.CallAsync<ImportReport>(HttpMethod.Post, path, form, null, cancel);
    }

    /// <summary>A query string, leading question mark included, of the values that are there.</summary>
    public static string Query(params IEnumerable<(string Name, string? Value)> values)
    {
        var parts = values.Where(pair => !string.IsNullOrEmpty(pair.Value))
            .Select(pair => $"{pair.Name}={Uri.EscapeDataString(pair.Value!)}").ToArray();
        return parts.Length == 0 ? "" : "?" + string.Join('&', parts);
    }

    static async Task<ApiResult<T>> ReadAsync<T>(HttpResponseMessage response, CancellationToken cancel) where T : class
    {
        if (response.IsSuccessStatusCode)
            return new((await response.Content.ReadFromJsonAsync<T>(JsonSerializerOptions.Web, cancel))!, null);
        var problem = await ApiProblem.ReadAsync(response, cancel);
        return problem.Status is 400 or 409 or 412 or 413 or 415 or 422 ? new(null, problem) : throw new ApiException(problem);
    }

    static async Task<ApiProblem> RefusalAsync(HttpResponseMessage response, CancellationToken cancel)
    {
        var problem = await ApiProblem.ReadAsync(response, cancel);
        return problem.Status < 500 ? problem : throw new ApiException(problem);
    }
}

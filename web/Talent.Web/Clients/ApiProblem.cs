using System.Net.Http.Json;
using System.Text.Json;

namespace Talent.Web.Clients;

/// <summary>Why a service did not do what it was asked: RFC 9457, with messages in the reader's language.</summary>
/// <param name="Errors">For input: messages by JSON path without its root, e.g. <c>skills[0].level</c>.</param>
/// <param name="Suggestions">Values that would have been understood.</param>
public sealed record ApiProblem(
    int Status, string? Type, string? Title, string? Detail, IReadOnlyDictionary<string, string[]> Errors,
    IReadOnlyList<string> Suggestions)
{
    public bool IsConflict => Status is 409 or 412;

    /// <summary>When to try again, where the service says so.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>True when the service names the problem <c>urn:talent:…:</c><paramref name="name"/>.</summary>
    public bool IsNamed(string name) => Type?.EndsWith(':' + name, StringComparison.Ordinal) == true;

    /// <summary>A problem with the whole form rather than a field of it.</summary>
    public static ApiProblem Saying(int status, string detail) => Of(status) with { Detail = detail };

    public static ApiProblem Of(int status, params (string Path, string Message)[] errors) =>
        new(status, null, null, null, errors.ToDictionary(error => error.Path, error => new[] { error.Message },
            StringComparer.OrdinalIgnoreCase), []);

    public static async Task<ApiProblem> ReadAsync(HttpResponseMessage response, CancellationToken cancel) =>
        await ReadBodyAsync(response, cancel) with { RetryAfter = response.Headers.RetryAfter?.Delta };

    static async Task<ApiProblem> ReadBodyAsync(HttpResponseMessage response, CancellationToken cancel)
    {
        var status = (int)response.StatusCode;
        if (response.Content.Headers.ContentType?.MediaType is not ("application/problem+json" or "application/json"))
            return Of(status);
        try
        {
            var body = await response.Content.ReadFromJsonAsync<JsonElement>(cancel);
            return new ApiProblem(status, Text(body, "type"), Text(body, "title"), Text(body, "detail"),
                ErrorsOf(body), SuggestionsOf(body));
        }
        catch (JsonException)
        {
            return Of(status);
        }
    }

    static Dictionary<string, string[]> ErrorsOf(JsonElement body)
    {
        var errors = new Dictionary<string, string[]>(StringComparer.OrdinalIgnoreCase);
        if (Member(body, "errors") is not { ValueKind: JsonValueKind.Object } found)
            return errors;
        foreach (var error in found.EnumerateObject())
        {
            var problems = error.Value.ValueKind == JsonValueKind.Array ? error.Value.EnumerateArray().ToArray() : [error.Value];
            errors[error.Name.StartsWith("$.", StringComparison.Ordinal) ? error.Name[2..] : error.Name] =
                [.. problems.Select(problem => Text(problem, "message") ?? problem.ToString())];
        }
        return errors;
    }

    static string[] SuggestionsOf(JsonElement body) =>
        Member(body, "errors") is { ValueKind: JsonValueKind.Object } errors
            ? [.. errors.EnumerateObject().Where(error => error.Value.ValueKind == JsonValueKind.Array)
                .SelectMany(error => error.Value.EnumerateArray()).SelectMany(problem => Strings(problem, "suggestions"))
                .Distinct(StringComparer.Ordinal)]
            : [];

    static string? Text(JsonElement body, string name) =>
        Member(body, name) is { ValueKind: JsonValueKind.String } text ? text.GetString() : null;

    static string[] Strings(JsonElement body, string name) =>
        Member(body, name) is { ValueKind: JsonValueKind.Array } list
            ? [.. list.EnumerateArray().Select(item => item.ToString())] : [];

    static JsonElement? Member(JsonElement body, string name) =>
        body.ValueKind == JsonValueKind.Object && body.TryGetProperty(name, out var value) ? value : null;
}

/// <summary>A service refused, and no page has a better answer than an error page.</summary>
internal sealed class ApiException(ApiProblem problem) : Exception($"A service answered {problem.Status}.")
{
    public ApiProblem Problem { get; } = problem;
}

/// <summary>What was asked for, or what is wrong with the input.</summary>
internal readonly record struct ApiResult<T>(T? Value, ApiProblem? Problem) where T : class
{
    /// <summary>The value; throws <see cref="ApiException"/> when there is a problem instead.</summary>
    public T Required => Value ?? throw new ApiException(Problem!);
}

using System.Net.Http.Json;
using System.Text.Json;

namespace Talent.Testing;

/// <summary>An RFC 9457 answer as a client reads it.</summary>
/// <param name="Type"><c>urn:talent:problem:CODE</c></param>
/// <param name="Errors">By JSON path, when the input was wrong.</param>
public sealed record ProblemDocument(
    string Type, string Title, int Status, string? Detail, IReadOnlyDictionary<string, ProblemField[]>? Errors)
{
    /// <summary>The code at the end of <see cref="Type"/>.</summary>
    public string Code => Type[(Type.LastIndexOf(':') + 1)..];

    /// <summary>Path and code of each error, in the order of the paths.</summary>
    public IReadOnlyList<string> Wrong =>
        [.. (Errors ?? new Dictionary<string, ProblemField[]>(StringComparer.Ordinal))
            .SelectMany(path => path.Value.Select(error => $"{path.Key} {error.Code}")).Order(StringComparer.Ordinal)];

    /// <summary>Reads an answer.</summary>
    /// <exception cref="InvalidOperationException">It is no problem document.</exception>
    public static async Task<ProblemDocument> ReadAsync(HttpResponseMessage answer)
    {
        if (answer.Content.Headers.ContentType?.MediaType is not "application/problem+json")
            throw new InvalidOperationException(
                $"{(int)answer.StatusCode} {answer.Content.Headers.ContentType}: {await answer.Content.ReadAsStringAsync()}");
        return (await answer.Content.ReadFromJsonAsync<ProblemDocument>(JsonSerializerOptions.Web))!;
    }
}

/// <summary>One error of an input's field.</summary>
public sealed record ProblemField(string Path, string Code, string Message, IReadOnlyList<string>? Suggestions);

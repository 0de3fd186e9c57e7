namespace Talent.Matching.Features.Search;

/// <summary>Repeatable query parameters as given: an HTML form sends its empty fields too, which ask for nothing; the case of codes does
/// not matter.</summary>
static class Given
{
    public static IReadOnlyList<string> Values(string?[]? values) =>
        [.. (values ?? []).Where(value => !string.IsNullOrWhiteSpace(value)).Select(value => value!.Trim())];

    public static IReadOnlyList<string> Upper(string?[]? values) => [.. Values(values).Select(value => value.ToUpperInvariant())];

    public static IReadOnlyList<string> Lower(string?[]? values) => [.. Values(values).Select(value => value.ToLowerInvariant())];
}

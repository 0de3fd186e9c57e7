using Microsoft.AspNetCore.Http;

namespace Talent.Web.Clients;

/// <summary>A search for jobs as its address writes it; the same names as the interface's.</summary>
public sealed record JobQuery(
    string? Q = null, string? Sort = null, string? PayMin = null, string? Currency = null, string? After = null)
{
    public static readonly IReadOnlyList<string> FacetNames = ["country", "mode", "contract", "language", "skill"];

    public static readonly IReadOnlyList<string> Sorts = ["relevance", "newest", "pay", "closing"];

    public IReadOnlyDictionary<string, string[]> Facets { get; init; } = new Dictionary<string, string[]>(StringComparer.Ordinal);

    public static JobQuery Of(IQueryCollection query) => new(
        Clean(query["q"]), Clean(query["sort"]) is { } sort && sort != Sorts[0] ? sort : null, Clean(query["payMin"]), Clean(query["currency"]), Clean(query["after"]))
    {
        Facets = FacetNames.ToDictionary(name => name,
            name => query[name].Where(value => !string.IsNullOrWhiteSpace(value)).Select(value => value!).ToArray(),
            StringComparer.Ordinal),
    };

    public bool IsFiltered => PayMin is not null || Facets.Values.Any(values => values.Length > 0);

    public IEnumerable<(string Name, string? Value)> Values() =>
        ((string, string?)[])[("q", Q), .. Facets.SelectMany(facet => facet.Value.Select(value => (facet.Key, (string?)value))),
            ("payMin", PayMin), ("currency", PayMin is null ? null : Currency), ("sort", Sort), ("after", After)];

    /// <summary>The address of this search with one facet value taken out.</summary>
    public JobQuery Without(string facet, string value) => this with
    {
        After = null,
        Facets = Facets.ToDictionary(pair => pair.Key,
            pair => pair.Key == facet ? pair.Value.Where(kept => kept != value).ToArray() : pair.Value,
            StringComparer.Ordinal),
    };

    public string Address => "/jobs" + ApiCalls.Query(Values());

    static string? Clean(string? value) => string.IsNullOrWhiteSpace(value) ? null : value.Trim();
}

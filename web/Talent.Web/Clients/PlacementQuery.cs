using Microsoft.AspNetCore.Http;

namespace Talent.Web.Clients;

/// <summary>A list of placements as its address writes it; the same names as the interface's.</summary>
/// <param name="Country">The graduate's, ISO 3166-1 alpha-2.</param>
/// <param name="Kind">One of <see cref="Kinds"/>.</param>
/// <param name="Sort"><c>newest</c>, <c>waiting</c> or <c>due</c>.</param>
public sealed record PlacementQuery(
    string? Job = null, string? Cohort = null, string? Country = null, string? Kind = null, string? Q = null,
    string? Stage = null, string? Sort = null, string? After = null)
{
    public static readonly IReadOnlyList<string> Kinds = ["employment", "internship", "order-training"];

    public static PlacementQuery Of(IQueryCollection query) => new(
        Guid.TryParse(query["job"], out var job) ? job.ToString() : null, Clean(query["cohort"]), Clean(query["country"]),
        Clean(query["kind"]), Clean(query["q"]), Clean(query["stage"]), Clean(query["sort"]), Clean(query["after"]));

    public bool IsFiltered => (Job ?? Cohort ?? Country ?? Kind ?? Q) is not null;

    public IEnumerable<(string Name, string? Value)> Values() =>
        [("job", Job), ("cohort", Cohort), ("country", Country), ("kind", Kind), ("q", Q), ("stage", Stage), ("sort", Sort),
            ("after", After)];

    /// <summary>The query string, its question mark included; empty for the whole list.</summary>
    public string Address => ApiCalls.Query(Values());

    static string? Clean(string? value) => string.IsNullOrWhiteSpace(value) ? null : value.Trim();
}

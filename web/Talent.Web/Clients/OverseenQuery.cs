using Microsoft.AspNetCore.Http;

namespace Talent.Web.Clients;

/// <summary>A list of overseen placements as its address writes it; the same names as the interface's.</summary>
public sealed record OverseenQuery(
    string? Q = null, string? Cohort = null, string? College = null, bool Overdue = false, string? Sort = null,
    string? After = null)
{
    public static readonly IReadOnlyList<string> Sorts = ["newest", "due", "waiting"];

    public IReadOnlyList<string> Stages { get; init; } = [];

    public static OverseenQuery Of(IQueryCollection query) => new(
        Clean(query["q"]), Clean(query["cohort"]), Clean(query["college"]), query["overdue"] == "true",
        Clean(query["sort"]) is { } sort && sort != Sorts[0] ? sort : null, Clean(query["after"]))
    {
        Stages = [.. query["stage"].Where(stage => !string.IsNullOrWhiteSpace(stage)).Select(stage => stage!)],
    };

    public bool IsFiltered => Q is not null || Cohort is not null || College is not null || Overdue || Stages.Count > 0;

    public IEnumerable<(string Name, string? Value)> Values() =>
    [
        ("q", Q), ("cohort", Cohort), ("college", College), .. Stages.Select(stage => ("stage", (string?)stage)),
        ("overdue", Overdue ? "true" : null), ("sort", Sort), ("after", After),
    ];

    /// <summary>The query string of the list from its start, and of its export.</summary>
    public string FromStart => ApiCalls.Query((this with { After = null }).Values());

    static string? Clean(string? value) => string.IsNullOrWhiteSpace(value) ? null : value.Trim();
}

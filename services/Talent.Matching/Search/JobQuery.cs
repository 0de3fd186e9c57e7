using System.Globalization;

namespace Talent.Matching.Search;

/// <summary>A search for published jobs, as asked.</summary>
sealed record JobQuery
{
    /// <summary>Free text, at most 200 characters.</summary>
    public string? Text { get; init; }
    /// <summary>ISO 3166-1 alpha-2; a job in any of them.</summary>
    public IReadOnlyList<string> Countries { get; init; } = [];
    public IReadOnlyList<string> Modes { get; init; } = [];
    public IReadOnlyList<string> Contracts { get; init; } = [];
    /// <summary>Languages of the job's text.</summary>
    public IReadOnlyList<string> Languages { get; init; } = [];
    /// <summary>Concept URIs; a job that asks for all of them.</summary>
    public IReadOnlyList<string> Skills { get; init; } = [];
    /// <summary>Per month, in <see cref="Currency"/>: jobs whose highest pay reaches it, see <see cref="JobFacts.MonthlyPay"/>.</summary>
    public decimal? PayMin { get; init; }
    /// <summary>ISO 4217; jobs that pay in it. Pay in another currency is never converted.</summary>
    public string? Currency { get; init; }
    /// <summary><c>relevance</c> (default; without text: newest), <c>newest</c>, <c>pay</c> (highest first, currency by currency, the most
    /// frequent one first) or <c>closing</c> (soonest first).</summary>
    public string? Sort { get; init; }
    /// <summary>1 to 100; default 20.</summary>
    public int? Limit { get; init; }
    public string? After { get; init; }
    /// <summary>Jobs that closed before this day are not found.</summary>
    public required DateOnly Today { get; init; }
    /// <summary>The reader's language, for labels and messages.</summary>
    public CultureInfo Culture { get; init; } = CultureInfo.CurrentUICulture;
}

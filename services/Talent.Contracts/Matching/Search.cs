using Talent.Contracts.Graduates;

namespace Talent.Contracts.Matching;

/// <summary>What a search found.</summary>
/// <param name="Total">All hits, not only this page's.</param>
/// <param name="Facets">By facet name (<c>country</c>, <c>mode</c>, <c>contract</c>, <c>language</c>, <c>skill</c>), most frequent first.
/// Each facet's counts ignore its own filter.</param>
/// <param name="Understood">Concepts recognised in the query, searched in every language.</param>
/// <param name="Next">The cursor for the next page; null at the end.</param>
public sealed record SearchPage<T>(
    IReadOnlyList<T> Items, int Total, IReadOnlyDictionary<string, IReadOnlyList<Facet>> Facets,
    IReadOnlyList<ConceptLabel> Understood, string? Next);

/// <summary>A value of a facet, with its label in the reader's language.</summary>
public sealed record Facet(string Value, string Label, int Count, bool Selected);

/// <summary>A job found.</summary>
/// <param name="Highlights">Fragments of title and description; what matched stands between U+E000 and U+E001.</param>
/// <param name="MatchedConcepts">Labels, in the reader's language, of the query's concepts that the job has.</param>
public sealed record JobHit(
    JobSummary Job, double Score, IReadOnlyDictionary<string, string> Highlights, IReadOnlyList<string> MatchedConcepts);

/// <summary>A graduate found, as far as the caller may see.</summary>
public sealed record GraduateHit(GraduateView Graduate, double Score, IReadOnlyList<string> MatchedConcepts);

/// <summary>A concept in the reader's language.</summary>
/// <param name="Kind"><c>skill</c> or <c>occupation</c>.</param>
/// <param name="Matched">The label or synonym that matched, which may be in another language.</param>
public sealed record ConceptLabel(string Uri, string Kind, string Label, string? Matched = null);

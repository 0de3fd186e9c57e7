using System.Globalization;
using Talent.Contracts.Graduates;

namespace Talent.Matching.Search;

/// <summary>A search for graduates, as asked.</summary>
sealed record GraduateQuery
{
    /// <summary>Free text, at most 200 characters.</summary>
    public string? Text { get; init; }
    /// <summary>Countries of residence, ISO 3166-1 alpha-2; any of them.</summary>
    public IReadOnlyList<string> Countries { get; init; } = [];
    /// <summary>Concept URIs; a graduate who has all of them.</summary>
    public IReadOnlyList<string> Skills { get; init; } = [];
    /// <summary>A language spoken, at least at <see cref="MinRank"/>; all of them when there are several.</summary>
    public IReadOnlyList<string> Languages { get; init; } = [];
    /// <summary>1 (A1, HSK 1) to 6 (C2, HSK 6); default 1.</summary>
    public int? MinRank { get; init; }
    /// <summary>Least ISCED level, 0 to 8.</summary>
    public int? Isced { get; init; }
    /// <summary><c>relevance</c> (default; without text: newest) or <c>newest</c>.</summary>
    public string? Sort { get; init; }
    /// <summary>1 to 100; default 20.</summary>
    public int? Limit { get; init; }
    public string? After { get; init; }
    public CultureInfo Culture { get; init; } = CultureInfo.CurrentUICulture;
}

/// <summary>Who searches for graduates.</summary>
/// <param name="MaySee">Whether a graduate may be found at all; asked for every candidate, so it must be quick.</param>
/// <param name="View">What the reader may see of one who was found.</param>
/// <param name="NamesOf">The college whose graduates may be searched by name too; null: names are not searched.</param>
sealed record GraduateReader(Func<GraduateStanding, bool> MaySee, Func<Graduate, GraduateView> View, Guid? NamesOf = null);

/// <summary>What decides whether a graduate may be seen.</summary>
/// <param name="OrganisationId">The college; null for one who registered alone.</param>
/// <param name="Visibility"><c>hidden</c>, <c>masked</c> or <c>open</c>.</param>
readonly record struct GraduateStanding(Guid Id, Guid? OrganisationId, string Visibility);

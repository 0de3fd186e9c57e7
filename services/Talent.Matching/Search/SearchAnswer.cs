using Talent.Contracts.Matching;
using Talent.Platform.Http;

namespace Talent.Matching.Search;

/// <summary>A page, or why there is none: exactly one of them.</summary>
/// <param name="Problems">By query parameter; the codes are <c>unknown-PARAMETER</c> (with suggestions), <c>required</c>,
/// <c>number-out-of-range</c>, <c>too-long</c> and <c>unknown-cursor</c>.</param>
sealed record SearchAnswer<T>(SearchPage<T>? Page, IReadOnlyList<FieldProblem> Problems)
{
    public SearchAnswer(SearchPage<T> page) : this(page, []) { }

    public SearchAnswer(IReadOnlyList<FieldProblem> problems) : this(null, problems) { }
}

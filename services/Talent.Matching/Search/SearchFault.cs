using Talent.Contracts.Matching;

namespace Talent.Matching.Search;

/// <summary>A parameter that cannot be searched with.</summary>
/// <param name="Field">The parameter's name: <c>country</c>, <c>skill</c>, <c>sort</c> …</param>
/// <param name="Code"><c>unknown</c>, <c>required</c>, <c>outOfRange</c>, <c>tooLong</c> or <c>staleCursor</c>.</param>
/// <param name="Message">What is wrong, in the reader's language.</param>
/// <param name="Suggestions">Values that would be right, best first; may be empty.</param>
sealed record SearchFault(string Field, string Code, string Message, IReadOnlyList<string> Suggestions);

/// <summary>A page, or why there is none: exactly one of them.</summary>
sealed record SearchAnswer<T>(SearchPage<T>? Page, IReadOnlyList<SearchFault> Faults)
{
    public SearchAnswer(SearchPage<T> page) : this(page, []) { }

    public SearchAnswer(IReadOnlyList<SearchFault> faults) : this(null, faults) { }
}

using System.Globalization;
using Microsoft.AspNetCore.Http.HttpResults;
using Talent.Matching.Ranking;
using Talent.Platform.Http;

namespace Talent.Matching.Features.Rankings;

/// <summary>The paging parameters of rankings.</summary>
static class RankedPaging
{
    /// <summary>The query they ask for, of one candidate when <paramref name="only"/> is given; a problem when they are not understood.</summary>
    public static ProblemHttpResult? Query(int? limit, string? after, TimeProvider clock, out RankQuery query, Guid? only = null)
    {
        query = new RankQuery(DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime))
        {
            Limit = limit ?? Cursors.DefaultLimit,
            Language = CultureInfo.CurrentUICulture.TwoLetterISOLanguageName,
            Only = only is { } wanted ? id => id == wanted : null,
        };
        if (Cursors.Check(limit, null) is { } wrong)
            return Problems.Invalid(wrong);
        if (string.IsNullOrEmpty(after))
            return null;
        if (!RankCursor.TryParse(after, out var cursor))
            return Problems.Invalid(Cursors.UnknownCursor());
        query = query with { After = cursor };
        return null;
    }
}

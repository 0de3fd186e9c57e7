using Talent.Contracts.Matching;

namespace Talent.Matching.Ranking;

/// <summary>A scored candidate; <typeparamref name="T"/> finds its facts again.</summary>
internal readonly record struct Scored<T>(Guid Id, bool Eligible, int Units, double Score, T Item)
{
    /// <summary>Those whom no rule blocks first, then the higher score, then the lower id: no two compare equal, so the
    /// order does not depend on how the pool was filled.</summary>
    public static int Compare(Scored<T> first, Scored<T> second)
    {
        if (first.Eligible != second.Eligible) return first.Eligible ? -1 : 1;
        if (first.Score != second.Score) return first.Score > second.Score ? -1 : 1;
        return first.Id.CompareTo(second.Id);
    }

    public bool IsAfter(RankCursor cursor) =>
        Compare(this, new Scored<T>(cursor.Id, cursor.Eligible, 0, cursor.Score, Item)) > 0;
}

/// <summary>A whole ranking, of which a page is explained.</summary>
internal static class RankedList
{
    public static RankedPage<RankedMatch> Page<T>(
        List<Scored<T>> scored, RankQuery query, string model, Func<Scored<T>, int, RankedMatch> explain)
    {
        if (query.Limit < 1) throw new ArgumentException("The limit must be 1 or more.", nameof(query));
        scored.Sort(Scored<T>.Compare);
        var from = query.After is null ? 0 : scored.FindIndex(candidate => candidate.IsAfter(query.After));
        if (from < 0) from = scored.Count;
        var to = Math.Min(scored.Count, from + query.Limit);
        var items = new List<RankedMatch>(to - from);
        for (var index = from; index < to; index++) items.Add(explain(scored[index], index + 1));
        var next = to < scored.Count && to > from ? CursorAt(scored[to - 1]) : null;
        return new RankedPage<RankedMatch>(
            model, items, scored.Count, scored.Count(candidate => candidate.Eligible), next?.ToString());
    }

    static RankCursor CursorAt<T>(Scored<T> last) => new(last.Eligible, last.Score, last.Id);
}

namespace Talent.Matching.Search;

/// <summary>Counts all hits and keeps the page's: the best ones after the cursor.</summary>
sealed class HitCollector(int limit, SortKey? after)
{
    static readonly Comparer<SortKey> WorstFirst = Comparer<SortKey>.Create((one, other) => other.CompareTo(one));

    readonly PriorityQueue<int, SortKey> page = new(limit + 1, WorstFirst);

    public int Total { get; private set; }

    public bool HasMore { get; private set; }

    public void Add(int slot, SortKey key)
    {
        Total++;
        if (after is { } last && key.CompareTo(last) <= 0)
            return;
        if (page.Count < limit)
        {
            page.Enqueue(slot, key);
            return;
        }
        HasMore = true;
        page.EnqueueDequeue(slot, key);
    }

    /// <summary>The page's hits in order. Empties the collector.</summary>
    public (int Slot, SortKey Key)[] TakePage()
    {
        var hits = new (int, SortKey)[page.Count];
        for (var i = hits.Length - 1; i >= 0; i--)
        {
            page.TryDequeue(out var slot, out var key);
            hits[i] = (slot, key);
        }
        return hits;
    }
}

namespace Talent.Matching.Ranking;

/// <summary>Keeps the best so many of any number of candidates: higher key first, then lower id. A heap with the worst
/// kept one on top, so that most candidates are turned away by one comparison.</summary>
internal sealed class TopCandidates<T>(int depth)
{
    readonly (int Key, Guid Id, T Item)[] _heap = new (int, Guid, T)[depth];
    int _count;

    public ReadOnlySpan<(int Key, Guid Id, T Item)> Kept => _heap.AsSpan(0, _count);

    /// <summary>False when a candidate with this key would certainly be turned away.</summary>
    public bool MayTake(int key) => _count < depth || (depth > 0 && key >= _heap[0].Key);

    public void Offer(int key, Guid id, T item)
    {
        if (_count < depth)
        {
            _heap[_count] = (key, id, item);
            Rise(_count++);
        }
        else if (depth > 0 && IsWorse(_heap[0].Key, _heap[0].Id, key, id))
        {
            _heap[0] = (key, id, item);
            Sink();
        }
    }

    static bool IsWorse(int key, Guid id, int thanKey, Guid thanId) =>
        key != thanKey ? key < thanKey : id.CompareTo(thanId) > 0;

    bool IsWorse(int first, int second) => IsWorse(_heap[first].Key, _heap[first].Id, _heap[second].Key, _heap[second].Id);

    void Rise(int at)
    {
        while (at > 0 && IsWorse(at, (at - 1) / 2))
        {
            (_heap[at], _heap[(at - 1) / 2]) = (_heap[(at - 1) / 2], _heap[at]);
            at = (at - 1) / 2;
        }
    }

    void Sink()
    {
        for (var at = 0; ;)
        {
            var worst = at;
            if ((at * 2) + 1 < _count && IsWorse((at * 2) + 1, worst)) worst = (at * 2) + 1;
            if ((at * 2) + 2 < _count && IsWorse((at * 2) + 2, worst)) worst = (at * 2) + 2;
            if (worst == at) return;
            (_heap[at], _heap[worst]) = (_heap[worst], _heap[at]);
            at = worst;
        }
    }
}

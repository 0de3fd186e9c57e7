namespace Talent.Matching.Search;

/// <summary>The slots of the documents that have a term, ascending. Changed only while no search runs.</summary>
sealed class Postings(int[] slots, int count)
{
    int[] slots = slots;
    int count = count;

    public int Count => count;

    /// <summary>A clock value of the last use, for eviction.</summary>
    public long Used { get; set; }

    public ReadOnlySpan<int> Slots => slots.AsSpan(0, count);

    public void Add(int slot)
    {
        var at = Array.BinarySearch(slots, 0, count, slot);
        if (at >= 0)
            return;
        if (count == slots.Length)
            Array.Resize(ref slots, Math.Max(4, count * 2));
        at = ~at;
        Array.Copy(slots, at, slots, at + 1, count - at);
        slots[at] = slot;
        count++;
    }

    public void Remove(int slot)
    {
        var at = Array.BinarySearch(slots, 0, count, slot);
        if (at < 0)
            return;
        count--;
        Array.Copy(slots, at + 1, slots, at, count - at);
    }
}

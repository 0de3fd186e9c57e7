namespace Talent.Matching.Ranking;

/// <summary>The rows that hold one skill, in ascending order, each with its hold. Append-only: one writer, any number
/// of readers without a lock.</summary>
internal sealed class PostingList
{
    PackedSkill[] _items = new PackedSkill[4];
    int _count;

    public void Add(PackedSkill posting)
    {
        var count = _count;
        if (count == _items.Length)
        {
            var larger = new PackedSkill[count + Math.Max(4, count / 2)];
            _items.CopyTo(larger, 0);
            Volatile.Write(ref _items, larger);
        }

        _items[count] = posting;
        Volatile.Write(ref _count, count + 1);
    }

    /// <summary>What has been added so far. The count is read before the array, so the array holds that many.</summary>
    public ReadOnlySpan<PackedSkill> Read()
    {
        var count = Volatile.Read(ref _count);
        return Volatile.Read(ref _items).AsSpan(0, count);
    }

    /// <summary>The index of the first posting of this row or a later one; the length when there is none.</summary>
    public static int FirstAtOrAfter(ReadOnlySpan<PackedSkill> postings, int row)
    {
        var (from, to) = (0, postings.Length);
        while (from < to)
        {
            var middle = (from + to) / 2;
            if (postings[middle].Number < row) from = middle + 1;
            else to = middle;
        }

        return from;
    }
}

using System.Numerics;

namespace Talent.Matching.Ranking;

/// <summary>The least retrieval keys with which a row can be among the best: of those whom no rule blocks, and of the
/// others.</summary>
internal readonly struct Reach(int eligible, int blocked)
{
    readonly Vector<int> _eligible = new(eligible);
    readonly Vector<int> _blocked = new(blocked);

    /// <summary>The first row from here on that can be; the number of rows when none can. Rows that cannot are passed over
    /// some at a time: mostly that is nearly all.</summary>
    public int Next(ReadOnlySpan<int> scores, int from)
    {
        var row = from;
        for (; row <= scores.Length - Vector<int>.Count; row += Vector<int>.Count)
        {
            if (!AdditiveScan.AnyReaches(new Vector<int>(scores[row..]), _eligible, _blocked)) continue;
            for (var lane = 0; lane < Vector<int>.Count; lane++)
                if (Includes(scores[row + lane])) return row + lane;
        }

        while (row < scores.Length && !Includes(scores[row])) row++;
        return row;
    }

    bool Includes(int score) =>
        AdditiveScan.RetrievalKey(score) >= (AdditiveScan.IsBlocked(score) ? blocked : eligible);
}

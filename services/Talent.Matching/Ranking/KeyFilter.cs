using System.Numerics;

namespace Talent.Matching.Ranking;

/// <summary>Finds the scores whose retrieval key is high enough, many at a time: most rows of a pool are passed over by
/// this alone.</summary>
/// <param name="eligible">The least key of a score that no rule blocks.</param>
/// <param name="blocked">The least key of a blocked one.</param>
internal readonly struct KeyFilter(int eligible, int blocked)
{
    /// <summary>The first index from <paramref name="from"/> on whose score is high enough; the length when none is.</summary>
    public int Next(ReadOnlySpan<int> scores, int from)
    {
        var index = from;
        for (; index <= scores.Length - Vector<int>.Count; index += Vector<int>.Count)
        {
            if (AnyPasses(new Vector<int>(scores[index..]))) break;
        }

        while (index < scores.Length && !Passes(scores[index])) index++;
        return index;
    }

    bool AnyPasses(Vector<int> scores)
    {
        var free = Vector.Equals(scores & new Vector<int>(AdditiveScan.BlockedBits), Vector<int>.Zero);
        var least = Vector.ConditionalSelect(free, new Vector<int>(eligible), new Vector<int>(blocked));
        return Vector.GreaterThanOrEqualAny(scores & new Vector<int>(AdditiveScan.KeyBits), least);
    }

    bool Passes(int score) =>
        AdditiveScan.RetrievalKey(score) >= (AdditiveScan.IsBlocked(score) ? blocked : eligible);
}

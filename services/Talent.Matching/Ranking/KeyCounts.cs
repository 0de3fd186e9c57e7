using System.Numerics;

namespace Talent.Matching.Ranking;

/// <summary>How many candidates, eligible or blocked, have a retrieval key of about so much.</summary>
/// <param name="maxUnits">The highest raw value that a job's features can add up to.</param>
internal sealed class KeyCounts(int maxUnits)
{
    const int StepBits = 10;
    const int Steps = 1 << StepBits;

    /// <summary>The binary logarithm of the units that fall into one step.</summary>
    readonly int _shift = Math.Max(0, BitOperations.Log2((uint)Math.Max(1, maxUnits)) + 1 - BitOperations.Log2(Steps));
    /// <summary>By <see cref="AdditiveScan.KindOf"/>.</summary>
    readonly int[] _counts = new int[4 * Steps];

    public void Add(int score) => _counts[(AdditiveScan.KindOf(score) << StepBits) + (AdditiveScan.UnitsOf(score) >> _shift)]++;

    public static KeyCounts Sum(ReadOnlySpan<KeyCounts> parts)
    {
        foreach (var part in parts[1..])
            for (var slot = 0; slot < part._counts.Length; slot++) parts[0]._counts[slot] += part._counts[slot];
        return parts[0];
    }

    /// <summary>The <paramref name="depth"/> best of one kind all have this key or a higher one; 0 when there are fewer.</summary>
    public int LeastKey(bool blocked, int depth)
    {
        var first = blocked ? 2 * Steps : 0;
        for (var slot = (2 * Steps) - 1; slot >= 0; slot--)
        {
            depth -= _counts[first + slot];
            if (depth <= 0) return AdditiveScan.Key(slot >= Steps, (slot % Steps) << _shift);
        }

        return 0;
    }
}

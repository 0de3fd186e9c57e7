using System.Text;

namespace Talent.Host.Demo;

/// <summary>Numbers that follow from a seed and a name alone: the same in every process and on every .NET version, and
/// undisturbed by what was drawn for another name.</summary>
/// <remarks>SplitMix64 (Steele, Lea, Flood: Fast splittable pseudorandom number generators, OOPSLA 2014), started from
/// the FNV-1a hash of the name. Never for secrets.</remarks>
sealed class DemoRandom
{
    ulong _state;

    public DemoRandom(int seed, string name)
    {
        _state = 14695981039346656037UL ^ (uint)seed;
        foreach (var letter in Encoding.UTF8.GetBytes(name))
            _state = (_state ^ letter) * 1099511628211UL;
    }

    /// <summary>From 0 up to, not including, 1.</summary>
    public double Fraction() => (NextBits() >> 11) * (1.0 / (1UL << 53));

    /// <summary>A whole number, both bounds included.</summary>
    public int Between(int least, int most) => least + (int)(NextBits() % (ulong)(most - least + 1));

    /// <summary>True in so many of a hundred cases.</summary>
    public bool Chance(int percent) => Between(0, 99) < percent;

    public T Pick<T>(IReadOnlyList<T> items) => items[Between(0, items.Count - 1)];

    /// <summary>One of the values, each as likely as the others.</summary>
    public T OneOf<T>(params ReadOnlySpan<T> values) => values[Between(0, values.Length - 1)];

    /// <summary>One of the values, each as likely as its weight is large.</summary>
    public T Weighted<T>(params ReadOnlySpan<(int Weight, T Value)> options)
    {
        var sum = 0;
        foreach (var (weight, _) in options)
            sum += weight;
        var draw = Between(0, sum - 1);
        foreach (var (weight, value) in options)
        {
            if (draw < weight)
                return value;
            draw -= weight;
        }
        throw new ArgumentException("No option has a weight.", nameof(options));
    }

    /// <summary>The items in a random order.</summary>
    public T[] Shuffled<T>(IEnumerable<T> items)
    {
        T[] deck = [.. items];
        for (var last = deck.Length - 1; last > 0; last--)
        {
            var other = Between(0, last);
            (deck[last], deck[other]) = (deck[other], deck[last]);
        }
        return deck;
    }

    ulong NextBits()
    {
        _state += 0x9E3779B97F4A7C15UL;
        var bits = _state;
        bits = (bits ^ (bits >> 30)) * 0xBF58476D1CE4E5B9UL;
        bits = (bits ^ (bits >> 27)) * 0x94D049BB133111EBUL;
        return bits ^ (bits >> 31);
    }
}

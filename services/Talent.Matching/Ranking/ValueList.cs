using System.Collections;

namespace Talent.Matching.Ranking;

/// <summary>A short immutable list that equals another with the same items in the same order, so that profiles which
/// say the same share one copy.</summary>
internal sealed class ValueList<T>(T[] items) : IReadOnlyList<T>, IEquatable<ValueList<T>>
{
    public static readonly ValueList<T> Empty = new([]);

    readonly T[] _items = items;

    public int Count => _items.Length;

    public T this[int index] => _items[index];

    public ReadOnlySpan<T> Span => _items;

    public bool Contains(T item) => Array.IndexOf(_items, item) >= 0;

    public bool Equals(ValueList<T>? other) => other is not null && _items.AsSpan().SequenceEqual(other._items);

    public override bool Equals(object? obj) => Equals(obj as ValueList<T>);

    public override int GetHashCode()
    {
        var hash = new HashCode();
        foreach (var item in _items) hash.Add(item);
        return hash.ToHashCode();
    }

    public IEnumerator<T> GetEnumerator() => ((IEnumerable<T>)_items).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => _items.GetEnumerator();
}

internal static class ValueList
{
    /// <summary>The distinct items in ordinal order: equal sets give equal lists.</summary>
    public static ValueList<string> OfSet(IEnumerable<string> items)
    {
        var sorted = items.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToArray();
        return sorted.Length == 0 ? ValueList<string>.Empty : new ValueList<string>(sorted);
    }

    public static ValueList<T> Of<T>(IReadOnlyList<T> items) =>
        items.Count == 0 ? ValueList<T>.Empty : new ValueList<T>([.. items]);
}

namespace Talent.Matching.Ranking;

/// <summary>Gives each distinct value a small number, from 0. Grows only. One writer at a time (the pool's lock);
/// readers need no lock: a number that they found in a published row is readable.</summary>
internal sealed class Interner<T> where T : notnull
{
    readonly Dictionary<T, int> _numbers = [];
    T[] _values = new T[16];

    public int Count => _numbers.Count;

    public T this[int number] => Volatile.Read(ref _values)[number];

    public int Intern(T value)
    {
        if (_numbers.TryGetValue(value, out var known)) return known;
        var number = _numbers.Count;
        if (number == _values.Length)
        {
            var larger = new T[number * 2];
            _values.CopyTo(larger, 0);
            larger[number] = value;
            Volatile.Write(ref _values, larger);
        }
        else
        {
            _values[number] = value;
        }

        _numbers.Add(value, number);
        return number;
    }
}

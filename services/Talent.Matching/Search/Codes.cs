using System.Collections.Concurrent;

namespace Talent.Matching.Search;

/// <summary>Small numbers for strings that repeat (countries, languages, concept URIs …), kept with the index, so that
/// packed facts stay readable whatever the taxonomy's version.</summary>
sealed class Codes
{
    /// <summary>Stands for a string that no document has.</summary>
    public const int None = -1;

    readonly ConcurrentDictionary<string, int> codes = new(StringComparer.Ordinal);
    string[] values = [];
    int saved;

    public int Count { get; private set; }

    public string this[int code] => values[code];

    public int Find(string? value) => value is not null && codes.TryGetValue(value, out var code) ? code : None;

    /// <summary>The code of the string, a new one if need be; only for the writer.</summary>
    public int Intern(string? value)
    {
        if (value is null)
            return None;
        if (codes.TryGetValue(value, out var code))
            return code;
        if (Count == values.Length)
            Array.Resize(ref values, Math.Max(64, Count * 2));
        values[Count] = value;
        codes[value] = Count;
        return Count++;
    }

    /// <summary>Writes what is new. Call <see cref="Saved"/> after the commit, so that an abandoned batch's codes are written with the next.</summary>
    public void Save(IndexWriter writer)
    {
        for (var code = saved; code < Count; code++)
            writer.AddCode(code, values[code]);
    }

    public void Saved() => saved = Count;

    public void Load(IndexWriter writer)
    {
        writer.Each("SELECT value FROM code ORDER BY code", row => Intern(row.GetString(0)));
        Saved();
    }
}

namespace Talent.Matching.Ranking;

/// <summary>An occupation as ranking compares it.</summary>
/// <param name="Key">The concept's URI, or the folded text when no concept matches.</param>
/// <param name="Ordinal">The concept's place in the taxonomy that this process has loaded; -1 for a text.</param>
internal readonly record struct Occupation(string Key, int Ordinal)
{
    public static Occupation Of(string key) => new(key, Concepts.Ordinal(key));
}

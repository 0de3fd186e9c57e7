using Talent.Taxonomy;
using Talent.Taxonomy.Text;

namespace Talent.Matching.Ranking;

/// <summary>What ranking asks of the taxonomy.</summary>
internal static class Concepts
{
    /// <summary>A job title below this names no occupation for sure.</summary>
    const double SureOfTitle = 0.9;

    /// <summary>Two occupations of one ISCO-08 unit group are at least this near.</summary>
    const float SameUnitGroup = 0.7f;

    /// <summary>Different occupations are at most this near, however many skills they share.</summary>
    const float NotTheSame = 0.8f;

    static readonly Taxonomy.Taxonomy Known = Taxonomy.Taxonomy.Default;
    static readonly Lazy<float[][]> Nearness = new(ComputeNearness);

    /// <summary>The form in which texts that no concept matches are compared.</summary>
    public static string Fold(string text) => TextAnalysis.Fold(text).Trim();

    /// <summary>The concept's label in the reader's language; null when the taxonomy does not know the URI.</summary>
    public static string? Label(string? uri, string language) => uri is null ? null : Known.Find(uri)?.Label(language);

    /// <summary>The field of work of an occupation; null when the taxonomy does not know the URI.</summary>
    public static string? Field(string? uri) => uri is null ? null : Known.Find(uri)?.Field;

    /// <summary>The URI of the occupation that a job title names; null when none is named for sure.</summary>
    public static string? OccupationOf(string title) =>
        Known.Normalise(title, ConceptKind.Occupation) is { Confidence: >= SureOfTitle } match ? match.Concept.Uri : null;

    /// <summary>How near two occupations are: 1 the same; otherwise the share of essential skills that they have in common
    /// (of all that either needs), more within one ISCO-08 unit group; texts that no concept matches are near only to
    /// themselves.</summary>
    public static double Relatedness(Occupation first, Occupation second) => Relatedness(first, second, NearnessTo(second));

    /// <summary>The same, for whoever compares many with one.</summary>
    /// <param name="nearnessToSecond"><see cref="NearnessTo"/> of the second.</param>
    public static double Relatedness(Occupation first, Occupation second, ReadOnlySpan<float> nearnessToSecond) =>
        (uint)first.Ordinal < (uint)nearnessToSecond.Length ? nearnessToSecond[first.Ordinal]
        : string.Equals(first.Key, second.Key, StringComparison.Ordinal) ? 1 : 0;

    /// <summary>How near all concepts are to an occupation, by ordinal; empty for one that the taxonomy does not know.</summary>
    public static float[] NearnessTo(Occupation occupation) => occupation.Ordinal < 0 ? [] : Nearness.Value[occupation.Ordinal];

    /// <summary>The concept's place in <see cref="NearnessTo"/>; -1 when the taxonomy does not know the URI.</summary>
    public static int Ordinal(string uri) => Known.Find(uri)?.Ordinal ?? -1;

    static float[][] ComputeNearness()
    {
        var nearness = new float[Known.Concepts.Count][];
        Array.Fill(nearness, []);
        var occupations = Known.Concepts.Where(concept => concept.Kind == ConceptKind.Occupation).ToArray();
        foreach (var first in occupations)
        {
            nearness[first.Ordinal] = new float[Known.Concepts.Count];
            foreach (var second in occupations) nearness[first.Ordinal][second.Ordinal] = NearnessOf(first, second);
        }

        return nearness;
    }

    static float NearnessOf(Concept first, Concept second)
    {
        if (first == second) return 1;
        var both = first.EssentialSkills.Intersect(second.EssentialSkills).Count();
        var either = first.EssentialSkills.Count + second.EssentialSkills.Count - both;
        var shared = either == 0 ? 0 : NotTheSame * both / either;
        return string.Equals(first.Isco, second.Isco, StringComparison.Ordinal) ? Math.Max(SameUnitGroup, shared) : shared;
    }
}

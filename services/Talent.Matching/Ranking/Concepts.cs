using Talent.Taxonomy.Text;

namespace Talent.Matching.Ranking;

/// <summary>What ranking asks of the taxonomy.</summary>
internal static class Concepts
{
    /// <summary>The form in which texts that no concept matches are compared.</summary>
    public static string Fold(string text) => TextAnalysis.Fold(text).Trim();

    /// <summary>The concept's label in the reader's language; null when the taxonomy does not know the URI.</summary>
    public static string? Label(string? uri, string language) => null;

    /// <summary>The field of an occupation or a skill; null when the taxonomy does not know the URI.</summary>
    public static string? Field(string? uri) => null;

    /// <summary>How near two occupations are, 0 to 1.</summary>
    public static double Relatedness(string first, string second) =>
        string.Equals(first, second, StringComparison.Ordinal) ? 1 : 0;

    /// <summary>The occupation that a job title names; null when none does.</summary>
    public static string? OccupationOf(string title) => null;
}

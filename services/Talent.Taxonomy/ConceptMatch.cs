namespace Talent.Taxonomy;

/// <summary>A concept found for a text.</summary>
/// <param name="Concept">The concept.</param>
/// <param name="Confidence">
/// From 0 to 1. 1: a URI or a label letter by letter after folding; 0.97: but for spaces and hyphens; 0.95: the same words in another order
/// or inflection; below 0.9: similar, the score of the comparison.
/// </param>
/// <param name="Label">The label that matched; from <see cref="Taxonomy.Suggest"/> the one to show in the person's language.</param>
public readonly record struct ConceptMatch(Concept Concept, double Confidence, string Label);

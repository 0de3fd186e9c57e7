namespace Talent.Taxonomy;

/// <summary>What a concept is: something a person can do, or an occupation that a person can have.</summary>
public enum ConceptKind
{
    Skill,
    Occupation,
}

/// <summary>One skill or occupation of the taxonomy. Immutable; two concepts of the same taxonomy are equal when they are the same object.</summary>
public sealed class Concept
{
    private readonly string[][] _labels;

    internal Concept(string uri, ConceptKind kind, string? isco, string field, string[][] labels, int ordinal)
    {
        Uri = uri;
        Kind = kind;
        Isco = isco;
        Field = field;
        _labels = labels;
        Ordinal = ordinal;
    }

    /// <summary>Stable identifier, for example <c>urn:talent:skill:plc-programming</c>.</summary>
    public string Uri { get; }

    public ConceptKind Kind { get; }

    /// <summary>For an occupation its ISCO-08 unit group (four digits); null for a skill.</summary>
    public string? Isco { get; }

    /// <summary>The field of work, for example <c>intelligent-manufacturing</c>; <c>transversal</c> for what every field needs.</summary>
    public string Field { get; }

    /// <summary>Dense index: <c>taxonomy.Concepts[concept.Ordinal] == concept</c>. Differs between versions, so never store it.</summary>
    public int Ordinal { get; }

    /// <summary>For an occupation the skills it cannot do without; empty for a skill.</summary>
    public IReadOnlyList<Concept> EssentialSkills { get; internal set; } = [];

    /// <summary>For an occupation the skills that help; empty for a skill.</summary>
    public IReadOnlyList<Concept> OptionalSkills { get; internal set; } = [];

    /// <summary>For a skill the occupations that cannot do without it; empty for an occupation.</summary>
    public IReadOnlyList<Concept> EssentialFor { get; internal set; } = [];

    /// <summary>For a skill the occupations that it helps; empty for an occupation.</summary>
    public IReadOnlyList<Concept> OptionalFor { get; internal set; } = [];

    /// <summary>The preferred label in a language (BCP 47; only the primary subtag counts), in English when there is none.</summary>
    public string Label(string language)
    {
        var labels = LabelsIn(language);
        return labels.Count > 0 ? labels[0] : _labels[Languages.English][0];
    }

    /// <summary>The preferred label and then the synonyms in a language; empty when the language is not covered.</summary>
    public IReadOnlyList<string> LabelsIn(string language)
    {
        var index = Languages.IndexOf(language);
        return index < 0 ? [] : _labels[index];
    }

    /// <inheritdoc />
    public override string ToString() => Uri;
}

using System.Globalization;
using Talent.Contracts.Jobs;
using Talent.Contracts.Matching;
using Talent.Taxonomy;

namespace Talent.Matching.Search;

/// <summary>A document on the page, as it was found.</summary>
/// <param name="Document">UTF-8 JSON.</param>
/// <param name="Concepts">The query's concepts that it has.</param>
readonly record struct FoundDocument(byte[] Document, double Score, IReadOnlyList<QueryConcept> Concepts);

/// <summary>Turns found documents into what the reader is shown, in the reader's language.</summary>
sealed class HitWriting(SearchText text, CultureInfo culture)
{
    readonly string language = culture.TwoLetterISOLanguageName;
    readonly Dictionary<string, Highlighter> highlighters = new(StringComparer.Ordinal);

    public IReadOnlyList<ConceptLabel> Understood { get; } = [.. text.Concepts.Select(concept => new ConceptLabel(
        concept.Concept.Uri, KindOf(concept.Concept), concept.Concept.Label(culture.TwoLetterISOLanguageName), concept.Label))];

    /// <summary>The kind as the interface names it.</summary>
    public static string KindOf(Concept concept) => concept.Kind == ConceptKind.Skill ? "skill" : "occupation";

    public IReadOnlyList<string> Labels(FoundDocument found) =>
        [.. found.Concepts.Select(concept => concept.Concept.Label(language))];

    public JobHit Of(JobNeed job, FoundDocument found)
    {
        var highlighter = HighlighterFor(job.Language);
        return new(
            JobSummaries.Of(job, language), found.Score,
            new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["title"] = highlighter.Fragment(job.Title),
                ["description"] = highlighter.Fragment(job.Description),
            },
            Labels(found));
    }

    Highlighter HighlighterFor(string textLanguage)
    {
        if (!highlighters.TryGetValue(textLanguage, out var highlighter))
        {
            var primary = textLanguage.Split('-', '_')[0];
            highlighters[textLanguage] = highlighter = new(text, text.Concepts.Select(concept => concept.Concept.Label(primary)));
        }
        return highlighter;
    }
}

using Talent.Taxonomy;
using Talent.Taxonomy.Text;
using Catalogue = Talent.Taxonomy.Taxonomy;

namespace Talent.Matching.Search;

/// <summary>A query as it was understood: its terms, and the concepts that it names in any language.</summary>
/// <param name="Written">True when something was asked for, even if no searchable term is in it.</param>
/// <param name="LastIsPrefix">True when the last term may go on: nothing separates it from the end of the query.</param>
sealed record SearchText(
    bool Written, IReadOnlyList<string> Terms, bool LastIsPrefix, IReadOnlyList<QueryConcept> Concepts)
{
    /// <summary>Terms beyond these are ignored: their bits would not fit, and no reader writes so many.</summary>
    const int MostTerms = 24;
    const int MostConcepts = 8;
    /// <summary>A single letter begins too many words to be worth completing, a single ideograph does not.</summary>
    const char FirstIdeograph = '\u2E80';

    public static readonly SearchText Empty = new(false, [], false, []);

    public static SearchText Read(string? query, Catalogue taxonomy)
    {
        if (string.IsNullOrWhiteSpace(query))
            return Empty;
        var tokens = TextAnalysis.Analyze(query);
        var terms = tokens.Select(token => TermBag.Storable(token.Term)).OfType<string>()
            .Distinct(StringComparer.Ordinal).Take(MostTerms).ToList();
        var concepts = taxonomy.Annotate(query)
            .GroupBy(match => match.Concept.Uri, StringComparer.Ordinal)
            .Select(group => group.MaxBy(match => match.Confidence))
            .OrderByDescending(match => match.Confidence).Take(MostConcepts)
            .Select(match => new QueryConcept(match.Concept, match.Confidence, match.Label, Covered(match.Label, terms)))
            .ToList();
        var open = tokens.Count > 0 && terms.Count > 0
            && string.Equals(tokens[^1].Term, terms[^1], StringComparison.Ordinal)
            && tokens[^1].Start + tokens[^1].Length >= query.Length
            && (terms[^1].Length > 1 || terms[^1][0] >= FirstIdeograph);
        return new(true, terms, open, concepts);
    }

    /// <summary>The bits of the terms that the label explains: who has the concept need not have these words.</summary>
    static int Covered(string label, List<string> terms)
    {
        var bits = 0;
        foreach (var token in TextAnalysis.Analyze(label))
        {
            var at = terms.IndexOf(token.Term);
            if (at >= 0)
                bits |= 1 << at;
        }
        return bits == 0 ? ~0 : bits;
    }
}

/// <summary>A concept named in a query.</summary>
/// <param name="Confidence">0 to 1, from the taxonomy.</param>
/// <param name="Label">The label or synonym that matched.</param>
/// <param name="Covers">A bit for each term of the query that the concept stands for; all bits when none is its own.</param>
sealed record QueryConcept(Concept Concept, double Confidence, string Label, int Covers);

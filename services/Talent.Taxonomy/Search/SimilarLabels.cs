using Talent.Taxonomy.Text;

namespace Talent.Taxonomy.Search;

/// <summary>A label compared with a query.</summary>
/// <param name="Label">The label.</param>
/// <param name="Score">How similar they are, from 0 to 1.</param>
/// <param name="QueryCovered">The part of the query's weight that the label has, from 0 to 1.</param>
/// <param name="LabelCovered">The part of the label's weight that the query has, from 0 to 1.</param>
internal readonly record struct ScoredLabel(Label Label, float Score, float QueryCovered, float LabelCovered);

/// <summary>
/// Compares a text with every label that shares a term with it. The score is the Dice coefficient of the two sets of terms, weighted by
/// rarity (inverse document frequency), with misspelt words counted at their similarity; one tenth of it is the Dice
/// coefficient of character bigrams, which orders labels of equal terms.
/// </summary>
internal sealed class SimilarLabels(LabelIndex index, SpellingIndex spelling)
{
    private const int MostFinalists = 24;
    private const int MostSharing = 3;
    private const int ShortestRespelt = 5;
    private const float Least = 0.66f;
    private const float LeastWhenAlone = 0.5f;
    private const float NoiseWeight = 0.12f;

    // A bigram that no label has is most often two words meeting, not a word of its own.
    private const float UnknownBigramWeight = 0.5f;

    [ThreadStatic]
    private static float[]? _scratch;

    /// <summary>The best label of each concept, best first.</summary>
    internal List<ScoredLabel> Rank(string folded, List<Token> tokens, ConceptKind? kind, int limit, float least) =>
        OnePerConcept(Finalists(folded, Compare(Distinct(tokens), kind, least - 0.1f, respell: false)), limit, least);

    /// <summary>
    /// The one label that the text can be taken for, or null. Terms that many concepts share ("engineer") decide for none of
    /// them, however short a label is; terms that only one concept has together decide sooner.
    /// </summary>
    internal ScoredLabel? Best(string folded, List<Token> tokens, ConceptKind kind)
    {
        var terms = Distinct(tokens);
        // A misspelt word may be a word of another language ("suport"), so what found nothing is tried with every word respelt.
        return Best(folded, terms, kind, respell: false) ?? Best(folded, terms, kind, respell: true);
    }

    private ScoredLabel? Best(string folded, List<string> terms, ConceptKind kind, bool respell)
    {
        var compared = Compare(terms, kind, LeastWhenAlone - 0.1f, respell);
        var covering = new HashSet<Concept>();
        foreach (var candidate in compared)
            if (candidate.QueryCovered > 0.999f) covering.Add(candidate.Label.Concept);
        var finalists = Finalists(folded, compared);
        if (finalists.Count == 0) return null;
        var best = finalists[0];
        if (covering.Count > MostSharing && best.LabelCovered < 0.75f) return null;
        var alone = terms.Count > 1 && covering.Count == 1 && covering.Contains(best.Label.Concept);
        return best.Score >= (alone ? LeastWhenAlone : Least) ? best : null;
    }

    private List<ScoredLabel> Compare(List<string> terms, ConceptKind? kind, float least, bool respell)
    {
        var scores = _scratch is { } kept && kept.Length >= index.Labels.Length * 2 ? kept : _scratch = new float[index.Labels.Length * 2];
        var touched = new List<int>();
        var total = 0f;
        foreach (var term in terms) total += Accumulate(term, respell, scores, touched);
        var candidates = new List<ScoredLabel>();
        foreach (var number in touched)
        {
            var (ofQuery, ofLabel, weight) = (scores[number * 2], scores[(number * 2) + 1], index.Weight(number));
            scores[number * 2] = scores[(number * 2) + 1] = 0;
            if (kind is not null && index.Kinds[number] != kind) continue;
            var score = (ofQuery + ofLabel) / (total + weight);
            if (score >= least || ofQuery >= total)
                candidates.Add(new ScoredLabel(index.Labels[number], score, ofQuery / total, ofLabel / weight));
        }

        return candidates;
    }

    private static List<ScoredLabel> Finalists(string folded, List<ScoredLabel> candidates)
    {
        candidates.Sort(BestFirst);
        var finalists = candidates.GetRange(0, Math.Min(MostFinalists, candidates.Count));
        for (var i = 0; i < finalists.Count; i++)
            finalists[i] = finalists[i] with { Score = (0.9f * finalists[i].Score) + (0.1f * Bigrams(folded, finalists[i].Label.Folded)) };
        finalists.Sort(BestFirst);
        return finalists;
    }

    /// <summary>Adds what a term of the query is worth to each label that has it; returns its weight in the query.</summary>
    private float Accumulate(string term, bool respell, float[] scores, List<int> touched)
    {
        var known = index.NumberOf(term);
        var factor = QueryNoise.IsNoise(term) ? NoiseWeight : known < 0 && IsBigram(term) ? UnknownBigramWeight : 1f;
        var likely = known < 0 || (respell && term.Length >= ShortestRespelt) ? spelling.Candidates(term) : [];
        // A recognised misspelling weighs what the word itself would.
        var weight = factor * index.Rarity(known < 0 && likely.Count > 0 ? likely[0].Term : known);
        if (known >= 0) Add(known, 1);
        foreach (var (candidate, similarity) in likely) Add(candidate, similarity);
        return weight;

        void Add(int number, float similarity)
        {
            var (ofQuery, ofLabel) = (weight * similarity, index.Rarity(number) * similarity);
            foreach (var label in index.Postings(number))
            {
                if (scores[label * 2] == 0) touched.Add(label);
                scores[label * 2] += ofQuery;
                scores[(label * 2) + 1] += ofLabel;
            }
        }
    }

    private static bool IsBigram(string term) => term[0] is >= '\u0E00' and <= '\u0EFF' or >= '\u3040' and <= '\u9FFF';

    private static List<string> Distinct(List<Token> tokens)
    {
        var terms = new List<string>(tokens.Count);
        foreach (var token in tokens)
            if (!terms.Contains(token.Term)) terms.Add(token.Term);
        return terms;
    }

    private static List<ScoredLabel> OnePerConcept(List<ScoredLabel> labels, int limit, float least)
    {
        var best = new List<ScoredLabel>(Math.Min(limit, labels.Count));
        foreach (var label in labels)
        {
            if (best.Count >= limit || label.Score < least) break;
            if (!best.Exists(other => other.Label.Concept == label.Label.Concept)) best.Add(label);
        }

        return best;
    }

    private static int BestFirst(ScoredLabel one, ScoredLabel other)
    {
        var byScore = other.Score.CompareTo(one.Score);
        if (byScore != 0) return byScore;
        var byPreference = other.Label.Preferred.CompareTo(one.Label.Preferred);
        return byPreference != 0 ? byPreference : one.Label.Concept.Ordinal.CompareTo(other.Label.Concept.Ordinal);
    }

    private static float Bigrams(string one, string other)
    {
        if (one.Length < 2 || other.Length < 2) return 0;
        Span<uint> ofOne = one.Length <= 256 ? stackalloc uint[one.Length - 1] : new uint[one.Length - 1];
        Span<uint> ofOther = other.Length <= 256 ? stackalloc uint[other.Length - 1] : new uint[other.Length - 1];
        Fill(one, ofOne);
        Fill(other, ofOther);
        int i = 0, j = 0, shared = 0;
        while (i < ofOne.Length && j < ofOther.Length)
        {
            if (ofOne[i] == ofOther[j]) shared++;
            var step = ofOne[i].CompareTo(ofOther[j]);
            if (step <= 0) i++;
            if (step >= 0) j++;
        }

        return 2f * shared / (ofOne.Length + ofOther.Length);
    }

    private static void Fill(string text, Span<uint> bigrams)
    {
        for (var i = 0; i < bigrams.Length; i++) bigrams[i] = ((uint)text[i] << 16) | text[i + 1];
        bigrams.Sort();
    }
}

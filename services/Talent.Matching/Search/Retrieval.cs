using System.Buffers;

namespace Talent.Matching.Search;

/// <summary>The slots that answer a query's text, with their relevance. Dispose returns the arrays.</summary>
/// <remarks>
/// The relevance is BM25F (Robertson, Zaragoza, Taylor: Simple BM25 extension to multiple weighted fields, 2004) with presence
/// in a field in place of the frequency, so that repeating a word does not help:
/// Σ idf(t) · w(t,d)·(k₁+1) / (w(t,d)+k₁), w = Σ weights of the fields that have t, divided by 1 − b + b·length/average.
/// A concept counts like a term of the fields skill required, occupation, skill preferred, mentioned in the text, times its confidence.
/// </remarks>
sealed class Retrieval : IDisposable
{
    const float K1 = 1.2f;
    const float B = 0.3f;
    /// <summary>With fewer documents that have all terms, those with some of the terms are taken in.</summary>
    const int Few = 5;
    const float PrefixShare = 0.4f;
    const float NameWeight = 4f;

    static readonly (char Field, float Weight)[] TextFields =
        [(Field.Title, 3f), (Field.Skills, 2f), (Field.Organisation, 1.5f), (Field.Body, 1f)];
    static readonly (char Field, float Weight)[] ConceptFields =
        [(Field.RequiredConcept, 6f), (Field.OccupationConcept, 6f), (Field.PreferredConcept, 4f), (Field.MentionedConcept, 2.5f)];

    readonly float[] scores;
    readonly float[] weights;
    readonly int[] satisfied;
    readonly int[] touched;
    readonly int[] clause;
    readonly int documents;
    int touchedCount;
    int clauseCount;

    Retrieval(int end, int documents)
    {
        this.documents = documents;
        scores = ArrayPool<float>.Shared.Rent(end);
        weights = ArrayPool<float>.Shared.Rent(end);
        satisfied = ArrayPool<int>.Shared.Rent(end);
        touched = ArrayPool<int>.Shared.Rent(end);
        clause = ArrayPool<int>.Shared.Rent(end);
        scores.AsSpan(0, end).Clear();
        weights.AsSpan(0, end).Clear();
        satisfied.AsSpan(0, end).Clear();
    }

    public ReadOnlySpan<int> Slots => touched.AsSpan(0, touchedCount);

    public float Score(int slot) => scores[slot];

    /// <param name="mayName">In which slots the reader may search for names; null: in none.</param>
    public static Retrieval Run<TFacts>(IndexReader reader, Shelf<TFacts> shelf, SearchText text, Func<int, bool>? mayName = null)
        where TFacts : class, IFacts
    {
        var retrieval = new Retrieval(shelf.End, shelf.Count);
        var perWord = B / (float)shelf.AverageLength;
        for (var i = 0; i < text.Terms.Count; i++)
        {
            var prefix = text.LastIsPrefix && i == text.Terms.Count - 1;
            foreach (var (field, weight) in TextFields)
                retrieval.CollectTerm(reader, shelf.Terms, field + text.Terms[i], weight, prefix);
            if (mayName is not null)
                retrieval.CollectTerm(reader, shelf.Terms, Field.Name + text.Terms[i], NameWeight, prefix, mayName);
            retrieval.EndClause(1 << i, 1, shelf.Lengths, perWord);
        }
        foreach (var concept in text.Concepts)
        {
            foreach (var (field, weight) in ConceptFields)
                retrieval.Collect(shelf.Terms.Find(reader, field + concept.Concept.Uri.ToLowerInvariant()), weight);
            retrieval.EndClause(concept.Covers, (float)concept.Confidence, [], 0);
        }
        retrieval.KeepComplete((1 << text.Terms.Count) - 1);
        return retrieval;
    }

    /// <summary>True when the document in the slot has the concept, asked for, claimed or mentioned.</summary>
    public static bool Has(IndexReader reader, TermIndex terms, int slot, QueryConcept concept)
    {
        foreach (var (field, _) in ConceptFields)
        {
            if (terms.Find(reader, field + concept.Concept.Uri.ToLowerInvariant()).Slots.BinarySearch(slot) >= 0)
                return true;
        }
        return false;
    }

    void CollectTerm(
        IndexReader reader, TermIndex terms, string term, float weight, bool prefix, Func<int, bool>? only = null)
    {
        Collect(terms.Find(reader, term), weight, only);
        if (prefix)
            Collect(terms.Find(reader, term, prefix: true), weight * PrefixShare, only);
    }

    void Collect(Postings postings, float weight, Func<int, bool>? only = null)
    {
        foreach (var slot in postings.Slots)
        {
            if (only?.Invoke(slot) == false)
                continue;
            if (weights[slot] == 0)
                clause[clauseCount++] = slot;
            weights[slot] += weight;
        }
    }

    /// <param name="lengths">By which weights are divided; none: they stand as they are.</param>
    void EndClause(int bits, float share, ReadOnlySpan<int> lengths, float perWord)
    {
        var idf = share * MathF.Log(1 + ((documents - clauseCount + 0.5f) / (clauseCount + 0.5f)));
        for (var i = 0; i < clauseCount; i++)
        {
            var slot = clause[i];
            if (satisfied[slot] == 0)
                touched[touchedCount++] = slot;
            var weight = lengths.IsEmpty ? weights[slot] : weights[slot] / (1 - B + (lengths[slot] * perWord));
            weights[slot] = 0;
            scores[slot] += idf * weight * (K1 + 1) / (weight + K1);
            satisfied[slot] |= bits;
        }
        clauseCount = 0;
    }

    void KeepComplete(int all)
    {
        var complete = 0;
        for (var i = 0; i < touchedCount; i++)
        {
            if ((satisfied[touched[i]] & all) == all)
                complete++;
        }
        if (complete < Few)
            return;
        var kept = 0;
        for (var i = 0; i < touchedCount; i++)
        {
            if ((satisfied[touched[i]] & all) == all)
                touched[kept++] = touched[i];
        }
        touchedCount = kept;
    }

    public void Dispose()
    {
        ArrayPool<float>.Shared.Return(scores);
        ArrayPool<float>.Shared.Return(weights);
        ArrayPool<int>.Shared.Return(satisfied);
        ArrayPool<int>.Shared.Return(touched);
        ArrayPool<int>.Shared.Return(clause);
    }
}

using System.Collections.Concurrent;

namespace Talent.Matching.Search;

/// <summary>The terms of one kind of document: an FTS5 table on disk, and in memory the postings of the terms in use.</summary>
/// <remarks>FTS5's own bm25() costs about 3 µs per hit, too much for terms that a fifth of 100,000 profiles have; so FTS5
/// gives the postings of a term once, memory keeps them up to date from then on, and the scoring is ours. The
/// table is contentless, without positions and columns: our analysis marks each term with its field.</remarks>
sealed class TermIndex(DocumentKind kind)
{
    /// <summary>Slots kept in memory over all terms, 4 bytes each; beyond, the terms used least recently go.</summary>
    const int Budget = 24_000_000;

    /// <summary>A posting list this long is worth reading ahead of the first search.</summary>
    const int WorthWarming = 200;

    readonly ConcurrentDictionary<string, Postings> hot = new(StringComparer.Ordinal);
    readonly ConcurrentDictionary<string, byte> prefixes = new(StringComparer.Ordinal);
    readonly Lock eviction = new();
    long clock;
    long held;

    /// <summary>How many slots the postings in memory hold.</summary>
    public long Held => Interlocked.Read(ref held);

    /// <summary>The postings of a term, or of all terms that begin with it.</summary>
    public Postings Find(IndexReader reader, string term, bool prefix = false)
    {
        var key = prefix ? term + "*" : term;
        // Exact terms never end with a lone asterisk: the analysis drops punctuation.
        var postings = hot.GetOrAdd(key, static (_, load) => load.index.Load(load.reader, load.term, load.prefix),
            (index: this, reader, term, prefix));
        postings.Used = Interlocked.Increment(ref clock);
        if (Held > Budget)
            Evict();
        return postings;
    }

    /// <summary>The terms whose postings are worth reading before the first search, most frequent first.</summary>
    public IReadOnlyList<string> WorthReadingAhead(IndexReader reader) => reader.FrequentTerms(kind, WorthWarming);

    /// <summary>Reads postings ahead; nothing when memory is half full already.</summary>
    public void ReadAhead(IndexReader reader, IEnumerable<string> terms)
    {
        foreach (var term in terms.TakeWhile(_ => Held <= Budget / 2))
            Find(reader, term);
    }

    /// <summary>Brings the postings in memory up to date; only while no search runs.</summary>
    public void Publish(int slot, IEnumerable<string> removed, IEnumerable<string> added)
    {
        foreach (var term in removed)
            Touch(term, postings => postings.Remove(slot));
        foreach (var term in added)
            Touch(term, postings => postings.Add(slot));
    }

    void Touch(string term, Action<Postings> change)
    {
        if (hot.TryGetValue(term, out var postings))
        {
            var before = postings.Count;
            change(postings);
            Interlocked.Add(ref held, postings.Count - before);
        }
        // What a prefix stands for cannot be told from one term: read it again when asked for.
        for (var length = 1; length <= term.Length; length++)
        {
            if (prefixes.TryRemove(term[..length], out _) && hot.TryRemove(term[..length] + "*", out var stale))
                Interlocked.Add(ref held, -stale.Count);
        }
    }

    Postings Load(IndexReader reader, string term, bool prefix)
    {
        var quoted = "\"" + term.Replace("\"", "\"\"", StringComparison.Ordinal) + "\"";
        if (prefix)
            prefixes.TryAdd(term, 0);
        var slots = reader.Match(kind, prefix ? quoted + " *" : quoted);
        Interlocked.Add(ref held, slots.Count);
        return new([.. slots], slots.Count);
    }

    // A search that still reads an evicted list keeps it: lists change only while no search runs.
    void Evict()
    {
        lock (eviction)
        {
            if (Held <= Budget)
                return;
            foreach (var (key, _) in hot.OrderBy(entry => entry.Value.Used).ToList())
            {
                if (Held < Budget / 2)
                    return;
                if (hot.TryRemove(key, out var removed))
                    Interlocked.Add(ref held, -removed.Count);
            }
        }
    }
}

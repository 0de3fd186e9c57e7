using System.Text.Json;
using Microsoft.Data.Sqlite;
using Talent.Contracts.Graduates;
using Talent.Contracts.Jobs;
using Talent.Contracts.Matching;
using Talent.Taxonomy;
using Catalogue = Talent.Taxonomy.Taxonomy;

namespace Talent.Matching.Search;

/// <summary>The search index in one SQLite file, and what of it is held in memory. Any number of searches at once, one writer.</summary>
/// <remarks>
/// A projection: it is filled from the feed of changes, and <see cref="Position"/> says how far. A file of another schema, or one
/// that is damaged, is dropped; the index then starts empty at position 0. A batch is seen by searches whole or not at all.
/// </remarks>
sealed class EmbeddedIndex : IDisposable
{
    const int Readers = 2;
    /// <summary>Documents after which the log is written back into the file.</summary>
    const int FlushAfter = 1000;

    readonly string path;
    readonly Catalogue taxonomy;
    readonly ReaderWriterLockSlim gate = new();
    readonly SemaphoreSlim writing = new(1);
    readonly Codes codes = new();
    readonly Shelf<JobFacts> jobs = new(DocumentKind.Job);
    readonly Shelf<GraduateFacts> graduates = new(DocumentKind.Graduate);
    readonly Vocabulary vocabulary;
    readonly IndexWriter writer;
    readonly ReaderPool pool;
    long position;
    int unflushed;
    bool disposed;

    EmbeddedIndex(string path, Catalogue taxonomy, SqliteConnection connection)
    {
        this.path = path;
        this.taxonomy = taxonomy;
        vocabulary = new(taxonomy);
        writer = new(connection);
        try
        {
            codes.Load(writer);
            jobs.Load(writer, "job", JobFacts.Read);
            graduates.Load(writer, "graduate", GraduateFacts.Read);
            position = writer.Position();
            pool = new(path, Readers);
        }
        catch
        {
            writer.Dispose();
            throw;
        }
    }

    /// <summary>How far the feed has been applied; 0 for an empty index.</summary>
    public long Position => Interlocked.Read(ref position);

    /// <summary>Documents that can be found.</summary>
    public (int Jobs, int Graduates) Count => (jobs.Count, graduates.Count);

    /// <summary>Bytes of the term postings in memory at the moment.</summary>
    public long PostingBytes => 4 * (jobs.Terms.Held + graduates.Terms.Held);

    /// <summary>Opens the index, makes it when there is none, and starts over when it cannot be used.</summary>
    public static EmbeddedIndex Open(string path, Catalogue taxonomy)
    {
        try
        {
            return new(path, taxonomy, IndexFile.OpenOrCreate(path));
        }
        catch (Exception unusable) when (
            unusable is (SqliteException or InvalidDataException or EndOfStreamException or FormatException or InvalidCastException)
            && (unusable is not SqliteException error || IndexFile.IsDamage(error)))
        {
            return new(path, taxonomy, IndexFile.Recreate(path));
        }
    }

    /// <summary>Reads the postings of frequent terms ahead, so that the first searches are as quick as later ones.</summary>
    /// <remarks>In small steps: a waiting writer holds up the searches behind it.</remarks>
    public void Warm()
    {
        foreach (var terms in (TermIndex[])[jobs.Terms, graduates.Terms])
        {
            foreach (var step in Read(terms.WorthReadingAhead).Chunk(20))
            {
                Read(reader =>
                {
                    terms.ReadAhead(reader, step);
                    return true;
                });
            }
        }
    }

    /// <summary>Applies changes and moves the position, both or neither. A document whose version is not above the known one is
    /// ignored.</summary>
    public async Task ApplyAsync(IndexBatch batch, long newPosition, CancellationToken cancellation = default)
    {
        await writing.WaitAsync(cancellation);
        try
        {
            Apply(batch, newPosition);
            unflushed += batch.Jobs.Count + batch.Graduates.Count;
            if (unflushed >= FlushAfter)
            {
                unflushed = 0;
                writer.Checkpoint();
            }
        }
        finally
        {
            writer.Abandon();
            writing.Release();
        }
    }

    /// <summary>Finds published jobs.</summary>
    public SearchAnswer<JobHit> SearchJobs(JobQuery query)
    {
        var search = new JobSearch(query, jobs, codes, vocabulary);
        if (search.Problems.Count > 0)
            return new(search.Problems);
        var text = SearchText.Read(query.Text, taxonomy);
        var (found, total, next) = Read(reader =>
        {
            using var retrieval = text.Written ? Retrieval.Run(reader, jobs, text) : null;
            return Page(reader, jobs, text, search.Run(retrieval), retrieval, search.NextCursor);
        });
        var hits = new HitWriting(text, query.Culture);
        return new(new SearchPage<JobHit>(
            [.. found.Select(hit => hits.Of(JsonSerializer.Deserialize(hit.Document, IndexJson.Default.JobNeed)!, hit))],
            total, ToFacets(search.FacetFilters, query.Culture), hits.Understood, next));
    }

    /// <summary>Finds graduates, as far as the reader may see them.</summary>
    public SearchAnswer<GraduateHit> SearchGraduates(GraduateQuery query, GraduateReader caller)
    {
        var search = new GraduateSearch(query, caller, graduates, codes, vocabulary);
        if (search.Problems.Count > 0)
            return new(search.Problems);
        var text = SearchText.Read(query.Text, taxonomy);
        var (found, total, next) = Read(reader =>
        {
            using var retrieval = text.Written ? Retrieval.Run(reader, graduates, text, search.MayName) : null;
            return Page(reader, graduates, text, search.Run(retrieval), retrieval, search.NextCursor);
        });
        var hits = new HitWriting(text, query.Culture);
        return new(new SearchPage<GraduateHit>(
            [.. found.Select(hit => new GraduateHit(
                caller.View(JsonSerializer.Deserialize(hit.Document, IndexJson.Default.Graduate)!), hit.Score, hits.Labels(hit)))],
            total, ToFacets(search.FacetFilters, query.Culture), hits.Understood, next));
    }

    /// <summary>The most relevant graduates for a text and filters, without their documents: the candidates for a ranking.</summary>
    /// <param name="most">At most so many; the query's own page and limit do not count.</param>
    /// <exception cref="ArgumentException">The query has a filter that cannot be searched with.</exception>
    public IReadOnlyList<(Guid Id, double Score)> FindGraduates(GraduateQuery query, GraduateReader caller, int most)
    {
        var search = new GraduateSearch(query with { Limit = null, After = null }, caller, graduates, codes, vocabulary);
        if (search.Problems.Count > 0)
            throw new ArgumentException(search.Problems[0].Message, nameof(query));
        var text = SearchText.Read(query.Text, taxonomy);
        return Read<IReadOnlyList<(Guid, double)>>(reader =>
        {
            using var retrieval = text.Written ? Retrieval.Run(reader, graduates, text, search.MayName) : null;
            return [.. search.Run(retrieval, most).TakePage()
                .Select(hit => (hit.Key.Id, (double)(retrieval?.Score(hit.Slot) ?? 0)))];
        });
    }

    /// <summary>Concepts whose label in any language begins with or is near to the text.</summary>
    public IReadOnlyList<ConceptLabel> SuggestConcepts(string prefix, string language, ConceptKind? kind, int limit = 10) =>
        [.. taxonomy.Suggest(prefix, language, kind, limit)
            .Select(found => new ConceptLabel(found.Concept.Uri, HitWriting.KindOf(found.Concept), found.Concept.Label(language), found.Label))];

    public void Dispose()
    {
        if (Interlocked.Exchange(ref disposed, true))
            return;
        writing.Wait();
        pool.Dispose();
        writer.Dispose();
        gate.Dispose();
        writing.Dispose();
    }

    T Read<T>(Func<IndexReader, T> read)
    {
        gate.EnterReadLock();
        try
        {
            return pool.Use(read);
        }
        catch (SqliteException damaged) when (IndexFile.IsCorruption(damaged))
        {
            // The pages of the terms are read as needed, so damage there shows only now; the next start begins anew.
            IndexFile.MarkDamaged(path);
            throw;
        }
        finally
        {
            gate.ExitReadLock();
        }
    }

    void Apply(IndexBatch batch, long newPosition)
    {
        var jobChanges = new ShelfChanges<JobFacts>(jobs, writer);
        var graduateChanges = new ShelfChanges<GraduateFacts>(graduates, writer);
        writer.Begin();
        foreach (var job in Latest(batch.Jobs, job => job.Id, job => job.Version))
            Write(job, jobChanges);
        foreach (var graduate in Latest(batch.Graduates, graduate => graduate.Id, graduate => graduate.Version))
            Write(graduate, graduateChanges);
        codes.Save(writer);
        writer.SetPosition(newPosition);
        gate.EnterWriteLock();
        try
        {
            writer.Commit();
            codes.Saved();
            jobChanges.Publish();
            graduateChanges.Publish();
            Interlocked.Exchange(ref position, newPosition);
        }
        finally
        {
            gate.ExitWriteLock();
        }
    }

    void Write(JobNeed job, ShelfChanges<JobFacts> changes)
    {
        if (!changes.IsNews(job.Id, job.Version))
            return;
        if (job.State is not "published")
        {
            changes.Remove(job.Id, job.Version);
            return;
        }
        var bag = DocumentTerms.Of(job, taxonomy);
        var facts = JobFacts.Of(job, bag.Length, codes);
        changes.Put(facts, Pack.ToBytes(facts.Write), JsonSerializer.SerializeToUtf8Bytes(job, IndexJson.Default.JobNeed), bag.Terms);
    }

    void Write(Graduate graduate, ShelfChanges<GraduateFacts> changes)
    {
        if (!changes.IsNews(graduate.Id, graduate.Version))
            return;
        if (graduate.Removed)
        {
            changes.Remove(graduate.Id, graduate.Version);
            return;
        }
        var bag = DocumentTerms.Of(graduate, taxonomy);
        var facts = GraduateFacts.Of(graduate, bag.Length, codes);
        changes.Put(
            facts, Pack.ToBytes(facts.Write), JsonSerializer.SerializeToUtf8Bytes(graduate, IndexJson.Default.Graduate), bag.Terms);
    }

    static IEnumerable<T> Latest<T>(IReadOnlyList<T> documents, Func<T, Guid> id, Func<T, int> version) =>
        documents.GroupBy(id).Select(group => group.MaxBy(version)!);

    static (List<FoundDocument> Page, int Total, string? Next) Page<TFacts>(
        IndexReader reader, Shelf<TFacts> shelf, SearchText text, HitCollector collector, Retrieval? retrieval,
        Func<SortKey, string> cursor) where TFacts : class, IFacts
    {
        var hits = collector.TakePage();
        var found = hits.Select(hit => new FoundDocument(
            reader.Document(shelf.Kind, hit.Slot), retrieval?.Score(hit.Slot) ?? 0,
            [.. text.Concepts.Where(concept => Retrieval.Has(reader, shelf.Terms, hit.Slot, concept))])).ToList();
        return (found, collector.Total, collector.HasMore ? cursor(hits[^1].Key) : null);
    }

    Dictionary<string, IReadOnlyList<Facet>> ToFacets(FacetFilter[] facets, System.Globalization.CultureInfo culture) =>
        facets.ToDictionary(facet => facet.Name, facet => facet.ToFacets(vocabulary, culture), StringComparer.Ordinal);
}

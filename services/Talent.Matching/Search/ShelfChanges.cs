namespace Talent.Matching.Search;

/// <summary>The changes of one batch to one shelf: first written to the file, then, after the commit, published to memory.</summary>
sealed class ShelfChanges<TFacts>(Shelf<TFacts> shelf, IndexWriter writer) where TFacts : class, IFacts
{
    readonly List<(int Slot, TFacts Facts, string Old, IReadOnlySet<string> New)> puts = [];
    readonly List<(Guid Id, int Version, int? Slot, string Old)> removals = [];
    readonly IEnumerator<int> freeSlots = shelf.FreeSlots().GetEnumerator();

    /// <summary>False for a document that is older than the one known, or the same.</summary>
    public bool IsNews(Guid id, int version) => version > shelf.VersionOf(id);

    public void Put(TFacts facts, byte[] packed, byte[] document, IReadOnlySet<string> terms)
    {
        var known = shelf.SlotOf(facts.Id);
        var old = known is { } slot ? writer.Terms(shelf.Kind, slot) : "";
        if (known is null)
        {
            freeSlots.MoveNext();
            slot = freeSlots.Current;
            writer.UnmarkGone(shelf.Kind, facts.Id);
        }
        else
        {
            slot = known.Value;
        }
        writer.Put(shelf.Kind, slot, packed, document, string.Join(' ', terms));
        puts.Add((slot, facts, old, terms));
    }

    public void Remove(Guid id, int version)
    {
        var known = shelf.SlotOf(id);
        var old = "";
        if (known is { } slot)
        {
            old = writer.Terms(shelf.Kind, slot);
            writer.Remove(shelf.Kind, slot);
        }
        writer.MarkGone(shelf.Kind, id, version);
        removals.Add((id, version, known, old));
    }

    /// <summary>Only while no search runs.</summary>
    public void Publish()
    {
        // New documents before removals: the slots were given out before any became free.
        foreach (var (slot, facts, old, terms) in puts)
        {
            shelf.Put(slot, facts);
            shelf.Terms.Publish(slot, Split(old), terms);
        }
        foreach (var (id, version, slot, old) in removals)
        {
            shelf.Remove(id, version);
            if (slot is { } emptied)
                shelf.Terms.Publish(emptied, Split(old), []);
        }
    }

    static string[] Split(string terms) => terms.Split(' ', StringSplitOptions.RemoveEmptyEntries);
}

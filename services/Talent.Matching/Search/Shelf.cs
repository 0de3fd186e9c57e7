namespace Talent.Matching.Search;

/// <summary>The documents of one kind: facts by slot, which document is where, and the versions of removed ones.</summary>
/// <remarks>A slot stays with its document through all changes; a removed document's slot is given to the next new one.
/// Changed only while no search runs.</remarks>
sealed class Shelf<TFacts>(DocumentKind kind) where TFacts : class, IFacts
{
    readonly Dictionary<Guid, int> slots = [];
    readonly Dictionary<Guid, int> gone = [];
    readonly Stack<int> free = new();
    TFacts?[] facts = [];
    // Beside the facts: a search reads the length of every document that has its words, of most of them nothing else.
    int[] lengths = [];
    long totalLength;

    public DocumentKind Kind => kind;

    public TermIndex Terms { get; } = new(kind);

    /// <summary>Slots in use lie below; some below are empty.</summary>
    public int End { get; private set; }

    public int Count => slots.Count;

    public double AverageLength => Count == 0 ? 1 : Math.Max(1, (double)totalLength / Count);

    /// <summary>The number of words of each document, by slot.</summary>
    public ReadOnlySpan<int> Lengths => lengths;

    public TFacts? this[int slot] => slot < End ? facts[slot] : null;

    public int? SlotOf(Guid id) => slots.TryGetValue(id, out var slot) ? slot : null;

    /// <summary>The version known, of the document or of its removal; -1 when the id was never seen.</summary>
    public int VersionOf(Guid id) =>
        slots.TryGetValue(id, out var slot) ? facts[slot]!.Version : gone.GetValueOrDefault(id, -1);

    /// <summary>Slots for new documents, to be put in the order in which they are given.</summary>
    public IEnumerable<int> FreeSlots() => free.Concat(Enumerable.Range(End, int.MaxValue - End));

    public void Put(int slot, TFacts document)
    {
        if (slot >= facts.Length)
        {
            Array.Resize(ref facts, Math.Max(slot + 1, Math.Max(1024, facts.Length * 2)));
            Array.Resize(ref lengths, facts.Length);
        }
        if (facts[slot] is { } old)
            totalLength -= old.Length;
        else if (free.TryPeek(out var next) && next == slot)
            free.Pop();
        End = Math.Max(End, slot + 1);
        facts[slot] = document;
        lengths[slot] = document.Length;
        totalLength += document.Length;
        slots[document.Id] = slot;
        gone.Remove(document.Id);
    }

    public void Remove(Guid id, int version)
    {
        gone[id] = version;
        if (!slots.Remove(id, out var slot))
            return;
        totalLength -= facts[slot]!.Length;
        facts[slot] = null;
        free.Push(slot);
    }

    /// <summary>Fills the shelf from the file at start.</summary>
    public void Load(IndexWriter writer, string table, Func<BinaryReader, TFacts> read)
    {
        writer.Each($"SELECT slot, facts FROM {table} ORDER BY slot",
            row => Put(row.GetInt32(0), Pack.FromBytes((byte[])row[1], read)));
        writer.Each($"SELECT id, version FROM gone WHERE kind = {(int)kind}",
            row => gone[new((byte[])row[0])] = row.GetInt32(1));
        for (var slot = End - 1; slot >= 0; slot--)
        {
            if (facts[slot] is null)
                free.Push(slot);
        }
    }
}

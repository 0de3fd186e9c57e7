using System.Buffers;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Talent.Matching.Eligibility;
using Talent.Matching.Ranking.Features;

namespace Talent.Matching.Ranking;

/// <summary>For one job, the additive raw value of everybody and whether a rule blocks them, exactly as the features and
/// rules would say one by one. A skill's part comes from its postings; the part of every other aspect is computed when the
/// first graduate has that value, and is one array read for everybody else.
/// <para>Make it after the snapshot was taken. Several threads may score different rows at once: at worst both compute the
/// same part and write the same number.</para></summary>
internal sealed class AdditiveScan : IDisposable
{
    /// <summary>The units of a score; some 100 points of 1,024 need 17 of these bits.</summary>
    const int Units = (1 << 24) - 1;
    /// <summary>Added once for each aspect on which a rule fails: 14 of them stay below <see cref="Shares"/>.</summary>
    const int Blocked = 1 << 24;
    const int SharesBit = 29;
    /// <summary>Set when the graduate has any skill that the job asks for.</summary>
    const int Shares = 1 << SharesBit;
    /// <summary>The bits in which the aspects that block are counted.</summary>
    const int Blocks = Shares - Blocked;
    const int NotYet = -1;
    /// <summary>Rows worked through at a time, so that their scores stay in the nearest cache while aspect after aspect is
    /// added.</summary>
    const int Block = 2048;

    /// <summary>An aspect whose values are so few, or so much fewer than the rows, is computed for all of them ahead.</summary>
    const int FewValues = 1024;
    const int RowsForAValue = 16;

    static readonly Aspect[] Aspects = Enum.GetValues<Aspect>();

    readonly JobFacts _job;
    readonly DateOnly _today;
    readonly AspectInterners _interners;
    readonly AspectParts[] _parts;

    /// <param name="rows">How many rows will be scored.</param>
    public AdditiveScan(JobFacts job, DateOnly today, AspectInterners interners, int rows)
    {
        (_job, _today, _interners) = (job, today, interners);
        var few = Math.Max(FewValues, rows / RowsForAValue);
        var parts = new AspectParts?[Aspects.Length];
        if (few == FewValues) Array.ForEach(Aspects, Fill);
        else Parallel.ForEach(Aspects, Fill);
        _parts = [.. parts.OfType<AspectParts>().OrderByDescending(part => part.Whole)];

        void Fill(Aspect aspect) => parts[(int)aspect] = PartsOf(aspect, few, new GraduateFacts());
    }

    public static bool IsBlocked(int score) => (score & Blocks) != 0;

    /// <summary>0 to 3: blocked counts two, sharing a skill one. Without a branch: which of them a row is nobody can
    /// foresee, and this is asked of each.</summary>
    public static int KindOf(int score) =>
        ((((score & Blocks) + Blocks) >>> SharesBit) << 1) | ((score >>> SharesBit) & 1);

    /// <summary>True when any of a vector's scores has a retrieval key of at least so much.</summary>
    public static bool AnyReaches(Vector<int> scores, Vector<int> eligible, Vector<int> blocked)
    {
        var least = Vector.ConditionalSelect(
            Vector.Equals(scores & new Vector<int>(Blocks), Vector<int>.Zero), eligible, blocked);
        return Vector.GreaterThanOrEqualAny(scores & new Vector<int>(Shares | Units), least);
    }

    /// <summary>Orders candidates of one kind (blocked or not): those who share a skill first, then by raw value.</summary>
    public static int RetrievalKey(int score) => score & (Shares | Units);

    public static int UnitsOf(int score) => score & Units;

    /// <summary>The retrieval key of a raw value.</summary>
    public static int Key(bool sharesSkill, int units) => (sharesSkill ? Shares : 0) | units;

    /// <summary>Fills one score for each row from <paramref name="first"/> on.</summary>
    public void Score(in GraduateColumns.Snapshot graduates, int first, Span<int> scores)
    {
        scores.Clear();
        foreach (var ask in _job.Skills) AddSkill(ask, graduates.Holders(ask.Ordinal), first, scores);
        MarkSharing(scores);
        var facts = new GraduateFacts();
        for (var from = 0; from < scores.Length; from += Block)
        {
            var block = scores.Slice(from, Math.Min(Block, scores.Length - from));
            var index = 0;
            for (; index + 3 < _parts.Length && _parts[index + 3].Whole; index += 4)
                AddFour(_parts.AsSpan(index, 4), graduates, first + from, block);
            foreach (var part in _parts.AsSpan(index))
                Add(part, graduates.Aspects[(int)part.Aspect].AsSpan(first + from, block.Length), block, facts);
        }
    }

    public void Dispose()
    {
        foreach (var part in _parts) ArrayPool<int>.Shared.Return(part.Table);
    }

    /// <summary>Marks whoever has got anything for a skill so far.</summary>
    static void MarkSharing(Span<int> scores)
    {
        var shares = new Vector<int>(Shares);
        foreach (ref var some in MemoryMarshal.Cast<int, Vector<int>>(scores))
            some |= Vector.GreaterThan(some, Vector<int>.Zero) & shares;
        foreach (ref var score in scores[^(scores.Length % Vector<int>.Count)..])
            if (score > 0) score |= Shares;
    }

    void AddSkill(SkillAsk ask, ReadOnlySpan<PackedSkill> holders, int first, Span<int> scores)
    {
        Span<int> effects = stackalloc int[PackedSkill.Holds];
        effects.Clear();
        foreach (var feature in _job.Features)
        {
            if (feature is not SkillBound bound || bound.Ask != ask) continue;
            for (var hold = 0; hold < effects.Length; hold++)
                effects[hold] += bound.Effect(bound.Value(new PackedSkill((uint)hold)));
        }

        foreach (var holder in holders[PostingList.FirstAtOrAfter(holders, first)..])
        {
            var row = holder.Number - first;
            if ((uint)row >= (uint)scores.Length) break;
            scores[row] += effects[(int)(holder.Bits & (PackedSkill.Holds - 1))];
        }
    }

    AspectParts? PartsOf(Aspect aspect, int few, GraduateFacts facts)
    {
        var features = Array.FindAll(_job.Features, feature => feature.Reads == aspect);
        var rules = Array.FindAll(_job.Rules, rule => rule.Reads == aspect);
        if (features.Length + rules.Length == 0) return null;
        var size = _interners.Size(aspect);
        var table = ArrayPool<int>.Shared.Rent(size);
        table.AsSpan(0, size).Fill(NotYet);
        var parts = new AspectParts(aspect, table, features, rules, size <= few);
        for (var number = 0; parts.Whole && number < size; number++) table[number] = PartOf(parts, number, facts);
        return parts;
    }

    /// <summary>Adds four whole aspects at once, so that a score is read and written once for them. Every number is in
    /// its table (<see cref="AspectInterners.Size"/> was read after the rows), so nothing is checked: this runs for each
    /// aspect of each graduate.</summary>
    static void AddFour(ReadOnlySpan<AspectParts> parts, in GraduateColumns.Snapshot graduates, int from, Span<int> scores)
    {
        ref var table0 = ref MemoryMarshal.GetArrayDataReference(parts[0].Table);
        ref var table1 = ref MemoryMarshal.GetArrayDataReference(parts[1].Table);
        ref var table2 = ref MemoryMarshal.GetArrayDataReference(parts[2].Table);
        ref var table3 = ref MemoryMarshal.GetArrayDataReference(parts[3].Table);
        ref var number0 = ref Numbers(parts[0], graduates, from, scores.Length);
        ref var number1 = ref Numbers(parts[1], graduates, from, scores.Length);
        ref var number2 = ref Numbers(parts[2], graduates, from, scores.Length);
        ref var number3 = ref Numbers(parts[3], graduates, from, scores.Length);
        ref var score = ref MemoryMarshal.GetReference(scores);
        for (nint row = 0; row < scores.Length; row++)
        {
            Unsafe.Add(ref score, row) +=
                Unsafe.Add(ref table0, (nint)Unsafe.Add(ref number0, row)) + Unsafe.Add(ref table1, (nint)Unsafe.Add(ref number1, row))
                + Unsafe.Add(ref table2, (nint)Unsafe.Add(ref number2, row)) + Unsafe.Add(ref table3, (nint)Unsafe.Add(ref number3, row));
        }
    }

    static ref int Numbers(AspectParts part, in GraduateColumns.Snapshot graduates, int from, int count) =>
        ref MemoryMarshal.GetReference(graduates.Aspects[(int)part.Aspect].AsSpan(from, count));

    void Add(AspectParts parts, ReadOnlySpan<int> numbers, Span<int> scores, GraduateFacts facts)
    {
        var table = parts.Table;
        for (var row = 0; row < scores.Length; row++)
        {
            var part = table[numbers[row]];
            if (part == NotYet) part = table[numbers[row]] = PartOf(parts, numbers[row], facts);
            scores[row] += part;
        }
    }

    int PartOf(AspectParts parts, int number, GraduateFacts facts)
    {
        _interners.Load(parts.Aspect, number, facts);
        var part = 0;
        foreach (var feature in parts.Features) part += feature.Effect(feature.Value(facts));
        foreach (var rule in parts.Rules)
            if (!rule.IsMet(_job, facts, _today)) return part + Blocked;
        return part;
    }

    /// <summary>What each value of one aspect adds, as far as it is known yet.</summary>
    /// <param name="Whole">True when all values are there.</param>
    sealed record AspectParts(Aspect Aspect, int[] Table, PairFeature[] Features, EligibilityRule[] Rules, bool Whole);
}

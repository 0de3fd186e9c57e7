using System.Buffers;
using Talent.Matching.Eligibility;
using Talent.Matching.Ranking.Features;

namespace Talent.Matching.Ranking;

/// <summary>For one job, the additive raw value of everybody and whether a rule blocks them, exactly as the features and
/// rules would say one by one. A skill's part comes from its postings; the part of every other aspect is computed when the
/// first graduate has that value, and is one array read for everybody else.</summary>
internal sealed class AdditiveScan(JobFacts job, DateOnly today, AspectInterners interners)
{
    /// <summary>The units of a score; some 100 points of 1,024 need 17 of these bits.</summary>
    const int Units = (1 << 24) - 1;
    /// <summary>Added once for each aspect on which a rule fails: 14 of them stay below <see cref="Shares"/>.</summary>
    const int Blocked = 1 << 24;
    /// <summary>Set when the graduate has any skill that the job asks for.</summary>
    const int Shares = 1 << 29;
    const int NotYet = -1;

    static readonly Aspect[] Aspects = Enum.GetValues<Aspect>();

    readonly GraduateFacts _scratch = new();

    public static bool IsBlocked(int score) => (score & ~Shares) >= Blocked;

    /// <summary>Orders candidates of one kind (blocked or not): those who share a skill first, then by raw value.</summary>
    public static int RetrievalKey(int score) => score & (Shares | Units);

    public static int UnitsOf(int score) => score & Units;

    /// <summary>Fills one score per row.</summary>
    public void Score(in GraduateColumns.Snapshot graduates, Span<int> scores)
    {
        scores.Clear();
        foreach (var ask in job.Skills) AddSkill(ask, graduates.Holders(ask.Ordinal), scores);
        foreach (ref var score in scores)
            if (score > 0) score |= Shares;
        foreach (var aspect in Aspects) AddAspect(aspect, graduates.Aspects[(int)aspect], scores);
    }

    void AddSkill(SkillAsk ask, ReadOnlySpan<PackedSkill> holders, Span<int> scores)
    {
        Span<int> effects = stackalloc int[PackedSkill.Holds];
        effects.Clear();
        foreach (var feature in job.Features)
        {
            if (feature is not SkillBound bound || bound.Ask != ask) continue;
            for (var hold = 0; hold < effects.Length; hold++)
                effects[hold] += bound.Effect(bound.Value(new PackedSkill((uint)hold)));
        }

        foreach (var holder in holders)
        {
            if ((uint)holder.Number >= (uint)scores.Length) break;
            scores[holder.Number] += effects[(int)(holder.Bits & (PackedSkill.Holds - 1))];
        }
    }

    void AddAspect(Aspect aspect, int[] column, Span<int> scores)
    {
        var features = Array.FindAll(job.Features, feature => feature.Reads == aspect);
        var rules = Array.FindAll(job.Rules, rule => rule.Reads == aspect);
        if (features.Length + rules.Length == 0) return;
        var size = interners.Size(aspect);
        var rented = ArrayPool<int>.Shared.Rent(size);
        var parts = rented.AsSpan(0, size);
        parts.Fill(NotYet);
        var numbers = column.AsSpan(0, scores.Length);
        for (var row = 0; row < numbers.Length; row++)
        {
            var part = parts[numbers[row]];
            if (part == NotYet) part = parts[numbers[row]] = PartOf(aspect, numbers[row], features, rules);
            scores[row] += part;
        }

        ArrayPool<int>.Shared.Return(rented);
    }

    int PartOf(Aspect aspect, int number, PairFeature[] features, EligibilityRule[] rules)
    {
        interners.Load(aspect, number, _scratch);
        var part = 0;
        foreach (var feature in features) part += feature.Effect(feature.Value(_scratch));
        foreach (var rule in rules)
            if (!rule.IsMet(job, _scratch, today)) return part + Blocked;
        return part;
    }
}

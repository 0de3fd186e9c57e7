using System.Buffers;
using Talent.Contracts.Matching;
using Talent.Matching.Eligibility;

namespace Talent.Matching.Ranking;

/// <summary>One ranking of published jobs for a graduate: rules and skills for every job, then the scorer for the best of
/// them, then words for the page.</summary>
internal sealed class JobRanking(GraduateFacts graduate, RankQuery query, Scorer scorer)
{
    /// <summary>Retrieval keys are the job's share of skill points in these steps, because jobs differ in their maximum.</summary>
    const int KeySteps = 1 << 20;
    const int Held = 0x80;

    public RankedPage<RankedMatch> Rank(JobTable jobs, SkillDemandCounts demand)
    {
        var eligible = new TopCandidates<JobFacts>(query.EligibleDepth);
        var blocked = new TopCandidates<JobFacts>(query.BlockedDepth);
        Retrieve(jobs, eligible, blocked);
        var scored = new List<Scored<JobFacts>>(eligible.Kept.Length + blocked.Kept.Length);
        var pair = new PairScore(scorer);
        foreach (var (_, id, job) in eligible.Kept) scored.Add(pair.Of(id, true, job, graduate, job));
        foreach (var (_, id, job) in blocked.Kept) scored.Add(pair.Of(id, false, job, graduate, job));
        var explanation = new Explanation(scorer, demand, query);
        return RankedList.Page(scored, query, scorer.Name,
            (candidate, rank) => explanation.Of(candidate, rank, candidate.Item, graduate));
    }

    void Retrieve(
        JobTable jobs, TopCandidates<JobFacts> eligible, TopCandidates<JobFacts> blocked)
    {
        var rented = ArrayPool<byte>.Shared.Rent(graduate.Skills.IsEmpty ? 1 : graduate.Skills.Span[^1].Number + 1);
        var holds = HoldsBySkill(rented);
        foreach (var job in jobs.All)
        {
            if (job is not { Published: true } || (query.Only is not null && !query.Only(job.Id))) continue;
            var key = SkillKey(job, holds);
            if (!eligible.MayTake(key) && !blocked.MayTake(key)) continue;
            (EligibilityRules.AreMet(job, graduate, query.Today) ? eligible : blocked).Offer(key, job.Id, job);
        }

        ArrayPool<byte>.Shared.Return(rented);
    }

    /// <summary>The graduate's holds indexed by skill, so that a skill that is asked for is found by one read.</summary>
    Span<byte> HoldsBySkill(byte[] rented)
    {
        var skills = graduate.Skills.Span;
        var holds = rented.AsSpan(0, skills.IsEmpty ? 0 : skills[^1].Number + 1);
        holds.Clear();
        foreach (var skill in skills) holds[skill.Number] = (byte)(Held | (skill.Bits & (PackedSkill.Holds - 1)));
        return holds;
    }

    static int SkillKey(JobFacts job, ReadOnlySpan<byte> holds)
    {
        var units = 0;
        var asked = job.SkillOrdinals;
        for (var index = 0; index < asked.Length; index++)
        {
            var skill = asked[index];
            if ((uint)skill >= (uint)holds.Length || holds[skill] == 0) continue;
            var feature = job.SkillFeatures[index];
            units += feature.Effect(feature.Value(new PackedSkill((uint)(holds[skill] & ~Held))));
        }

        return job.MaxUnits == 0 ? 0 : (int)((long)units * KeySteps / job.MaxUnits);
    }
}

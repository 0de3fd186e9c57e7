using System.Collections.Concurrent;
using Talent.Contracts.Matching;
using Talent.Matching.Eligibility;
using Talent.Matching.Ranking.Features;

namespace Talent.Matching.Ranking;

/// <summary>One ranking of published jobs for a graduate: rules and skills for every job, then the scorer for the best of
/// them, then words for the page.</summary>
internal sealed class JobRanking(GraduateFacts graduate, RankQuery query, Scorer scorer)
{
    /// <summary>Retrieval keys are the job's share of skill points in these steps, because jobs differ in their maximum.</summary>
    const int KeySteps = 1 << 20;

    public RankedPage<RankedMatch> Rank(ConcurrentDictionary<Guid, JobFacts> jobs, SkillDemandCounts demand)
    {
        var eligible = new TopCandidates<JobFacts>(query.EligibleDepth);
        var blocked = new TopCandidates<JobFacts>(query.BlockedDepth);
        foreach (var (id, job) in jobs)
        {
            if (!job.Published || (query.Only is not null && !query.Only(id))) continue;
            (EligibilityRules.AreMet(job, graduate, query.Today) ? eligible : blocked).Offer(SkillKey(job), id, job);
        }

        var scored = new List<Scored<JobFacts>>(eligible.Kept.Length + blocked.Kept.Length);
        var pair = new PairScore(scorer);
        foreach (var (_, id, job) in eligible.Kept) scored.Add(pair.Of(id, true, job, graduate, job));
        foreach (var (_, id, job) in blocked.Kept) scored.Add(pair.Of(id, false, job, graduate, job));
        var explanation = new Explanation(scorer, demand, query);
        return RankedList.Page(scored, query, scorer.Name,
            (candidate, rank) => explanation.Of(candidate, rank, candidate.Item, graduate));
    }

    int SkillKey(JobFacts job)
    {
        var units = 0;
        foreach (var feature in job.Features)
        {
            if (feature is not SkillBound bound) break;
            units += bound.Effect(bound.Value(graduate));
        }

        return job.MaxUnits == 0 ? 0 : (int)((long)units * KeySteps / job.MaxUnits);
    }
}

using System.Buffers;
using Talent.Contracts.Matching;

namespace Talent.Matching.Ranking;

/// <summary>One ranking of graduates for a job: one <see cref="AdditiveScan"/> of everybody, then
/// the scorer for the best of them, then words for the page.</summary>
internal sealed class GraduateRanking(JobFacts job, RankQuery query, AspectInterners interners, Scorer scorer)
{
    public RankedPage<RankedMatch> Rank(in GraduateColumns.Snapshot graduates, SkillDemandCounts demand)
    {
        var snapshot = graduates;
        var scored = Score(Retrieve(graduates), graduates);
        var explanation = new Explanation(scorer, demand, query);
        return RankedList.Page(scored, query, scorer.Name,
            (candidate, rank) => explanation.Of(candidate, rank, job, interners.Facts(snapshot, candidate.Item)));
    }

    (TopCandidates<int> Eligible, TopCandidates<int> Blocked) Retrieve(in GraduateColumns.Snapshot graduates)
    {
        var rented = ArrayPool<int>.Shared.Rent(graduates.Count);
        var scores = rented.AsSpan(0, graduates.Count);
        new AdditiveScan(job, query.Today, interners).Score(graduates, scores);
        var eligible = new TopCandidates<int>(query.EligibleDepth);
        var blocked = new TopCandidates<int>(query.BlockedDepth);
        for (var row = 0; row < scores.Length; row++)
        {
            if (!graduates.IsCurrent(row) || (graduates.Hidden[row] && !query.IncludeHidden)) continue;
            var id = graduates.Ids[row];
            if (query.Only is not null && !query.Only(id)) continue;
            (AdditiveScan.IsBlocked(scores[row]) ? blocked : eligible).Offer(AdditiveScan.RetrievalKey(scores[row]), id, row);
        }

        ArrayPool<int>.Shared.Return(rented);
        return (eligible, blocked);
    }

    List<Scored<int>> Score(
        (TopCandidates<int> Eligible, TopCandidates<int> Blocked) retrieved, in GraduateColumns.Snapshot graduates)
    {
        var scored = new List<Scored<int>>(retrieved.Eligible.Kept.Length + retrieved.Blocked.Kept.Length);
        var pair = new PairScore(scorer);
        foreach (var (_, id, row) in retrieved.Eligible.Kept) scored.Add(pair.Of(id, true, job, interners.Facts(graduates, row), row));
        foreach (var (_, id, row) in retrieved.Blocked.Kept) scored.Add(pair.Of(id, false, job, interners.Facts(graduates, row), row));
        return scored;
    }
}

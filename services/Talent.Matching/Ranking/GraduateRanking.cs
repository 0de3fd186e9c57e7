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
        var (ids, hidden) = (graduates.Ids, graduates.Hidden);
        for (var row = 0; row < scores.Length; row++)
        {
            var top = AdditiveScan.IsBlocked(scores[row]) ? blocked : eligible;
            var key = AdditiveScan.RetrievalKey(scores[row]);
            if (!top.MayTake(key) || !graduates.IsCurrent(row) || (hidden[row] && !query.IncludeHidden)) continue;
            if (query.Only is null || query.Only(ids[row])) top.Offer(key, ids[row], row);
        }

        ArrayPool<int>.Shared.Return(rented);
        return (eligible, blocked);
    }

    List<Scored<int>> Score(
        (TopCandidates<int> Eligible, TopCandidates<int> Blocked) retrieved, in GraduateColumns.Snapshot graduates)
    {
        var scored = new List<Scored<int>>(retrieved.Eligible.Kept.Length + retrieved.Blocked.Kept.Length);
        var pair = new PairScore(scorer);
        foreach (var found in retrieved.Eligible.Kept) scored.Add(Score(found, true, pair, graduates));
        foreach (var found in retrieved.Blocked.Kept) scored.Add(Score(found, false, pair, graduates));
        return scored;
    }

    /// <summary>The scan has the additive scorer's answer already; any other scorer is asked.</summary>
    Scored<int> Score(
        (int Key, Guid Id, int Row) found, bool eligible, PairScore pair, in GraduateColumns.Snapshot graduates) =>
        scorer == Scorer.Additive
            ? PairScore.Of(found.Id, eligible, AdditiveScan.UnitsOf(found.Key), job, found.Row)
            : pair.Of(found.Id, eligible, job, interners.Facts(graduates, found.Row), found.Row);
}

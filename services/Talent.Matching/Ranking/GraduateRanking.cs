using System.Buffers;
using Talent.Contracts.Matching;

namespace Talent.Matching.Ranking;

/// <summary>One ranking of graduates for a job: one <see cref="AdditiveScan"/> of everybody, then
/// the scorer for the best of them, then words for the page.</summary>
internal sealed class GraduateRanking(JobFacts job, RankQuery query, AspectInterners interners, Scorer scorer)
{
    /// <summary>Below this many rows a second core costs more than it saves.</summary>
    const int RowsWorthACore = 8192;

    public RankedPage<RankedMatch> Rank(in GraduateColumns.Snapshot graduates, SkillDemandCounts demand)
    {
        var snapshot = graduates;
        var scored = Score(Retrieve(graduates), graduates);
        var explanation = new Explanation(scorer, demand, query);
        return RankedList.Page(scored, query, scorer.Name,
            (candidate, rank) => explanation.Of(candidate, rank, job, interners.Facts(snapshot, candidate.Item)));
    }

    /// <summary>Each core goes through a share of the rows; the best of each share together hold the best of all.</summary>
    (TopCandidates<int> Eligible, TopCandidates<int> Blocked) Retrieve(GraduateColumns.Snapshot graduates)
    {
        using var scan = new AdditiveScan(job, query.Today, interners);
        var shares = Math.Clamp(graduates.Count / RowsWorthACore, 1, Environment.ProcessorCount);
        if (shares == 1) return Best(scan, graduates, 0, graduates.Count);
        var best = new (TopCandidates<int> Eligible, TopCandidates<int> Blocked)[shares];
        Parallel.For(0, shares, share => best[share] = Best(scan, graduates, RowAt(share), RowAt(share + 1)));
        foreach (var (eligible, blocked) in best.AsSpan(1))
        {
            best[0].Eligible.Offer(eligible);
            best[0].Blocked.Offer(blocked);
        }

        return best[0];

        int RowAt(int share) => (int)((long)graduates.Count * share / shares);
    }

    (TopCandidates<int> Eligible, TopCandidates<int> Blocked) Best(
        AdditiveScan scan, in GraduateColumns.Snapshot graduates, int from, int to)
    {
        var rented = ArrayPool<int>.Shared.Rent(to - from);
        var scores = rented.AsSpan(0, to - from);
        scan.Score(graduates, from, scores);
        var eligible = new TopCandidates<int>(query.EligibleDepth);
        var blocked = new TopCandidates<int>(query.BlockedDepth);
        var (ids, hidden) = (graduates.Ids, graduates.Hidden);
        for (var index = 0; index < scores.Length; index++)
        {
            var top = AdditiveScan.IsBlocked(scores[index]) ? blocked : eligible;
            var key = AdditiveScan.RetrievalKey(scores[index]);
            if (!top.MayTake(key)) continue;
            var row = from + index;
            if (!graduates.IsCurrent(row) || (hidden[row] && !query.IncludeHidden)) continue;
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

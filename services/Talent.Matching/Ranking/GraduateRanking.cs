using System.Buffers;
using Talent.Contracts.Matching;

namespace Talent.Matching.Ranking;

/// <summary>One ranking of graduates for a job: one <see cref="AdditiveScan"/> of everybody, then
/// the scorer for the best of them, then words for the page.</summary>
internal sealed class GraduateRanking(JobFacts job, RankQuery query, AspectInterners interners, Scorer scorer)
{
    /// <summary>Below this many rows a second core costs more than it saves.</summary>
    const int RowsWorthACore = 8192;

    /// <summary>Of so many rows each is counted, and then as many again by what those before them leave possible.</summary>
    const int FirstCounted = 2048;

    /// <summary>Below every score.</summary>
    const int NotShown = int.MinValue;

    public RankedPage<RankedMatch> Rank(in GraduateColumns.Snapshot graduates, SkillDemandCounts demand)
    {
        var snapshot = graduates;
        var scored = Score(Retrieve(graduates), graduates);
        var explanation = new Explanation(scorer, demand, query);
        return RankedList.Page(scored, query, scorer.Name,
            (candidate, rank) => explanation.Of(candidate, rank, job, interners.Facts(snapshot, candidate.Item)));
    }

    /// <summary>Each core scores a share of the rows and counts how many have which key; the counts together say from
    /// which key on a row can be among the best, so few rows are compared one by one.</summary>
    (TopCandidates<int> Eligible, TopCandidates<int> Blocked) Retrieve(GraduateColumns.Snapshot graduates)
    {
        using var scan = new AdditiveScan(job, query.Today, interners, graduates.Count);
        var rented = ArrayPool<int>.Shared.Rent(graduates.Count);
        var shares = Math.Clamp(graduates.Count / RowsWorthACore, 1, Environment.ProcessorCount);
        var counts = new KeyCounts[shares];
        if (shares == 1) ScoreShare(0);
        else Parallel.For(0, shares, ScoreShare);
        var best = Best(graduates.Ids, rented.AsSpan(0, graduates.Count), KeyCounts.Sum(counts));
        ArrayPool<int>.Shared.Return(rented);
        return best;

        void ScoreShare(int share)
        {
            var from = RowAt(share);
            var scores = rented.AsSpan(from, RowAt(share + 1) - from);
            scan.Score(graduates, from, scores);
            counts[share] = CountKeys(graduates, from, scores);
        }

        int RowAt(int share) => (int)((long)graduates.Count * share / shares);
    }

    /// <summary>Counts the keys of those who may be shown, and gives the others a score that says they may not. Whoever
    /// cannot be among the best, by the first half of the rows before, is passed over.</summary>
    KeyCounts CountKeys(in GraduateColumns.Snapshot graduates, int from, Span<int> scores)
    {
        var counts = new KeyCounts(job.MaxUnits);
        for (int first = 0, length = FirstCounted; first < scores.Length; first += length, length = first)
        {
            var some = scores[..Math.Min(scores.Length, first + length)];
            var reach = ReachOf(counts);
            for (var row = reach.Next(some, first); row < some.Length; row = reach.Next(some, row + 1))
            {
                if (MayBeShown(graduates, from + row)) counts.Add(some[row]);
                else some[row] = NotShown;
            }
        }

        return counts;
    }

    bool MayBeShown(in GraduateColumns.Snapshot graduates, int row) =>
        (query.IncludeHidden || !graduates.Hidden[row]) && graduates.IsCurrent(row)
        && (query.Only is null || query.Only(graduates.Ids[row]));

    (TopCandidates<int> Eligible, TopCandidates<int> Blocked) Best(Guid[] ids, ReadOnlySpan<int> scores, KeyCounts counts)
    {
        var eligible = new TopCandidates<int>(query.EligibleDepth);
        var blocked = new TopCandidates<int>(query.BlockedDepth);
        var reach = ReachOf(counts);
        for (var row = reach.Next(scores, 0); row < scores.Length; row = reach.Next(scores, row + 1))
        {
            if (scores[row] == NotShown) continue;
            (AdditiveScan.IsBlocked(scores[row]) ? blocked : eligible).Offer(AdditiveScan.RetrievalKey(scores[row]), ids[row], row);
        }

        return (eligible, blocked);
    }

    Reach ReachOf(KeyCounts counts) =>
        new(counts.LeastKey(false, query.EligibleDepth), counts.LeastKey(true, query.BlockedDepth));

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

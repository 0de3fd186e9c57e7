using System.Diagnostics;
using Talent.Contracts.Matching;
using Talent.Matching.Ranking;
using Talent.Testing.Markets;

namespace Talent.Benchmarks;

/// <summary>How long one ranking takes on one thread and what a profile costs in memory, and how both grow.</summary>
internal static class RankingBenchmark
{
    const int Queries = 400;
    const int Jobs = 10_000;

    public static void Run(TextWriter output)
    {
        output.WriteLine("| ranking | pool | p50 ms | p95 ms | max ms | processor ms (mean) | kB allocated | notes |");
        output.WriteLine("|---|---|---|---|---|---|---|---|");
        LoadTaxonomy();
        foreach (var graduates in (int[])[10_000, 100_000]) Graduates(graduates, output);
        JobsFor(output);
    }

    static void Graduates(int count, TextWriter output)
    {
        var market = new GeneratedMarket(1);
        var before = Memory();
        var pool = new MatchPool();
        var clock = Stopwatch.StartNew();
        for (var index = 0; index < count; index++) pool.Upsert(market.Graduate());
        var filled = clock.Elapsed;
        var bytes = (Memory() - before) / count;
        var needs = market.Jobs(Queries);
        var query = new RankQuery(GeneratedMarket.Today);
        Report(output, $"graduates for a job | {count:N0}", index => pool.RankGraduates(needs[index], query),
            $"{bytes} B per profile, filled in {filled.TotalSeconds:0.00} s");
        GC.KeepAlive(pool);
    }

    static void JobsFor(TextWriter output)
    {
        var market = new GeneratedMarket(2);
        var before = Memory();
        var pool = new MatchPool();
        for (var index = 0; index < Jobs; index++) pool.Upsert(market.Job());
        var bytes = (Memory() - before) / Jobs;
        var graduates = market.Graduates(Queries);
        var query = new RankQuery(GeneratedMarket.Today);
        Report(output, $"jobs for a graduate | {Jobs:N0}", index => pool.RankJobs(graduates[index], query), $"{bytes} B per job");
        GC.KeepAlive(pool);
    }

    static void Report(TextWriter output, string name, Func<int, RankedPage<RankedMatch>> rank, string notes)
    {
        for (var index = 0; index < Queries; index++) rank(index);
        var times = new double[Queries];
        var allocated = GC.GetAllocatedBytesForCurrentThread();
        var processor = Environment.CpuUsage.TotalTime;
        for (var index = 0; index < Queries; index++)
        {
            var from = Stopwatch.GetTimestamp();
            rank(index);
            times[index] = Stopwatch.GetElapsedTime(from).TotalMilliseconds;
        }

        var spent = (Environment.CpuUsage.TotalTime - processor).TotalMilliseconds / Queries;
        allocated = (GC.GetAllocatedBytesForCurrentThread() - allocated) / Queries / 1024;
        Array.Sort(times);
        output.WriteLine(
            $"| {name} | {times[Queries / 2]:0.00} | {times[Queries * 95 / 100]:0.00} | {times[^1]:0.00} | {spent:0.00} | {allocated} | {notes} |");
    }

    /// <summary>What is there once for the whole process is no profile's memory.</summary>
    static void LoadTaxonomy()
    {
        var market = new GeneratedMarket(3);
        var pool = new MatchPool();
        foreach (var graduate in market.Graduates(50)) pool.Upsert(graduate);
        foreach (var job in market.Jobs(50)) pool.RankGraduates(job, new RankQuery(GeneratedMarket.Today));
    }

    static long Memory() => GC.GetTotalMemory(forceFullCollection: true);
}

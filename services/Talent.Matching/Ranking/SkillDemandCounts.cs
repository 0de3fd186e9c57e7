namespace Talent.Matching.Ranking;

/// <summary>How many published jobs ask for each skill at each level, kept as jobs come and go. One writer (the pool's
/// lock), readers without a lock.</summary>
internal sealed class SkillDemandCounts(Func<Guid, JobFacts?> published)
{
    const int Levels = 4;

    int[] _counts = new int[64 * Levels];

    public void Add(JobFacts job, int change)
    {
        foreach (var ask in job.Skills)
        {
            var at = (ask.Ordinal * Levels) + ask.Level - 1;
            if (at >= _counts.Length)
            {
                var larger = new int[Math.Max(at + 1, _counts.Length * 2)];
                _counts.CopyTo(larger, 0);
                Volatile.Write(ref _counts, larger);
            }

            _counts[at] += change;
        }
    }

    /// <summary>Other published jobs that ask for the skill above what the graduate has and at most at the level that
    /// this job needs: what closing the gap opens besides this job.</summary>
    public int Unlocked(int skill, int have, int need, Guid besides)
    {
        if (skill == SkillVocabulary.Unknown) return 0;
        var counts = Volatile.Read(ref _counts);
        var jobs = 0;
        for (var level = have + 1; level <= need; level++)
            if ((skill * Levels) + level - 1 < counts.Length) jobs += counts[(skill * Levels) + level - 1];
        var own = published(besides)?.Skills.Any(ask => ask.Ordinal == skill && ask.Level > have && ask.Level <= need) ?? false;
        return own ? jobs - 1 : jobs;
    }
}

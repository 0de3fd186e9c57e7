using Talent.Contracts.Graduates;
using Talent.Contracts.Jobs;
using Talent.Contracts.Matching;

namespace Talent.Matching.Ranking;

/// <summary>All graduates and jobs in memory, as far as ranking reads them, and the rankings between them. Filled from
/// <see cref="GraduateProfileChanged"/> and <see cref="JobNeedChanged"/>, in any order; an older version is ignored.
/// <para>Any number of readers rank without a lock: each takes a snapshot of the columns and sees every graduate once,
/// as of that moment. Writers take turns; a write costs microseconds, except when a quarter of all rows are old versions
/// and the writer compacts (readers go on with the rows that they hold).</para>
/// <para>Memory: see the ranking benchmark; some 400 bytes for a profile with ten skills, postings and cohort included. Numbers of skills and of
/// distinct wishes are never given back until the process restarts.</para></summary>
internal sealed class MatchPool
{
    const int FewRows = 1024;
    const int Gone = -1;

    readonly Lock _writing = new();
    readonly AdditiveModel _model = AdditiveModel.Default;
    readonly Scorer _scorer;
    readonly SkillVocabulary _skills = new();
    readonly AspectInterners _aspects = new();
    readonly Dictionary<Guid, (int Row, int Version)> _rows = [];
    readonly JobTable _jobs = new();
    readonly Dictionary<Guid, int> _removedJobs = [];
    readonly SkillDemandCounts _demand;
    GraduateColumns _graduates = new();

    public MatchPool(Scorer? scorer = null)
    {
        _scorer = scorer ?? Scorer.Additive;
        _demand = new SkillDemandCounts(id => _jobs.Find(id) is { Published: true } job ? job : null);
        Cohorts = new CohortStandings(this);
    }

    /// <summary>How cohorts stand in the market.</summary>
    public CohortStandings Cohorts { get; }

    /// <summary>The scorer and its version, named in answers.</summary>
    public string Model => _scorer.Name;

    /// <summary>Current profiles, hidden ones included.</summary>
    public int Graduates
    {
        get
        {
            lock (_writing) return _graduates.Count - _graduates.Ended;
        }
    }

    /// <summary>Jobs of any state.</summary>
    public int Jobs => _jobs.Count;

    /// <summary>Takes over a profile; one that says it was removed is dropped. False when a version at least as new is
    /// known.</summary>
    public bool Upsert(Graduate graduate)
    {
        if (graduate.Removed) return RemoveGraduate(graduate.Id, graduate.Version);
        var facts = GraduateFacts.From(graduate, _skills.Intern);
        Span<int> aspects = stackalloc int[AspectInterners.Aspects];
        lock (_writing)
        {
            var known = _rows.TryGetValue(graduate.Id, out var now);
            if (known && now.Version >= graduate.Version) return false;
            _aspects.Intern(facts, aspects);
            var hidden = string.Equals(graduate.Visibility, "hidden", StringComparison.Ordinal);
            var row = _graduates.Append(graduate.Id, hidden, aspects, facts.Skills.Span, known ? now.Row : Gone);
            _rows[graduate.Id] = (row, graduate.Version);
            CompactIfWorthwhile();
            Cohorts.Changed(graduate);
        }

        return true;
    }

    /// <summary>Drops a profile; the version is remembered, so that an older document does not bring it back.</summary>
    public bool RemoveGraduate(Guid id, int version)
    {
        lock (_writing)
        {
            var known = _rows.TryGetValue(id, out var now);
            if (known && now.Version >= version) return false;
            if (known && now.Row != Gone) _graduates.Remove(now.Row);
            _rows[id] = (Gone, version);
            CompactIfWorthwhile();
            Cohorts.Removed(id);
        }

        return true;
    }

    /// <summary>Takes over a job need of any state. False when a version at least as new is known.</summary>
    public bool Upsert(JobNeed need)
    {
        var job = JobFacts.From(need, _model, _skills.Intern);
        lock (_writing)
        {
            var known = _jobs.Find(need.Id);
            if (Math.Max(known?.Version ?? 0, _removedJobs.GetValueOrDefault(need.Id)) >= need.Version) return false;
            Replace(known, job);
            Cohorts.Changed(job.Id);
        }

        return true;
    }

    /// <summary>Drops a job; the version is remembered, so that an older document does not bring it back.</summary>
    public bool RemoveJob(Guid id, int version)
    {
        lock (_writing)
        {
            var known = _jobs.Find(id);
            if (Math.Max(known?.Version ?? 0, _removedJobs.GetValueOrDefault(id)) >= version) return false;
            _removedJobs[id] = version;
            Replace(known, null);
            Cohorts.Changed(id);
        }

        return true;
    }

    /// <summary>Ranks graduates for a job of any state, in the pool or not: up to <see cref="RankQuery.EligibleDepth"/> whom
    /// no rule blocks, then up to <see cref="RankQuery.BlockedDepth"/> others. Within each, those who share a skill with the
    /// job are retrieved first.</summary>
    public RankedPage<RankedMatch> RankGraduates(JobNeed job, RankQuery query) =>
        new GraduateRanking(JobFacts.From(job, _model, _skills.Find), query, _aspects, _scorer)
            .Rank(Volatile.Read(ref _graduates).Read(), _demand);

    /// <summary>Ranks published jobs for a graduate, in the pool or not; depths as for graduates.</summary>
    public RankedPage<RankedMatch> RankJobs(Graduate graduate, RankQuery query) =>
        new JobRanking(GraduateFacts.From(graduate, _skills.Find), query, _scorer).Rank(_jobs, _demand);

    /// <summary>Graduates whom no rule blocks and whose additive score reaches the strong score; none for a job that is not
    /// published or not in the pool. Hidden profiles count: their own college asks.</summary>
    internal List<Guid> StrongGraduates(Guid jobId, DateOnly today) =>
        _jobs.Find(jobId) is { Published: true } job
            ? new StrongMatches(_model, today).Graduates(job, Volatile.Read(ref _graduates).Read(), _aspects)
            : [];

    /// <summary>Any published job that is a strong match for the graduate; null when there is none.</summary>
    internal Guid? FindStrongJob(Guid graduateId, DateOnly today)
    {
        GraduateFacts? graduate;
        lock (_writing)
        {
            if (!_rows.TryGetValue(graduateId, out var now) || now.Row == Gone) return null;
            graduate = _aspects.Facts(_graduates.Read(), now.Row);
        }

        return new StrongMatches(_model, today).Job(graduate, _jobs);
    }

    internal IEnumerable<Guid> PublishedJobs() =>
        _jobs.All.ToArray().Where(job => job is { Published: true }).Select(job => job!.Id);

    void Replace(JobFacts? known, JobFacts? job)
    {
        if (known is { Published: true }) _demand.Add(known, -1);
        if (job is { Published: true }) _demand.Add(job, +1);
        if (job is not null) _jobs.Put(job);
        else if (known is not null) _jobs.Remove(known.Id);
    }

    void CompactIfWorthwhile()
    {
        if (_graduates.Ended < FewRows || _graduates.Ended * 4 < _graduates.Count) return;
        Volatile.Write(ref _graduates, _graduates.Compact((id, row) => _rows[id] = (row, _rows[id].Version)));
    }
}

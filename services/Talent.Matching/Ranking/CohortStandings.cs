using Talent.Contracts.Graduates;
using Talent.Contracts.Matching;

namespace Talent.Matching.Ranking;

/// <summary>How many graduates of each cohort have a strong match: one published job at least that no rule blocks and whose
/// additive score reaches the model's strong score. Sizes are exact at once; strong matches are as of the last
/// <see cref="RefreshStrongMatches"/>, which looks only at what changed since the one before. For each graduate with a strong
/// match one such job is remembered as the witness; as long as it holds, no other needs to be looked at.</summary>
internal sealed class CohortStandings(MatchPool pool)
{
    /// <summary>Above this part of all members, scanning every job once is cheaper than searching for each graduate.</summary>
    const int ManyPart = 16;
    const int FewGraduates = 64;

    readonly Lock _state = new();
    readonly Lock _refreshing = new();
    readonly Dictionary<Guid, Dictionary<string, Cohort>> _organisations = [];
    readonly Dictionary<Guid, Member> _members = [];
    readonly Dictionary<Guid, HashSet<Guid>> _witnessedBy = [];
    HashSet<Guid> _changedGraduates = [];
    HashSet<Guid> _changedJobs = [];
    DateOnly _asOf;

    /// <summary>An organisation's cohorts by name; one without graduates is not listed.</summary>
    public IReadOnlyList<CohortStanding> Of(Guid organisationId)
    {
        lock (_state)
        {
            if (!_organisations.TryGetValue(organisationId, out var cohorts)) return [];
            return [.. cohorts.Values.Where(cohort => cohort.Graduates > 0).OrderBy(cohort => cohort.Name, StringComparer.Ordinal)
                .Select(cohort => new CohortStanding(
                    cohort.Name, cohort.Graduates, cohort.Strong, AdditiveModel.Default.StrongScore))];
        }
    }

    /// <summary>Brings strong matches up to date. Meant for a background task; may take seconds after a large import or when
    /// the day has changed, holds up no reader, and goes on where it was when cancelled.</summary>
    /// <param name="today">The day for which the rules are asked, UTC.</param>
    /// <exception cref="OperationCanceledException">Cancelled; what is left is done by the next call.</exception>
    public void RefreshStrongMatches(DateOnly today, CancellationToken cancellationToken)
    {
        lock (_refreshing)
        {
            var (jobs, unsure, whole) = TakeChanges(today);
            try
            {
                foreach (var job in jobs.ToArray())
                {
                    cancellationToken.ThrowIfCancellationRequested();
                    Witness(job, pool.StrongGraduates(job, today), unsure);
                    jobs.Remove(job);
                }

                foreach (var graduate in unsure.ToArray())
                {
                    cancellationToken.ThrowIfCancellationRequested();
                    var witness = whole ? null : pool.FindStrongJob(graduate, today);
                    lock (_state) SetWitness(graduate, witness);
                    unsure.Remove(graduate);
                }
            }
            finally
            {
                PutBack(jobs, unsure);
            }
        }
    }

    /// <summary>Called by the pool for each profile taken over.</summary>
    internal void Changed(Graduate graduate)
    {
        lock (_state)
        {
            var cohort = CohortOf(graduate);
            if (_members.TryGetValue(graduate.Id, out var member) && member.Cohort == cohort)
            {
                _changedGraduates.Add(graduate.Id);
                return;
            }

            Forget(graduate.Id);
            if (cohort is null) return;
            _members[graduate.Id] = new Member(cohort);
            cohort.Graduates++;
            _changedGraduates.Add(graduate.Id);
        }
    }

    /// <summary>Called by the pool for each profile dropped.</summary>
    internal void Removed(Guid graduate)
    {
        lock (_state) Forget(graduate);
    }

    /// <summary>Called by the pool for each job taken over or dropped.</summary>
    internal void Changed(Guid job)
    {
        lock (_state) _changedJobs.Add(job);
    }

    (HashSet<Guid> Jobs, HashSet<Guid> Graduates, bool Whole) TakeChanges(DateOnly today)
    {
        lock (_state)
        {
            var (jobs, graduates) = (_changedJobs, _changedGraduates);
            (_changedJobs, _changedGraduates) = ([], []);
            var whole = today != _asOf || graduates.Count > Math.Max(FewGraduates, _members.Count / ManyPart);
            _asOf = today;
            if (whole)
            {
                jobs.UnionWith(pool.PublishedJobs());
                jobs.UnionWith(_witnessedBy.Keys);
            }

            return (jobs, graduates, whole);
        }
    }

    /// <summary>Notes for whom the job is a strong match, and doubts those for whom it was the witness and is no longer.</summary>
    void Witness(Guid job, List<Guid> strong, HashSet<Guid> unsure)
    {
        lock (_state)
        {
            var before = _witnessedBy.TryGetValue(job, out var witnessed) ? witnessed.ToHashSet() : [];
            foreach (var graduate in strong)
            {
                before.Remove(graduate);
                if (!_members.TryGetValue(graduate, out var member)) continue;
                if (unsure.Remove(graduate) || member.Witness is null) SetWitness(graduate, job);
            }

            unsure.UnionWith(before);
        }
    }

    void SetWitness(Guid graduate, Guid? job)
    {
        if (!_members.TryGetValue(graduate, out var member) || member.Witness == job) return;
        if (member.Witness is { } old && _witnessedBy.TryGetValue(old, out var others))
        {
            others.Remove(graduate);
            if (others.Count == 0) _witnessedBy.Remove(old);
        }

        member.Cohort.Strong += (job is null ? 0 : 1) - (member.Witness is null ? 0 : 1);
        _members[graduate] = member with { Witness = job };
        if (job is not { } witness) return;
        if (!_witnessedBy.TryGetValue(witness, out var graduates)) _witnessedBy[witness] = graduates = [];
        graduates.Add(graduate);
    }

    void PutBack(HashSet<Guid> jobs, HashSet<Guid> graduates)
    {
        lock (_state)
        {
            _changedJobs.UnionWith(jobs);
            _changedGraduates.UnionWith(graduates.Where(_members.ContainsKey));
        }
    }

    void Forget(Guid graduate)
    {
        SetWitness(graduate, null);
        _changedGraduates.Remove(graduate);
        if (_members.Remove(graduate, out var member)) member.Cohort.Graduates--;
    }

    Cohort? CohortOf(Graduate graduate)
    {
        if (graduate is not { OrganisationId: { } organisation, Cohort: { } name }) return null;
        if (!_organisations.TryGetValue(organisation, out var cohorts))
            _organisations[organisation] = cohorts = new Dictionary<string, Cohort>(StringComparer.Ordinal);
        if (!cohorts.TryGetValue(name, out var cohort)) cohorts[name] = cohort = new Cohort(name);
        return cohort;
    }

    sealed class Cohort(string name)
    {
        public string Name { get; } = name;
        public int Graduates { get; set; }
        public int Strong { get; set; }
    }

    readonly record struct Member(Cohort Cohort, Guid? Witness = null);
}

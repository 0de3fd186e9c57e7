using System.Collections.Concurrent;

namespace Talent.Matching.Ranking;

/// <summary>The jobs by id, and side by side for reading through all of them. One writer at a time (the pool's lock), readers
/// without a lock: a job that changes meanwhile is seen once, as it was or as it is.</summary>
internal sealed class JobTable
{
    readonly ConcurrentDictionary<Guid, int> _places = [];
    readonly Stack<int> _free = [];
    JobFacts?[] _jobs = new JobFacts?[64];
    int _used;

    public int Count => _places.Count;

    /// <summary>Every job; null where there is none.</summary>
    public ReadOnlySpan<JobFacts?> All
    {
        get
        {
            var used = Volatile.Read(ref _used);
            return Volatile.Read(ref _jobs).AsSpan(0, used);
        }
    }

    public JobFacts? Find(Guid id) =>
        _places.TryGetValue(id, out var place) && Volatile.Read(ref _jobs)[place] is { } job && job.Id == id ? job : null;

    public void Put(JobFacts job)
    {
        if (_places.TryGetValue(job.Id, out var known))
        {
            Volatile.Write(ref _jobs[known], job);
            return;
        }

        if (!_free.TryPop(out var place)) place = _used;
        if (place == _jobs.Length)
        {
            var larger = new JobFacts?[place * 2];
            _jobs.CopyTo(larger, 0);
            Volatile.Write(ref _jobs, larger);
        }

        Volatile.Write(ref _jobs[place], job);
        _places[job.Id] = place;
        if (place == _used) Volatile.Write(ref _used, place + 1);
    }

    public void Remove(Guid id)
    {
        if (!_places.TryRemove(id, out var place)) return;
        Volatile.Write(ref _jobs[place], null);
        _free.Push(place);
    }
}

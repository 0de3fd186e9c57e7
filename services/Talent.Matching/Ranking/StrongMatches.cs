using System.Buffers;
using Talent.Matching.Eligibility;

namespace Talent.Matching.Ranking;

/// <summary>Finds pairs that no rule blocks and whose additive score reaches the model's strong score.</summary>
internal sealed class StrongMatches(AdditiveModel model, DateOnly today)
{
    public List<Guid> Graduates(JobFacts job, in GraduateColumns.Snapshot graduates, AspectInterners interners)
    {
        var rented = ArrayPool<int>.Shared.Rent(graduates.Count);
        var scores = rented.AsSpan(0, graduates.Count);
        using (var scan = new AdditiveScan(job, today, interners, graduates.Count)) scan.Score(graduates, 0, scores);
        var strong = new List<Guid>();
        for (var row = 0; row < scores.Length; row++)
        {
            if (AdditiveScan.IsBlocked(scores[row]) || !IsStrong(AdditiveScan.UnitsOf(scores[row]), job)) continue;
            if (graduates.IsCurrent(row)) strong.Add(graduates.Ids[row]);
        }

        ArrayPool<int>.Shared.Return(rented);
        return strong;
    }

    public Guid? Job(GraduateFacts graduate, JobTable jobs)
    {
        foreach (var job in jobs.All)
            if (job is { Published: true } && CanBeStrong(job, graduate) && EligibilityRules.AreMet(job, graduate, today)) return job.Id;
        return null;
    }

    /// <summary>Adds up features, skills first, until even full marks in all others would not be enough.</summary>
    bool CanBeStrong(JobFacts job, GraduateFacts graduate)
    {
        var atMost = job.MaxUnits;
        foreach (var feature in job.Features)
        {
            atMost -= feature.Weight - feature.Effect(feature.Value(graduate));
            if (!IsStrong(atMost, job)) return false;
        }

        return true;
    }

    bool IsStrong(int units, JobFacts job) => job.MaxUnits > 0 && (double)units / job.MaxUnits >= model.StrongScore;
}

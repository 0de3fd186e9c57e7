namespace Talent.Matching.Ranking;

/// <summary>Scores pairs one after the other, with the same buffers.</summary>
internal sealed class PairScore(Scorer scorer)
{
    double[] _values = [];
    int[] _effects = [];

    public Scored<T> Of<T>(Guid id, bool eligible, JobFacts job, GraduateFacts graduate, T item)
    {
        var features = job.Features;
        if (_values.Length < features.Length)
        {
            _values = new double[features.Length];
            _effects = new int[features.Length];
        }

        var values = _values.AsSpan(0, features.Length);
        for (var index = 0; index < values.Length; index++) values[index] = features[index].Value(graduate);
        var units = scorer.Score(features, values, _effects.AsSpan(0, features.Length));
        return Of(id, eligible, units, job, item);
    }

    public static Scored<T> Of<T>(Guid id, bool eligible, int units, JobFacts job, T item) =>
        new(id, eligible, units, job.MaxUnits == 0 ? 0 : (double)units / job.MaxUnits, item);
}

using Talent.Matching.Ranking.Features;

namespace Talent.Matching.Ranking;

/// <summary>What turns the features of a pair into effects. This is the one place where a ranker is plugged in: retrieval
/// always uses the additive weights; what it retrieved is scored, ordered and explained by this.</summary>
/// <param name="Name">The model and its version, named in answers.</param>
/// <param name="Score">Features vector in, contributions out.</param>
internal sealed record Scorer(string Name, ScoreFeatures Score)
{
    public static Scorer Additive { get; } = new(AdditiveModel.Default.Name, AddUp);

    static int AddUp(ReadOnlySpan<PairFeature> features, ReadOnlySpan<double> values, Span<int> effects)
    {
        var raw = 0;
        for (var index = 0; index < features.Length; index++)
            raw += effects[index] = features[index].Effect(values[index]);
        return raw;
    }
}

/// <summary>Scores one pair.</summary>
/// <param name="features">The job's features, in the order in which they are shown.</param>
/// <param name="values">Their values, 0 to 1.</param>
/// <param name="effects">Receives what each adds, in units of 1/1024 point, at most the feature's weight; a model that
/// computes in floating point rounds here, and puts the remainder into its largest effect.</param>
/// <returns>The sum of the effects: the raw value in units.</returns>
internal delegate int ScoreFeatures(ReadOnlySpan<PairFeature> features, ReadOnlySpan<double> values, Span<int> effects);

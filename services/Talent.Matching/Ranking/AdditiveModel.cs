using System.Text.Json;

namespace Talent.Matching.Ranking;

/// <summary>The additive scorer's weights: data, read from <c>Ranking/Model/additive-1.json</c>, which documents each.</summary>
internal sealed record AdditiveModel
{
    /// <summary>Effects are whole numbers of 1/1024 point. A multiple of a negative power of two is exact in a double
    /// and its shortest decimal form is exact too, so effects sum to the raw value without any rounding: in any order,
    /// after JSON, in binary or in decimal arithmetic.</summary>
    public const int UnitsPerPoint = 1024;

    static readonly JsonSerializerOptions Web = new(JsonSerializerDefaults.Web);

    public static AdditiveModel Default { get; } = Read("additive-1");

    public required string Name { get; init; }
    /// <summary>The score from which a match counts as strong.</summary>
    public required double StrongScore { get; init; }
    /// <summary>Points by feature; those of skills, certificates and languages are shared by all that a job asks for.</summary>
    public required IReadOnlyDictionary<string, double> Weights { get; init; }
    public required IReadOnlyDictionary<string, double> Evidence { get; init; }
    public required ImportanceWeights Importance { get; init; }
    public required double Unstated { get; init; }
    public required double UnverifiedCertificate { get; init; }
    public required double LanguageAtMinimum { get; init; }
    public required double LanguagePerLevelAbove { get; init; }
    public required double LanguageBelow { get; init; }
    public required double EducationAtMinimum { get; init; }
    public required double EducationPerLevelAbove { get; init; }

    /// <summary>The feature's weight in units.</summary>
    public int Units(string feature) => (int)(Weights[feature] * UnitsPerPoint);

    /// <summary>What each kind of evidence is worth, 0 (the graduate's own word) to 1, indexed by <see cref="Ranking.Evidence"/>.</summary>
    public IReadOnlyList<double> Worths => field ??= [0, Evidence["assessed"], Evidence["contest"], Evidence["certificate"]];

    /// <summary>One demand's part of a weight that several share, by importance.</summary>
    public int Share(string feature, bool required, IEnumerable<bool> all) =>
        (int)(Units(feature) * Weight(required) / all.Sum(Weight));

    double Weight(bool required) => required ? Importance.Required : Importance.Preferred;

    static AdditiveModel Read(string name)
    {
        using var stream = typeof(AdditiveModel).Assembly.GetManifestResourceStream($"Talent.Matching.Ranking.Model.{name}.json")
            ?? throw new InvalidOperationException($"The scoring model {name} is not embedded.");
        return JsonSerializer.Deserialize<AdditiveModel>(stream, Web)
            ?? throw new InvalidOperationException($"The scoring model {name} is empty.");
    }
}

/// <summary>How much a required demand weighs beside a preferred one.</summary>
internal sealed record ImportanceWeights(double Required, double Preferred);

using Talent.Contracts.Jobs;
using Talent.Matching.Eligibility;
using Talent.Matching.Ranking.Features;

namespace Talent.Matching.Ranking;

/// <summary>A skill that a job asks for.</summary>
/// <param name="Ordinal">Its number in the pool; <see cref="SkillVocabulary.Unknown"/> when nobody has it.</param>
/// <param name="Level">1 to 4.</param>
internal sealed record SkillAsk(int Ordinal, ConceptRef Skill, int Level, bool Required)
{
    /// <summary>The concept's URI, or the text when it was not recognised.</summary>
    public string Key => Skill.Uri ?? Skill.Text;

    /// <summary>The concept's label in the reader's language, or the text as written.</summary>
    public string Label(string language) => Concepts.Label(Skill.Uri, language) ?? Skill.Text;
}

/// <summary>What ranking knows of a job need, prepared: the rules that apply and the features with their weights.</summary>
internal sealed class JobFacts
{
    const decimal HoursPerMonth = 160;

    public required Guid Id { get; init; }
    public required int Version { get; init; }
    public required bool Published { get; init; }
    public required string Country { get; init; }
    public required ClockZone Zone { get; init; }
    public required bool Remote { get; init; }
    public required string Mode { get; init; }
    public required string Contract { get; init; }
    public required string Permit { get; init; }
    public required string[] RemoteCountries { get; init; }
    public required int OverlapHours { get; init; }
    public required DateOnly? StartsOn { get; init; }
    public required DateOnly? ClosesOn { get; init; }
    public required int Isced { get; init; }
    public required int ExperienceMonths { get; init; }
    public required LanguageNeed[] Languages { get; init; }
    public required CertificateNeed[] Certificates { get; init; }
    public required SkillAsk[] Skills { get; init; }
    /// <summary>Null when none is asked.</summary>
    public required Occupation? Occupation { get; init; }
    /// <summary>Folded fields: what the education asks for and the occupation's.</summary>
    public required ValueList<string> Fields { get; init; }
    /// <summary>The most that is paid in a month; null when no pay is given.</summary>
    public required decimal? MonthlyPay { get; init; }
    public required string? Currency { get; init; }

    public EligibilityRule[] Rules { get; private set; } = [];
    public PairFeature[] Features { get; private set; } = [];
    /// <summary>Those of the features that read one skill.</summary>
    public SkillBound[] SkillFeatures { get; private set; } = [];
    /// <summary>The skill of each of <see cref="SkillFeatures"/>, side by side: most jobs are passed over by these alone.</summary>
    public int[] SkillOrdinals { get; private set; } = [];
    /// <summary>The raw value, in units, that a graduate could reach at most.</summary>
    public int MaxUnits { get; private set; }

    /// <param name="number">Gives a skill its number in the pool.</param>
    public static JobFacts From(JobNeed job, AdditiveModel model, Func<ConceptRef, int> number)
    {
        var facts = new JobFacts
        {
            Id = job.Id,
            Version = job.Version,
            Published = string.Equals(job.State, "published", StringComparison.Ordinal),
            Country = job.Country,
            Zone = ClockZone.Of(job.Zone),
            Remote = string.Equals(job.Mode, "remote", StringComparison.Ordinal),
            Mode = job.Mode,
            Contract = job.Contract,
            Permit = job.Permit,
            RemoteCountries = [.. job.RemoteCountries],
            OverlapHours = job.OverlapHours,
            StartsOn = job.StartsOn,
            ClosesOn = job.ClosesOn,
            Isced = job.Isced ?? 0,
            ExperienceMonths = job.ExperienceMonths,
            Languages = LanguagesOf(job.Languages),
            Certificates = CertificatesOf(job.Certificates),
            Skills = AsksOf(job.Skills, number),
            Occupation = job.Occupation is { } occupation ? Ranking.Occupation.Of(occupation.Uri ?? Concepts.Fold(occupation.Text)) : null,
            Fields = FieldsOf(job),
            MonthlyPay = MonthlyPayOf(job),
            Currency = job.Currency,
        };
        facts.Rules = [.. EligibilityRules.All.Where(rule => rule.Asks(facts))];
        facts.Features = FeatureCatalogue.For(facts, model);
        facts.SkillFeatures = [.. facts.Features.OfType<SkillBound>()];
        facts.SkillOrdinals = Array.ConvertAll(facts.SkillFeatures, feature => feature.Ask.Ordinal);
        facts.MaxUnits = facts.Features.Sum(feature => feature.Weight);
        return facts;
    }

    /// <summary>A skill asked for twice counts once: at the higher level, required if either is.</summary>
    static SkillAsk[] AsksOf(IReadOnlyList<SkillNeed> needs, Func<ConceptRef, int> number) =>
    [
        .. needs.GroupBy(need => need.Skill.Uri ?? "text:" + Concepts.Fold(need.Skill.Text), StringComparer.Ordinal)
            .Select(same => new SkillAsk(
                number(same.First().Skill), same.First().Skill, Math.Clamp(same.Max(need => need.Level), 1, 4),
                same.Any(need => need.Required))),
    ];

    /// <summary>The same level asked for twice counts once. Two levels of one language stay two demands: one may be required
    /// and the other preferred.</summary>
    static LanguageNeed[] LanguagesOf(IReadOnlyList<LanguageNeed> needs) =>
    [
        .. needs.Select(need => need with { Language = Demands.LanguageCode(need.Language) })
            .OrderByDescending(need => need.Required).DistinctBy(need => (need.Language, need.Rank)),
    ];

    static CertificateNeed[] CertificatesOf(IReadOnlyList<CertificateNeed> needs) =>
        [.. needs.OrderByDescending(need => need.Required).DistinctBy(need => (need.Scheme, need.Field, need.MinLevel))];

    static ValueList<string> FieldsOf(JobNeed job) => ValueList.OfSet(
        new[] { job.EducationField is null ? null : Concepts.Fold(job.EducationField), Concepts.Field(job.Occupation?.Uri) }
            .OfType<string>());

    static decimal? MonthlyPayOf(JobNeed job) => job.PayPeriod switch
    {
        "hour" => (job.PayMax ?? job.PayMin) * HoursPerMonth,
        "year" => (job.PayMax ?? job.PayMin) / 12,
        _ => job.PayMax ?? job.PayMin,
    };
}

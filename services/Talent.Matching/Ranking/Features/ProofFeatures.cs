using Talent.Contracts.Jobs;

namespace Talent.Matching.Ranking.Features;

/// <summary>A certificate that the job asks for: worth more when the platform has checked it.</summary>
internal sealed class CertificateFeature(CertificateNeed need, int weight, double unverified)
    : PairFeature(CodeOf(need), weight)
{
    public override Aspect? Reads => Aspect.Certificates;

    public override double Value(GraduateFacts graduate)
    {
        var value = 0.0;
        foreach (var held in graduate.Certificates.Span)
            if (need.IsMetBy(held)) value = Math.Max(value, held.Verified ? 1 : unverified);
        return value;
    }

    public override string Label(Wording wording) => wording.Format("FeatureCertificate", need.Display(wording));

    public override string Note(GraduateFacts graduate, Wording wording) =>
        wording[Value(graduate) switch { 0 => "NoteNotHeld", 1 => "NoteHeldChecked", _ => "NoteHeld" }];

    static string CodeOf(CertificateNeed need) => $"certificate:{need.Scheme}/{need.Field ?? "*"}:{need.MinLevel}";
}

/// <summary>A language that the job asks for: the minimum counts, more counts more.</summary>
internal sealed class LanguageFeature(LanguageNeed need, int weight, AdditiveModel model)
    : PairFeature($"language:{need.Language}:{need.Min}", weight)
{
    public override Aspect? Reads => Aspect.Languages;

    public override double Value(GraduateFacts graduate)
    {
        var rank = graduate.RankIn(need.Language);
        return rank < need.Rank
            ? model.LanguageBelow * rank / need.Rank
            : Math.Min(1, model.LanguageAtMinimum + (model.LanguagePerLevelAbove * (rank - need.Rank)));
    }

    public override string Label(Wording wording) => wording.LanguageName(need.Language);

    public override string Note(GraduateFacts graduate, Wording wording) => graduate.LevelIn(need.Language) is { } held
        ? wording.Format("NoteLevelOf", held, need.Display())
        : wording.Format("NoteMissingOf", need.Display());
}

/// <summary>Education at or above the level asked for.</summary>
internal sealed class EducationFeature(int isced, int weight, AdditiveModel model) : PairFeature("education", weight)
{
    public override Aspect? Reads => Aspect.Education;

    public override double Value(GraduateFacts graduate) => graduate.Isced < isced
        ? 0
        : Math.Min(1, model.EducationAtMinimum + (model.EducationPerLevelAbove * (graduate.Isced - isced)));

    public override string Label(Wording wording) => wording["FeatureEducation"];

    public override string Note(GraduateFacts graduate, Wording wording) =>
        wording.Format("NoteLevelOf", wording["Isced" + graduate.Isced], wording["Isced" + isced]);
}

/// <summary>Months worked against the months asked for.</summary>
internal sealed class ExperienceFeature(int months, int weight) : PairFeature("experience", weight)
{
    public override Aspect? Reads => Aspect.Experience;

    public override double Value(GraduateFacts graduate) => Math.Min(1, (double)graduate.ExperienceMonths / months);

    public override string Label(Wording wording) => wording["FeatureExperience"];

    public override string Note(GraduateFacts graduate, Wording wording) =>
        wording.Format("NoteMonths", graduate.ExperienceMonths, months);
}

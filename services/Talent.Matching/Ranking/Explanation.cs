using Talent.Contracts.Matching;
using Talent.Matching.Eligibility;

namespace Talent.Matching.Ranking;

/// <summary>Says why a candidate stands where it stands. Computed for the page that is shown, not for all that were
/// ranked.</summary>
internal sealed class Explanation(Scorer scorer, SkillDemandCounts demand, RankQuery query)
{
    readonly Wording _wording = new(query.Language);
    JobFacts? _labelled;
    string[] _labels = [];

    public RankedMatch Of<T>(Scored<T> candidate, int rank, JobFacts job, GraduateFacts graduate) => new()
    {
        Id = candidate.Id,
        Score = candidate.Score,
        Raw = (double)candidate.Units / AdditiveModel.UnitsPerPoint,
        Rank = rank,
        Eligible = candidate.Eligible,
        Blockers = EligibilityRules.Explain(job, graduate, query.Today, _wording),
        Contributions = Contributions(job, graduate),
        Gaps = Gaps(job, graduate),
    };

    Contribution[] Contributions(JobFacts job, GraduateFacts graduate)
    {
        var values = new double[job.Features.Length];
        var effects = new int[job.Features.Length];
        for (var index = 0; index < values.Length; index++) values[index] = job.Features[index].Value(graduate);
        scorer.Score(job.Features, values, effects);
        var labels = Labels(job);
        return [.. job.Features.Select((feature, index) => new Contribution(
            feature.Code, labels[index], Math.Round(values[index], 4), (double)effects[index] / AdditiveModel.UnitsPerPoint,
            (double)feature.Weight / AdditiveModel.UnitsPerPoint, feature.Note(graduate, _wording)))];
    }

    /// <summary>The same for every graduate on the page: written once.</summary>
    string[] Labels(JobFacts job)
    {
        if (_labelled != job)
            (_labelled, _labels) = (job, Array.ConvertAll(job.Features, feature => feature.Label(_wording)));
        return _labels;
    }

    SkillGap[] Gaps(JobFacts job, GraduateFacts graduate) =>
    [
        .. from ask in job.Skills
           let have = graduate.Skill(ask.Ordinal)?.Level ?? 0
           where have < ask.Level
           orderby ask.Required descending
           select new SkillGap(
               ask.Key, ask.Label(_wording.Language), have, ask.Level, ask.Required, [],
               demand.Unlocked(ask.Ordinal, have, ask.Level, job.Id)),
    ];
}

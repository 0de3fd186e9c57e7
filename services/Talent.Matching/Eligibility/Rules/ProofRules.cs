using Talent.Contracts.Graduates;
using Talent.Contracts.Jobs;
using Talent.Contracts.Matching;
using Talent.Matching.Ranking;

namespace Talent.Matching.Eligibility.Rules;

/// <summary>Each required language at its minimum; levels of different scales are compared by rank.</summary>
internal sealed class LanguageRule() : EligibilityRule("language", Aspect.Languages)
{
    public override bool Asks(JobFacts job) => job.Languages.Any(need => need.Required);

    public override bool IsMet(JobFacts job, GraduateFacts graduate, DateOnly today)
    {
        foreach (var need in job.Languages)
            if (need.Required && graduate.RankIn(need.Language) < need.Rank) return false;
        return true;
    }

    public override IEnumerable<Blocker> Explain(JobFacts job, GraduateFacts graduate, DateOnly today, Wording wording) =>
        from need in job.Languages
        where need.Required && graduate.RankIn(need.Language) < need.Rank
        let held = graduate.LevelIn(need.Language)
        let name = wording.LanguageName(need.Language)
        select held is null
            ? Blocked(wording, "LanguageMissing", name, need.Display())
            : Blocked(wording, "LanguageLow", name, need.Display(), held);
}

/// <summary>Each required certificate: the scheme, the field when one is named, at least the level. One that the
/// platform has not checked counts here; the score tells the two apart.</summary>
internal sealed class CertificateRule() : EligibilityRule("certificate", Aspect.Certificates)
{
    public override bool Asks(JobFacts job) => job.Certificates.Any(need => need.Required);

    public override bool IsMet(JobFacts job, GraduateFacts graduate, DateOnly today)
    {
        foreach (var need in job.Certificates)
            if (need.Required && !Holds(graduate, need)) return false;
        return true;
    }

    public override IEnumerable<Blocker> Explain(JobFacts job, GraduateFacts graduate, DateOnly today, Wording wording) =>
        job.Certificates.Where(need => need.Required && !Holds(graduate, need))
            .Select(need => Blocked(wording, "Certificate", need.Display(wording)));

    static bool Holds(GraduateFacts graduate, CertificateNeed need)
    {
        foreach (Certificate held in graduate.Certificates.Span)
            if (need.IsMetBy(held)) return true;
        return false;
    }
}

/// <summary>At least the ISCED level asked for; a profile that names no education does not show it.</summary>
internal sealed class EducationRule() : EligibilityRule("education", Aspect.Education)
{
    public override bool Asks(JobFacts job) => job.Isced > 0;

    public override bool IsMet(JobFacts job, GraduateFacts graduate, DateOnly today) => graduate.Isced >= job.Isced;

    public override IEnumerable<Blocker> Explain(JobFacts job, GraduateFacts graduate, DateOnly today, Wording wording) =>
        [Blocked(wording, graduate.Isced == 0 ? "EducationMissing" : "EducationLow", wording["Isced" + job.Isced], wording["Isced" + graduate.Isced])];
}

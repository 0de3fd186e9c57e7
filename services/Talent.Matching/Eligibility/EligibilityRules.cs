using Talent.Contracts.Matching;
using Talent.Matching.Eligibility.Rules;
using Talent.Matching.Ranking;

namespace Talent.Matching.Eligibility;

/// <summary>Every hard rule, in the order in which failing ones are shown.</summary>
internal static class EligibilityRules
{
    public static readonly IReadOnlyList<EligibilityRule> All =
    [
        new PermitRule(),
        new CountryRule(),
        new RemoteCountryRule(),
        new ModeRule(),
        new ContractRule(),
        new LanguageRule(),
        new CertificateRule(),
        new EducationRule(),
        new ClosingRule(),
        new StartRule(),
        new OverlapRule(),
    ];

    public static bool AreMet(JobFacts job, GraduateFacts graduate, DateOnly today)
    {
        foreach (var rule in job.Rules)
            if (!rule.IsMet(job, graduate, today)) return false;
        return true;
    }

    /// <summary>Everything that stands between the two; empty when the graduate is eligible.</summary>
    public static IReadOnlyList<Blocker> Explain(JobFacts job, GraduateFacts graduate, DateOnly today, Wording wording) =>
    [
        .. job.Rules.Where(rule => !rule.IsMet(job, graduate, today))
            .SelectMany(rule => rule.Explain(job, graduate, today, wording)),
    ];
}

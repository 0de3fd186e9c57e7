using Talent.Contracts.Matching;
using Talent.Matching.Ranking;

namespace Talent.Matching.Eligibility;

/// <summary>A hard rule between a job and a graduate. A rule keeps no state; what a profile does not say never fails a
/// rule unless the job asks for it.</summary>
/// <param name="code">The stable code in <see cref="Blocker.Rule"/>.</param>
/// <param name="reads">The only part of the profile that the rule reads.</param>
internal abstract class EligibilityRule(string code, Aspect reads)
{
    public string Code { get; } = code;

    public Aspect Reads { get; } = reads;

    /// <summary>False when no graduate at all can fail the rule for this job.</summary>
    public abstract bool Asks(JobFacts job);

    /// <param name="today">The day for which the question is asked, UTC.</param>
    public abstract bool IsMet(JobFacts job, GraduateFacts graduate, DateOnly today);

    /// <summary>Each thing that is not met, with what would cure it. Asked only when <see cref="IsMet"/> is false.</summary>
    public abstract IEnumerable<Blocker> Explain(JobFacts job, GraduateFacts graduate, DateOnly today, Wording wording);

    /// <summary>The sentences <c>Block{name}</c> and <c>Cure{name}</c> with the same values.</summary>
    protected Blocker Blocked(Wording wording, string name, params ReadOnlySpan<object?> values) =>
        new(Code, wording.Format("Block" + name, values), wording.Format("Cure" + name, values));
}

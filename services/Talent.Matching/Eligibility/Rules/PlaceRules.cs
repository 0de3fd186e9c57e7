using Talent.Contracts.Matching;
using Talent.Matching.Ranking;

namespace Talent.Matching.Eligibility.Rules;

/// <summary>Work at a place needs the right to work there, unless the employer provides or helps with the permit or none
/// is needed. Remote work is done where the graduate lives.</summary>
internal sealed class PermitRule() : EligibilityRule("permit", Aspect.WorkRight)
{
    public override bool Asks(JobFacts job) => !job.Remote && string.Equals(job.Permit, "own", StringComparison.Ordinal);

    public override bool IsMet(JobFacts job, GraduateFacts graduate, DateOnly today) => graduate.WorkRight.Covers(job.Country);

    public override IEnumerable<Blocker> Explain(JobFacts job, GraduateFacts graduate, DateOnly today, Wording wording) =>
        [Blocked(wording, "Permit", wording.Country(job.Country), wording.Country(graduate.WorkRight.Nationality))];
}

/// <summary>Work at a place must be in a country that the graduate wishes for, when any is named.</summary>
internal sealed class CountryRule() : EligibilityRule("country", Aspect.CountryWish)
{
    public override bool Asks(JobFacts job) => !job.Remote;

    public override bool IsMet(JobFacts job, GraduateFacts graduate, DateOnly today) =>
        graduate.Countries.Count == 0 || graduate.Countries.Contains(job.Country);

    public override IEnumerable<Blocker> Explain(JobFacts job, GraduateFacts graduate, DateOnly today, Wording wording) =>
        [Blocked(wording, "Country", wording.Country(job.Country), wording.CountryList(graduate.Countries))];
}

/// <summary>Remote work may be limited to people who live in certain countries.</summary>
internal sealed class RemoteCountryRule() : EligibilityRule("country", Aspect.Residence)
{
    public override bool Asks(JobFacts job) => job.Remote && job.RemoteCountries.Length > 0;

    public override bool IsMet(JobFacts job, GraduateFacts graduate, DateOnly today) =>
        Array.IndexOf(job.RemoteCountries, graduate.Country) >= 0;

    public override IEnumerable<Blocker> Explain(JobFacts job, GraduateFacts graduate, DateOnly today, Wording wording) =>
        [Blocked(wording, "RemoteCountry", wording.CountryList(job.RemoteCountries), wording.Country(graduate.Country))];
}

/// <summary>The mode of work must be one that the graduate wishes for, when any is named.</summary>
internal sealed class ModeRule() : EligibilityRule("mode", Aspect.Modes)
{
    public override bool Asks(JobFacts job) => true;

    public override bool IsMet(JobFacts job, GraduateFacts graduate, DateOnly today) =>
        graduate.Modes.Count == 0 || graduate.Modes.Contains(job.Mode);

    public override IEnumerable<Blocker> Explain(JobFacts job, GraduateFacts graduate, DateOnly today, Wording wording) =>
        [Blocked(wording, "Mode", wording["Mode_" + job.Mode], wording.List(graduate.Modes.Select(mode => wording["Mode_" + mode])))];
}

/// <summary>The kind of contract must be one that the graduate wishes for, when any is named.</summary>
internal sealed class ContractRule() : EligibilityRule("contract", Aspect.Contracts)
{
    public override bool Asks(JobFacts job) => true;

    public override bool IsMet(JobFacts job, GraduateFacts graduate, DateOnly today) =>
        graduate.Contracts.Count == 0 || graduate.Contracts.Contains(job.Contract);

    public override IEnumerable<Blocker> Explain(JobFacts job, GraduateFacts graduate, DateOnly today, Wording wording) =>
    [
        Blocked(wording, "Contract", wording["Contract_" + job.Contract],
            wording.List(graduate.Contracts.Select(contract => wording["Contract_" + contract]))),
    ];
}

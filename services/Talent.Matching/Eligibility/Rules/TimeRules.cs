using Talent.Contracts.Matching;
using Talent.Matching.Ranking;

namespace Talent.Matching.Eligibility.Rules;

/// <summary>Applications are taken up to and including the closing day.</summary>
internal sealed class ClosingRule() : EligibilityRule("dates", Aspect.Start)
{
    public override bool Asks(JobFacts job) => job.ClosesOn is not null;

    public override bool IsMet(JobFacts job, GraduateFacts graduate, DateOnly today) => job.ClosesOn >= today;

    public override IEnumerable<Blocker> Explain(JobFacts job, GraduateFacts graduate, DateOnly today, Wording wording) =>
        [Blocked(wording, "Closed", job.ClosesOn)];
}

/// <summary>The graduate can start no later than <see cref="ToleranceDays"/> after the job does; a job whose start has
/// passed starts today.</summary>
internal sealed class StartRule() : EligibilityRule("dates", Aspect.Start)
{
    public const int ToleranceDays = 30;

    public override bool Asks(JobFacts job) => job.StartsOn is not null;

    public override bool IsMet(JobFacts job, GraduateFacts graduate, DateOnly today) =>
        graduate.StartsFrom is not { } from || from <= Latest(job, today);

    public override IEnumerable<Blocker> Explain(JobFacts job, GraduateFacts graduate, DateOnly today, Wording wording) =>
        [Blocked(wording, "Start", job.StartsOn, graduate.StartsFrom, Latest(job, today))];

    static DateOnly Latest(JobFacts job, DateOnly today) =>
        (job.StartsOn > today ? job.StartsOn.Value : today).AddDays(ToleranceDays);
}

/// <summary>Remote work may ask that some working hours fall into the employer's 09:00–18:00.</summary>
internal sealed class OverlapRule() : EligibilityRule("overlap", Aspect.Hours)
{
    public override bool Asks(JobFacts job) => job.Remote && job.OverlapHours > 0;

    public override bool IsMet(JobFacts job, GraduateFacts graduate, DateOnly today) =>
        Minutes(job, graduate, today) >= job.OverlapHours * 60;

    public override IEnumerable<Blocker> Explain(JobFacts job, GraduateFacts graduate, DateOnly today, Wording wording) =>
    [
        Blocked(wording, "Overlap", job.OverlapHours, Math.Round(Minutes(job, graduate, today) / 60.0, 1), job.Zone.Id,
            graduate.Hours.Zone.Id, WorkingHoursOverlap.EmployerDay(job.Zone, graduate.Hours.Zone, Day(job, today))),
    ];

    static int Minutes(JobFacts job, GraduateFacts graduate, DateOnly today) =>
        WorkingHoursOverlap.Minutes(graduate.Hours, job.Zone, Day(job, today));

    static DateOnly Day(JobFacts job, DateOnly today) => job.StartsOn > today ? job.StartsOn.Value : today;
}

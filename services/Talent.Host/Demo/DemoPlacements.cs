using Talent.Contracts.Graduates;
using Talent.Contracts.Jobs;
using Talent.Contracts.Placements;

namespace Talent.Host.Demo;

/// <summary>Composes what became of the graduates' applications over the last year: each goes to a job of an occupation
/// that the cohort trains for, and so far as its story says.</summary>
sealed class DemoPlacements(DemoCatalogue catalogue, int seed, DateOnly today)
{
    /// <summary>Days that each step takes, at least and at most.</summary>
    static readonly (string Deed, int Least, int Most)[] Steps =
    [
        ("advance", 1, 6), ("advance", 2, 7), ("propose-interview", 2, 8), ("make-offer", 4, 12),
        ("accept-offer", 1, 6),
        ("advance", 1, 5), ("advance", 30, 70), ("advance", 7, 25),
    ];

    static readonly string[] Refusals =
        [RefusalReasons.Skills, RefusalReasons.Experience, RefusalReasons.Language, RefusalReasons.OthersFitBetter];

    readonly Dictionary<string, int> _taken = new(StringComparer.Ordinal);

    /// <summary>All histories, some 600; the demo's graduate has several that go on.</summary>
    public IReadOnlyList<PlacementHistory> Of(DemoData data)
    {
        var histories = new List<PlacementHistory>();
        foreach (var (cohort, graduates) in data.Graduates)
        {
            var random = new DemoRandom(seed, "placements/" + cohort.Key);
            var jobs = JobsFor(cohort, data);
            if (jobs.Count == 0)
                continue;
            foreach (var graduate in graduates.Where(graduate => graduate.Email is not null))
            {
                var stories = graduate.Email == DemoAccounts.GraduateEmail
                    ? ["interview", "screened", "applied", "refused"]
                    : Stories(random);
                foreach (var (story, job) in stories.Zip(random.Shuffled(jobs)))
                    histories.Add(One(story, graduate, job.Employer, job.Need, random));
            }
        }
        return histories;
    }

    static string[] Stories(DemoRandom random)
    {
        if (!random.Chance(13))
            return [];
        var first = random.Weighted(
            (10, "applied"), (7, "screened"), (7, "shortlisted"), (6, "interview"), (4, "offer"), (4, "accepted"),
            (6, "permit"), (4, "departure"), (18, "started"), (4, "lasting"), (14, "refused"), (5, "no-reply"),
            (4, "withdrawn"), (4, "left"), (2, "permit-refused"));
        // Who works has one story; who still looks for work may have several.
        return first is "applied" or "refused" or "screened" or "no-reply"
            ? [first, .. Enumerable.Range(0, random.Between(0, 3)).Select(_ =>
                random.OneOf("applied", "refused", "screened"))]
            : [first];
    }

    List<(DemoEmployer Employer, JobNeedInput Need)> JobsFor(DemoCohort cohort, DemoData data)
    {
        var occupations = cohort.Occupations.Select(catalogue.Occupation).ToList();
        return
        [
            .. from entry in data.Jobs
               let language = entry.Employer.Language
               let names = occupations.Select(one => one.Label(language)).ToHashSet(StringComparer.Ordinal)
               from need in entry.Needs
               where names.Contains(need.Occupation!)
               select (entry.Employer, need),
        ];
    }

    PlacementHistory One(string story, GraduateInput graduate, DemoEmployer employer, JobNeedInput need,
        DemoRandom random)
    {
        var steps = Plan(story, need, random);
        if (steps.Exists(step => step.Deed == "accept-offer") && !Take(need))
            steps = Plan("refused", need, random);
        var at = today.AddDays(-steps.Sum(step => step.Days) - Tail(story, random));
        var applied = At(at, random);
        var told = new List<HistoryStep>();
        var started = (DateOnly?)null;
        foreach (var step in steps)
        {
            at = at.AddDays(step.Days);
            told.Add(new HistoryStep(
                step.Deed, At(at, random), step.Code, On: step.Arrival ? at.AddDays(random.Between(32, 60)) : null));
            started = step.Starts ? at : started;
        }
        if (started is { } day && story is ("started" or "lasting"))
            told.AddRange(FollowUps(day, story == "lasting", random));
        return new PlacementHistory(DemoAccounts.IdOf(employer.Key), need.ExternalId!, graduate.Email!, applied, told);
    }

    bool Take(JobNeedInput need)
    {
        var taken = _taken.GetValueOrDefault(need.ExternalId!);
        _taken[need.ExternalId!] = taken + 1;
        return taken < need.Openings!.Value;
    }

    /// <summary>How long ago the last step was.</summary>
    static int Tail(string story, DemoRandom random) => story switch
    {
        "applied" => random.Between(1, 6),
        "screened" or "shortlisted" or "interview" or "accepted" => random.Between(1, 12),
        // It can still be answered.
        "offer" => random.Between(1, 5),
        "permit" or "departure" => random.Between(1, 30),
        "started" => random.Between(2, 300),
        "lasting" => random.Between(372, 420),
        _ => random.Between(1, 250),
    };

    static List<PlannedStep> Plan(string story, JobNeedInput need, DemoRandom random) => story switch
    {
        "refused" =>
        [
            .. Walk(random.Between(0, 3), random), new("reject", random.Between(1, 6), random.Pick(Refusals)),
        ],
        "withdrawn" => [.. Walk(random.Between(0, 3), random),
            new("withdraw", random.Between(1, 5), "Found work nearby")],
        "no-reply" => [new("no-reply", need.ReplyWithinDays!.Value + 1)],
        "left" => [.. Walk(8, random), new("end", random.Between(20, 90), EndReasons.Left)],
        "permit-refused" =>
        [
            .. Walk(6, random), new("permit", random.Between(20, 40), "refused"),
            new("end", 2, EndReasons.PermitRefused),
        ],
        "departure" => [.. Walk(7, random), new("permit", 1, "granted", Arrival: true)],
        _ => Walk(StageOf(story), random),
    };

    static int StageOf(string story) => story switch
    {
        "applied" => 0,
        "screened" => 1,
        "shortlisted" => 2,
        "interview" => 3,
        "offer" => 4,
        "accepted" => 5,
        "permit" => 6,
        _ => 8,
    };

    static List<PlannedStep> Walk(int steps, DemoRandom random) =>
    [
        .. Steps.Take(steps).Select((step, at) => new PlannedStep(
            step.Deed, random.Between(step.Least, step.Most), Starts: at == Steps.Length - 1)),
    ];

    IEnumerable<HistoryStep> FollowUps(DateOnly started, bool all, DemoRandom random)
    {
        foreach (var month in new[] { 1, 3, 6, 12 })
        {
            var on = started.AddMonths(month).AddDays(random.Between(0, 5));
            if (on < today && (all || random.Chance(88)))
                yield return new HistoryStep("follow-up", At(on, random), Month: month, AtWork: true);
        }
    }

    static DateTimeOffset At(DateOnly day, DemoRandom random) =>
        new(day, new TimeOnly(random.Between(6, 12), random.Between(0, 59)), TimeSpan.Zero);

    sealed record PlannedStep(string Deed, int Days, string? Code = null, bool Starts = false, bool Arrival = false);
}

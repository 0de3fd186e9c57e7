using Talent.Contracts.Placements;

namespace Talent.Web.Tests;

/// <summary>Canned boards, lists and consents; every organisation and person in them is made up.</summary>
static class OverviewSamples
{
    static readonly DateTimeOffset Now = TimeProvider.System.GetUtcNow();

    static Guid Id(int number) => new($"019b0000-0000-7000-8000-{number:D12}");

    public static readonly BoardCohort Cohort = new(
        "2026 Robotics A", null, 24, new Dictionary<string, int> { ["none"] = 9, ["applied"] = 6, ["permit"] = 2, ["started"] = 7 },
        9, 3, [new Retention(1, 6, 7, 7), new Retention(3, 0, 0, 5), new Retention(6, 1, 2, 4), new Retention(12, 0, 0, 0)]);

    public static readonly PlacementBoard Board = new(
        [Cohort], [.. Stages.All.SkipLast(1).Select((stage, at) => new StageCount(stage, 40 - (4 * at)))],
        [.. Enumerable.Range(0, 12).Select(at => new BoardMonth(new DateOnly(2026, 1, 1).AddMonths(at), 10 + at, at, at / 2, at / 3))],
        [new CountryCount("DE", 5), new CountryCount("BR", 2)], new BoardDue(3, 2, 1, 4), Now)
    {
        Programmes = ["Industrial robotics"],
    };

    public static readonly PlacementPage Page = new(
        [
            Item(1, Stages.Applied) with { Next = new NextStep("answer", Sides.Employer, Now.AddDays(-3.5), true) },
            Item(2, Stages.Permit) with { Next = new NextStep("permit", Sides.Coordinator, Now.AddHours(5.5), false) },
            Item(3, Stages.Ended) with { EndReason = EndReasons.NoReply },
        ],
        3, new Dictionary<string, int> { ["applied"] = 1, ["permit"] = 1, ["ended"] = 1 }, "1-abc");

    public static readonly IReadOnlyList<TodayItem> Today =
    [
        One(1, "answer", Now.AddDays(-3.5)), One(2, "score-interview", Now.AddHours(-5.5)), One(3, "answer", Now.AddHours(30.5)),
        One(4, "shortlist", null),
    ];

    public static readonly IReadOnlyList<Consent> Consents =
    [
        Given(1, null, DateOnly.FromDateTime(Now.UtcDateTime).AddDays(100)), Given(2, Now.AddDays(-1), new DateOnly(2027, 5, 1)),
        Given(3, null, new DateOnly(2025, 1, 31)),
    ];

    static PlacementItem Item(int number, string stage) => new()
    {
        Id = Id(number), Version = 1, Stage = stage, StageSince = Now.AddDays(-9), Kind = "employment", JobId = Samples.Job.Id,
        JobTitle = Samples.Title, JobLanguage = "en", OrganisationName = "Nordhavn Automation", JobCountry = "DE",
        GraduateId = Id(70 + number), GraduateName = $"Amina Example {number}", GraduateCountry = "EG", Cohort = "2026 Robotics A",
        AppliedAt = Now.AddDays(-12),
    };

    static TodayItem One(int number, string code, DateTimeOffset? due) => new(
        Id(number), code, due, due < Now, $"Amina Example {number}", Samples.Title, "en", "Nordhavn Automation", "2026 Robotics A");

    static Consent Given(int number, DateTimeOffset? withdrawn, DateOnly until) => new(
        Id(30 + number), Id(70 + number), $"Amina Example {number}", Id(90), "Kigali Skills College", until, "Signed form 12",
        "Joana Probe", Now.AddDays(-20), withdrawn);
}

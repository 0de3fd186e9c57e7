using Talent.Contracts.Placements;
using Talent.Placements.Domain;

namespace Talent.Placements.Features.Overview;

/// <summary>Counts a board out of the census: pure numbers, at one instant.</summary>
static class BoardCounting
{
    const int MonthsShown = 12;
    const int ArrivalDays = 30;

    static readonly int Accepted = StageMachine.Rank(Stages.Accepted);
    static readonly int Lasting = StageMachine.Rank(Stages.Lasting);
    static readonly int Ended = StageMachine.Rank(Stages.Ended);
    static readonly int Permit = StageMachine.Rank(Stages.Permit);
    static readonly int Started = StageMachine.Rank(Stages.Started);

    /// <param name="college">Whose graduates; null: everybody's.</param>
    /// <param name="programme">Graduates of this programme alone; null: all.</param>
    /// <param name="country">Placements in this country of work alone; null: all.</param>
    public static PlacementBoard Count(
        CensusRows rows, Guid? college, string? programme, string? country, DateTimeOffset now)
    {
        var counted = rows.Placements
            .Where(one => (college is null || one.CollegeId == college) && (country is null || one.Country == country)
                && (programme is null || rows.Graduates.GetValueOrDefault(one.GraduateId)?.Programme == programme))
            .ToList();
        return new PlacementBoard(
            Cohorts(rows, counted, college, programme, now), Funnel(counted), Months(counted, now), Countries(counted),
            Due(counted, now), now)
        {
            Programmes = [.. rows.Graduates.Values
                .Where(graduate => college is null || graduate.CollegeId == college)
                .Select(graduate => graduate.Programme).OfType<string>()
                .Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)],
        };
    }

    static List<BoardCohort> Cohorts(
        CensusRows rows, List<PlacementCount> counted, Guid? college, string? programme, DateTimeOffset now)
    {
        var byGraduate = counted.ToLookup(one => one.GraduateId);
        return
        [
            .. rows.Graduates
                .Where(graduate => (college is null || graduate.Value.CollegeId == college)
                    && (programme is null || graduate.Value.Programme == programme))
                .GroupBy(graduate => (graduate.Value.CollegeId, graduate.Value.Cohort))
                .Select(cohort => Cohort(
                    cohort.Key.Cohort, college is null ? cohort.First().Value.College : null,
                    [.. cohort.Select(graduate => graduate.Key)], byGraduate, now))
                .OrderByDescending(cohort => cohort.Cohort, StringComparer.Ordinal)
                .ThenBy(cohort => cohort.College, StringComparer.Ordinal),
        ];
    }

    static BoardCohort Cohort(
        string name, string? college, List<Guid> members, ILookup<Guid, PlacementCount> byGraduate, DateTimeOffset now)
    {
        var furthest = new int[Ended];
        var none = 0;
        var placed = 0;
        var own = new List<PlacementCount>();
        foreach (var member in members)
        {
            var best = -1;
            foreach (var one in byGraduate[member])
            {
                own.Add(one);
                if (one.Stage != Ended)
                    best = Math.Max(best, one.Stage);
            }
            if (best < 0)
                none++;
            else
                furthest[best]++;
            if (best >= Accepted)
                placed++;
        }
        var stages = new Dictionary<string, int>(StringComparer.Ordinal) { ["none"] = none };
        for (var stage = 0; stage < furthest.Length; stage++)
            stages[Stages.All[stage]] = furthest[stage];
        return new BoardCohort(
            name, college, members.Count, stages, placed, own.Count(one => IsOverdue(one, now)), Retentions(own, now));
    }

    static List<Retention> Retentions(List<PlacementCount> own, DateTimeOffset now)
    {
        var today = DateOnly.FromDateTime(now.UtcDateTime);
        return [.. FollowUpPlan.Months.Select(month =>
        {
            var (due, asked, atWork) = (0, 0, 0);
            foreach (var one in own.Where(one => one.StartedOn?.AddMonths(month) <= today))
            {
                // Whose term was over stands for nothing; who had left is known not to be at work, asked or not.
                var gone = one.EndedOn < one.StartedOn!.Value.AddMonths(month);
                if (gone && one.EndReason == EndReasons.TermOver)
                    continue;
                due++;
                if ((one.Asked & (1 << month)) != 0 || gone)
                    asked++;
                if ((one.AtWork & (1 << month)) != 0)
                    atWork++;
            }
            return new Retention(month, atWork, asked, due);
        })];
    }

    static List<StageCount> Funnel(List<PlacementCount> counted) =>
    [
        .. Stages.All.Take(Ended).Select(
            (stage, rank) => new StageCount(stage, counted.Count(one => one.Reached >= rank))),
    ];

    static List<BoardMonth> Months(List<PlacementCount> counted, DateTimeOffset now)
    {
        var first = new DateOnly(now.UtcDateTime.Year, now.UtcDateTime.Month, 1).AddMonths(1 - MonthsShown);
        var numbers = new int[MonthsShown, 4];
        foreach (var one in counted)
        {
            Add(one.AppliedAt, 0);
            Add(one.OfferedAt, 1);
            Add(one.AcceptedAt, 2);
            AddDay(one.StartedOn, 3);
        }
        return [.. Enumerable.Range(0, MonthsShown).Select(month => new BoardMonth(
            first.AddMonths(month), numbers[month, 0], numbers[month, 1], numbers[month, 2], numbers[month, 3]))];

        void Add(DateTimeOffset? at, int what) =>
            AddDay(at is { } instant ? DateOnly.FromDateTime(instant.UtcDateTime) : null, what);

        void AddDay(DateOnly? on, int what)
        {
            if (on is not { } day)
                return;
            var month = ((day.Year - first.Year) * 12) + day.Month - first.Month;
            if (month is >= 0 and < MonthsShown)
                numbers[month, what]++;
        }
    }

    static List<CountryCount> Countries(List<PlacementCount> counted) =>
    [
        .. counted.Where(one => one.StartedOn is not null).CountBy(one => one.Country, StringComparer.Ordinal)
            .OrderByDescending(country => country.Value).ThenBy(country => country.Key, StringComparer.Ordinal)
            .Select(country => new CountryCount(country.Key, country.Value)),
    ];

    static BoardDue Due(List<PlacementCount> counted, DateTimeOffset now)
    {
        var today = DateOnly.FromDateTime(now.UtcDateTime);
        return new BoardDue(
            counted.Count(one => IsOverdue(one, now)),
            counted.Count(one => one.Stage == Permit),
            counted.Count(one => one.Stage >= Accepted && one.Stage < Started && one.ArrivesOn >= today
                && one.ArrivesOn <= today.AddDays(ArrivalDays)),
            // Its due date ends the day; on that day it is due.
            counted.Count(one => one.OwesFollowUp && one.NextDueAt?.AddDays(-1) <= now));
    }

    static bool IsOverdue(PlacementCount one, DateTimeOffset now) => one.Stage < Lasting && one.NextDueAt < now;
}

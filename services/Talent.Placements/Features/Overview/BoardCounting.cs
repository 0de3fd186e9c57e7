using System.Runtime.InteropServices;
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
        var counted = new List<PlacementCount>(rows.Placements.Count);
        foreach (var one in rows.Placements)
        {
            if ((college is null || one.CollegeId == college) && (country is null || one.Country == country)
                && (programme is null || rows.Graduates.GetValueOrDefault(one.GraduateId)?.Programme == programme))
                counted.Add(one);
        }
        return new PlacementBoard(
            Cohorts(rows, counted, college, programme, now), Funnel(counted), Months(counted, now), Countries(counted),
            Due(counted, now), now)
        {
            Programmes = [.. rows.Graduates.Values
                .Where(graduate => college is null || graduate.Cohort.CollegeId == college)
                .Select(graduate => graduate.Programme).OfType<string>()
                .Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)],
        };
    }

    static List<BoardCohort> Cohorts(
        CensusRows rows, List<PlacementCount> counted, Guid? college, string? programme, DateTimeOffset now)
    {
        var tallies = new CohortTally?[rows.Cohorts];
        var furthest = new Dictionary<Guid, int>(counted.Count);
        foreach (var one in counted)
        {
            if (!rows.Graduates.TryGetValue(one.GraduateId, out var graduate) || !Counts(graduate))
                continue;
            TallyOf(graduate).Own.Add(one);
            if (one.Stage == Ended)
                continue;
            ref var best = ref CollectionsMarshal.GetValueRefOrAddDefault(furthest, one.GraduateId, out var known);
            best = known ? Math.Max(best, one.Stage) : one.Stage;
        }
        foreach (var (id, graduate) in rows.Graduates)
        {
            if (Counts(graduate))
                TallyOf(graduate).Add(furthest.TryGetValue(id, out var best) ? best : null);
        }
        return
        [
            .. tallies.OfType<CohortTally>().Select(tally => Cohort(tally, college is null ? tally.College : null, now))
                .OrderByDescending(cohort => cohort.Cohort, StringComparer.Ordinal)
                .ThenBy(cohort => cohort.College, StringComparer.Ordinal),
        ];

        bool Counts(GraduateCount graduate) => (college is null || graduate.Cohort.CollegeId == college)
            && (programme is null || graduate.Programme == programme);

        CohortTally TallyOf(GraduateCount graduate) =>
            tallies[graduate.Cohort.Number] ??= new CohortTally(graduate.Cohort.Name, graduate.College);
    }

    static BoardCohort Cohort(CohortTally tally, string? college, DateTimeOffset now)
    {
        var stages = new Dictionary<string, int>(StringComparer.Ordinal) { ["none"] = tally.None };
        for (var stage = 0; stage < tally.Furthest.Length; stage++)
            stages[Stages.All[stage]] = tally.Furthest[stage];
        return new BoardCohort(
            tally.Name, college, tally.Members, stages, tally.Furthest[Accepted..].Sum(),
            tally.Own.Count(one => IsOverdue(one, now)), Retentions(tally.Own, now));
    }

    /// <summary>One cohort while it is counted.</summary>
    sealed class CohortTally(string name, string college)
    {
        public string Name => name;
        public string College => college;
        public int Members { get; private set; }
        public int None { get; private set; }
        /// <summary>How many graduates are how far, by the rank of the furthest stage.</summary>
        public int[] Furthest { get; } = new int[Ended];
        /// <summary>Its graduates' placements.</summary>
        public List<PlacementCount> Own { get; } = [];

        public void Add(int? furthest)
        {
            Members++;
            if (furthest is { } stage)
                Furthest[stage]++;
            else
                None++;
        }
    }

    static List<Retention> Retentions(List<PlacementCount> own, DateTimeOffset now)
    {
        var today = DateOnly.FromDateTime(now.UtcDateTime);
        var started = own.FindAll(one => one.StartedOn is not null);
        return [.. FollowUpPlan.Months.Select(month =>
        {
            var (due, asked, atWork) = (0, 0, 0);
            foreach (var one in started.Where(one => one.StartedOn!.Value.AddMonths(month) <= today))
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

    static List<StageCount> Funnel(List<PlacementCount> counted)
    {
        var reached = new int[Ended];
        foreach (var one in counted)
        {
            for (var rank = 0; rank < Ended && rank <= one.Reached; rank++)
                reached[rank]++;
        }
        return [.. Stages.All.Take(Ended).Select((stage, rank) => new StageCount(stage, reached[rank]))];
    }

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
            if (on is not { } day || day < first)
                return;
            var month = ((day.Year - first.Year) * 12) + day.Month - first.Month;
            if (month < MonthsShown)
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

using Talent.Contracts.Matching;
using Talent.Matching.Ranking;
using Talent.Testing.Markets;
using static Talent.Matching.Tests.Samples;

namespace Talent.Matching.Tests.Ranking;

public class CohortStandingsTests
{
    readonly MatchPool _pool = new();

    [Fact]
    public void Counts_graduates_at_once_and_strong_matches_after_a_refresh()
    {
        _pool.Upsert(SampleJob);
        _pool.Upsert(SampleGraduate);
        _pool.Upsert(SampleGraduate with { Id = Id(2), Skills = [] });
        _pool.Upsert(SampleGraduate with { Id = Id(3), WorkPermits = [] });

        Standing().ShouldBe(new CohortStanding("2026 Robotics A", 3, 0, 0.7));
        Refresh();

        Standing().WithStrongMatch.ShouldBe(1);
        _pool.Cohorts.Of(SampleJob.OrganisationId).ShouldBeEmpty();
    }

    [Fact]
    public void Looks_for_another_job_when_the_one_that_matched_is_closed()
    {
        _pool.Upsert(SampleGraduate);
        _pool.Upsert(SampleJob);
        Refresh();
        _pool.Upsert(SampleJob with { Id = Id(5) });
        Refresh();

        _pool.Upsert(SampleJob with { Version = 2, State = "closed" });
        Refresh();
        Standing().WithStrongMatch.ShouldBe(1);

        _pool.Upsert(SampleJob with { Id = Id(5), Version = 2, State = "paused" });
        Refresh();
        Standing().WithStrongMatch.ShouldBe(0);
    }

    [Fact]
    public void Follows_a_graduate_who_changes_cohort_or_leaves()
    {
        _pool.Upsert(SampleJob);
        _pool.Upsert(SampleGraduate);
        Refresh();

        _pool.Upsert(SampleGraduate with { Version = 2, Education = [new("Example College", Cohort: "2026 Robotics B")] });
        Refresh();
        var moved = _pool.Cohorts.Of(SampleGraduate.OrganisationId!.Value).ShouldHaveSingleItem();
        (moved.Cohort, moved.Graduates, moved.WithStrongMatch).ShouldBe(("2026 Robotics B", 1, 1));

        _pool.RemoveGraduate(SampleGraduate.Id, 3);
        _pool.Cohorts.Of(SampleGraduate.OrganisationId!.Value).ShouldBeEmpty();
    }

    [Fact]
    public void A_new_day_closes_jobs()
    {
        _pool.Upsert(SampleJob with { ClosesOn = Today });
        _pool.Upsert(SampleGraduate);
        Refresh();
        Standing().WithStrongMatch.ShouldBe(1);

        _pool.Cohorts.RefreshStrongMatches(Today.AddDays(1), TestContext.Current.CancellationToken);

        Standing().WithStrongMatch.ShouldBe(0);
    }

    [Fact]
    public void A_cancelled_refresh_is_finished_by_the_next()
    {
        _pool.Upsert(SampleJob);
        _pool.Upsert(SampleGraduate);

        Should.Throw<OperationCanceledException>(
            () => _pool.Cohorts.RefreshStrongMatches(Today, new CancellationToken(canceled: true)));
        Standing().WithStrongMatch.ShouldBe(0);
        Refresh();

        Standing().WithStrongMatch.ShouldBe(1);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Step_by_step_comes_to_the_same_as_counting_everything(int seed)
    {
        var market = new GeneratedMarket(seed);
        var (jobs, graduates) = (market.Jobs(80), market.Graduates(300));
        var random = new Random(seed);
        for (var step = 1; step <= 12; step++)
        {
            foreach (var graduate in graduates.Where(_ => random.Next(step == 1 ? 1 : 20) == 0))
                _pool.Upsert(graduate with { Version = step, Skills = random.Next(3) == 0 ? [] : graduate.Skills });
            foreach (var job in jobs.Where(_ => random.Next(4) == 0))
                _pool.Upsert(job with { Version = step, State = random.Next(3) == 0 ? "paused" : "published" });
            Refresh();

            var ranked = graduates.Select(graduate => graduate.OrganisationId!.Value).Distinct()
                .Sum(organisation => _pool.Cohorts.Of(organisation).Sum(cohort => cohort.WithStrongMatch));
            ranked.ShouldBe(StrongFromScratch(jobs.Select(job => job.Id)));
        }
    }

    int StrongFromScratch(IEnumerable<Guid> jobs) =>
        jobs.SelectMany(job => _pool.StrongGraduates(job, Today)).Distinct().Count();

    void Refresh() => _pool.Cohorts.RefreshStrongMatches(Today, TestContext.Current.CancellationToken);

    CohortStanding Standing() => _pool.Cohorts.Of(SampleGraduate.OrganisationId!.Value).ShouldHaveSingleItem();
}

using Talent.Contracts.Jobs;
using Talent.Matching.Ranking;
using Talent.Testing.Markets;
using static Talent.Matching.Tests.Samples;

namespace Talent.Matching.Tests.Ranking;

public class MatchPoolTests
{
    readonly MatchPool _pool = new();

    [Fact]
    public void Ignores_versions_that_are_not_newer()
    {
        _pool.Upsert(SampleGraduate with { Version = 3, Skills = [Skill("plc", 3)] }).ShouldBeTrue();

        _pool.Upsert(SampleGraduate with { Version = 2, Skills = [] }).ShouldBeFalse();
        _pool.Upsert(SampleGraduate with { Version = 3, Skills = [] }).ShouldBeFalse();

        Effect(Ranked(), "skill:https://skills.example/plc").ShouldBeGreaterThan(0);
    }

    [Fact]
    public void A_removed_graduate_is_gone_and_an_older_document_does_not_bring_it_back()
    {
        _pool.Upsert(SampleGraduate);
        _pool.Upsert(SampleGraduate with { Version = 3, Removed = true }).ShouldBeTrue();

        _pool.Upsert(SampleGraduate with { Version = 2 }).ShouldBeFalse();

        _pool.Graduates.ShouldBe(0);
        _pool.RankGraduates(SampleJob, Query).Items.ShouldBeEmpty();
        _pool.Upsert(SampleGraduate with { Version = 4 }).ShouldBeTrue();
        _pool.RankGraduates(SampleJob, Query).Total.ShouldBe(1);
    }

    [Fact]
    public void Hidden_profiles_are_ranked_only_when_asked_for()
    {
        _pool.Upsert(SampleGraduate with { Visibility = "hidden" });

        _pool.RankGraduates(SampleJob, Query).Total.ShouldBe(0);
        _pool.RankGraduates(SampleJob, Query with { IncludeHidden = true }).Total.ShouldBe(1);
    }

    [Fact]
    public void Only_those_whom_the_caller_may_see_are_ranked()
    {
        _pool.Upsert(SampleGraduate);
        _pool.Upsert(SampleGraduate with { Id = Id(2) });

        _pool.RankGraduates(SampleJob, Query with { Only = id => id == Id(2) }).Items.ShouldHaveSingleItem().Id.ShouldBe(Id(2));
    }

    [Fact]
    public void Published_jobs_alone_are_ranked_for_graduates_but_a_draft_has_candidates()
    {
        _pool.Upsert(SampleGraduate);
        _pool.Upsert(SampleJob with { State = "draft" });

        _pool.RankJobs(SampleGraduate, Query).Total.ShouldBe(0);
        _pool.RankGraduates(SampleJob with { State = "draft" }, Query).Total.ShouldBe(1);

        _pool.Upsert(SampleJob with { Version = 2 });
        _pool.RankJobs(SampleGraduate, Query).Items.ShouldHaveSingleItem().Id.ShouldBe(SampleJob.Id);

        _pool.RemoveJob(SampleJob.Id, 3).ShouldBeTrue();
        _pool.RankJobs(SampleGraduate, Query).Total.ShouldBe(0);
        _pool.Upsert(SampleJob with { Version = 2 }).ShouldBeFalse();
    }

    [Fact]
    public void People_who_write_the_same_unrecognised_skill_meet()
    {
        var text = new ConceptRef("Drohnen-Wartung", null);
        _pool.Upsert(SampleGraduate with { Skills = [new(new ConceptRef("DROHNEN-WARTUNG ", null), 2, "self")] });

        var match = _pool.RankGraduates(SampleJob with { Skills = [new SkillNeed(text, 2, true)] }, Query).Items.ShouldHaveSingleItem();

        Effect(match, "skill:Drohnen-Wartung").ShouldBeGreaterThan(0);
        match.Gaps.ShouldBeEmpty();
    }

    [Fact]
    public void A_certificate_counts_more_than_the_same_claim()
    {
        _pool.Upsert(SampleGraduate with { Id = Id(1), Skills = [Skill("plc", 3, "self")] });
        _pool.Upsert(SampleGraduate with { Id = Id(2), Skills = [Skill("plc", 3, "contest")] });
        _pool.Upsert(SampleGraduate with { Id = Id(3), Skills = [Skill("plc", 3, "certificate")] });

        var ranked = _pool.RankGraduates(SampleJob, Query).Items;

        ranked.Select(match => match.Id).ShouldBe([Id(3), Id(2), Id(1)]);
        ranked[0].Contributions[0].Note.ShouldBe("level 3 of 3, certified");
    }

    [Fact]
    public void Those_who_share_a_skill_are_retrieved_before_those_who_share_none()
    {
        var fitting = SampleGraduate with { Countries = ["MY"], Modes = ["onsite"], StartsFrom = Today };
        for (var number = 1; number <= 5; number++) _pool.Upsert(fitting with { Id = Id(number), Skills = [] });
        _pool.Upsert(SampleGraduate with { Id = Id(9), Skills = [Skill("welding", 1)] });

        var ranked = _pool.RankGraduates(SampleJob, Query with { EligibleDepth = 2 }).Items;

        ranked.Select(match => match.Id).ShouldBe([Id(9), Id(1)], ignoreOrder: true);
    }

    [Fact]
    public void Depths_limit_the_eligible_and_the_blocked_apart()
    {
        for (var number = 1; number <= 10; number++)
        {
            _pool.Upsert(SampleGraduate with { Id = Id(number) });
            _pool.Upsert(SampleGraduate with { Id = Id(100 + number), WorkPermits = [] });
        }

        var page = _pool.RankGraduates(SampleJob, Query with { EligibleDepth = 6, BlockedDepth = 3 });

        (page.Total, page.Eligible).ShouldBe((9, 6));
    }

    [Fact]
    public void A_gap_names_what_is_missing_and_how_many_other_published_jobs_it_opens()
    {
        _pool.Upsert(SampleGraduate with { Skills = [Skill("plc", 1)] });
        _pool.Upsert(SampleJob);
        _pool.Upsert(SampleJob with { Id = Id(1), Skills = [Need("plc", 2)] });
        _pool.Upsert(SampleJob with { Id = Id(2), Skills = [Need("plc", 3)] });
        _pool.Upsert(SampleJob with { Id = Id(3), Skills = [Need("plc", 4)] });
        _pool.Upsert(SampleJob with { Id = Id(4), Skills = [Need("plc", 1)] });
        _pool.Upsert(SampleJob with { Id = Id(5), Skills = [Need("plc", 3)], State = "paused" });

        var gaps = Ranked().Gaps;

        gaps.Select(gap => (gap.Label, gap.Have, gap.Need, gap.Required, gap.UnlocksJobs))
            .ShouldBe([("plc", 1, 3, true, 2), ("welding", 0, 2, false, 0)]);

        _pool.Upsert(SampleJob with { Id = Id(2), Version = 2, State = "closed", Skills = [Need("plc", 3)] });
        Ranked().Gaps[0].UnlocksJobs.ShouldBe(1);
    }

    [Theory]
    [InlineData("")]
    [InlineData("e")]
    [InlineData("x3fe80000000000000000000000000000000000000000000")]
    [InlineData("e3fe8000000000000zzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzz")]
    [InlineData("e7ff800000000000000000000000000000000000000000000")]
    public void A_cursor_that_was_not_given_out_is_not_read(string text) => RankCursor.TryParse(text, out _).ShouldBeFalse();

    [Fact]
    public void Compaction_drops_old_versions_and_keeps_everybody()
    {
        var market = new GeneratedMarket(7);
        var (job, graduates) = (market.Job(), market.Graduates(500));
        for (var version = 1; version <= 12; version++)
            foreach (var graduate in graduates) _pool.Upsert(graduate with { Version = version });

        _pool.Graduates.ShouldBe(500);
        _pool.RankGraduates(job, Query with { IncludeHidden = true, EligibleDepth = 500, BlockedDepth = 500, Limit = 1000 }).Items
            .Select(match => match.Id).ShouldBe(graduates.Select(graduate => graduate.Id), ignoreOrder: true);
    }

    [Fact]
    public async Task Readers_see_every_graduate_once_while_writers_change_them()
    {
        var market = new GeneratedMarket(3);
        var (job, graduates) = (market.Job(), market.Graduates(300));
        foreach (var graduate in graduates) _pool.Upsert(graduate);
        var query = Query with { IncludeHidden = true, EligibleDepth = 400, BlockedDepth = 400, Limit = 800 };

        var writer = Task.Run(() =>
        {
            for (var version = 2; version <= 60; version++)
                foreach (var graduate in graduates) _pool.Upsert(graduate with { Version = version });
        });
        var rankings = 0;
        do
        {
            var page = _pool.RankGraduates(job, query);
            page.Items.Select(match => match.Id).Distinct().Count().ShouldBe(300);
            page.Total.ShouldBe(300);
            rankings++;
        }
        while (!writer.IsCompleted);

        await writer;
        rankings.ShouldBeGreaterThan(0);
        _pool.Graduates.ShouldBe(300);
    }

    RankedMatch Ranked() => _pool.RankGraduates(SampleJob, Query).Items.ShouldHaveSingleItem();

    static double Effect(RankedMatch match, string feature) =>
        match.Contributions.Single(contribution => contribution.Feature == feature).Effect;
}

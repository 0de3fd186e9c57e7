using System.Globalization;
using System.Text.Json;
using Talent.Contracts.Graduates;
using Talent.Contracts.Matching;
using Talent.Matching.Ranking;
using Talent.Testing.Markets;

namespace Talent.Matching.Tests.Ranking;

/// <summary>What holds for every ranking, on markets drawn from many seeds.</summary>
public class RankingPropertiesTests
{
    static readonly RankQuery All = new(GeneratedMarket.Today) { Limit = 1200 };

    public static TheoryData<int> Seeds { get; } = [.. Enumerable.Range(1, 20)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Contributions_sum_to_the_raw_value_in_any_order_and_after_JSON(int seed)
    {
        foreach (var match in Ranked(seed))
        {
            var read = JsonSerializer.Deserialize<RankedMatch>(JsonSerializer.Serialize(match))!;
            var effects = read.Contributions.Select(contribution => contribution.Effect).ToArray();

            effects.Aggregate(0.0, (sum, effect) => sum + effect).ShouldBe(read.Raw);
            effects.Order().Aggregate(0.0, (sum, effect) => sum + effect).ShouldBe(match.Raw);
            effects.Reverse().Aggregate(0.0, (sum, effect) => sum + effect).ShouldBe(match.Raw);
            effects.Sum(Written).ShouldBe(Written(match.Raw));
        }
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Scores_are_between_0_and_1_and_effects_within_their_maximum(int seed)
    {
        foreach (var match in Ranked(seed))
        {
            match.Score.ShouldBeInRange(0, 1);
            match.Raw.ShouldBe(match.Score * match.Contributions.Sum(contribution => contribution.Max), 1e-9);
            match.Contributions.ShouldAllBe(contribution =>
                contribution.Effect >= 0 && contribution.Effect <= contribution.Max && contribution.Value >= 0 && contribution.Value <= 1);
            match.Contributions.DistinctBy(contribution => contribution.Feature, StringComparer.Ordinal).Count().ShouldBe(match.Contributions.Count);
        }
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void The_blocked_stand_below_the_eligible_each_by_score_and_say_why(int seed)
    {
        var matches = Ranked(seed);

        matches.ShouldBe(matches.OrderByDescending(match => match.Eligible).ThenByDescending(match => match.Score).ThenBy(match => match.Id));
        matches.Select(match => match.Rank).ShouldBe(Enumerable.Range(1, matches.Count));
        matches.ShouldAllBe(match => match.Eligible == (match.Blockers.Count == 0));
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void The_order_does_not_depend_on_how_the_pool_was_filled(int seed)
    {
        var market = new GeneratedMarket(seed);
        var (job, graduates) = (market.Job(), market.Graduates(200));
        var inOrder = Pool(graduates);
        var shuffled = Pool([.. graduates.OrderBy(graduate => graduate.Id), .. graduates.Select(graduate => graduate with { Version = 2 })]);

        Lines(inOrder.RankGraduates(job, All)).ShouldBe(Lines(shuffled.RankGraduates(job, All)));
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Pages_cover_each_candidate_exactly_once(int seed)
    {
        var market = new GeneratedMarket(seed);
        var (job, graduates) = (market.Job(), market.Graduates(150));
        var pool = Pool(graduates);
        var query = All with { Limit = 7, IncludeHidden = true };
        var paged = new List<RankedMatch>();

        for (var page = pool.RankGraduates(job, query); ; page = pool.RankGraduates(job, query))
        {
            paged.AddRange(page.Items);
            page.Total.ShouldBe(150);
            if (page.Next is null) break;
            RankCursor.TryParse(page.Next, out var after).ShouldBeTrue();
            query = query with { After = after };
        }

        paged.Select(match => match.Id).ShouldBe(graduates.Select(graduate => graduate.Id), ignoreOrder: true);
        paged.Select(match => match.Rank).ShouldBe(Enumerable.Range(1, 150));
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void More_of_a_skill_that_is_asked_for_never_lowers_the_score(int seed)
    {
        var market = new GeneratedMarket(seed);
        var random = new Random(seed);
        for (var round = 0; round < 50; round++)
        {
            var (job, graduate) = (market.Job(), market.Graduate());
            if (job.Skills.Count == 0) continue;
            var need = job.Skills[random.Next(job.Skills.Count)];
            var level = random.Next(1, 4);
            var evidence = (string[])["self", "assessed", "contest", "certificate"];
            var with = (int more, int proof) => Samples.Rank(
                graduate with { Skills = [.. graduate.Skills, new SkillLevel(need.Skill, more, evidence[proof])], Visibility = "open" }, job).Score;

            with(level + 1, 0).ShouldBeGreaterThanOrEqualTo(with(level, 0));
            with(level + 1, 2).ShouldBeGreaterThanOrEqualTo(with(level, 2));
            with(level, 0).ShouldBeGreaterThanOrEqualTo(Samples.Rank(graduate with { Visibility = "open" }, job).Score);
        }
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void The_scan_of_everybody_says_the_same_as_features_and_rules_one_by_one(int seed)
    {
        var market = new GeneratedMarket(seed);
        var (job, graduates) = (market.Job(), market.Graduates(100));
        var oneByOne = new Scorer("one-by-one", Scorer.Additive.Score);

        var scanned = Pool(graduates).RankGraduates(job, All);
        var scored = Pool(graduates, oneByOne).RankGraduates(job, All);

        Lines(scanned).ShouldBe(Lines(scored));
        scored.Model.ShouldBe("one-by-one");
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void A_job_ranked_for_a_graduate_gets_what_the_graduate_gets_for_the_job(int seed)
    {
        var market = new GeneratedMarket(seed);
        var graduate = market.Graduate() with { Visibility = "open" };
        var pool = Pool([graduate]);
        foreach (var job in market.Jobs(60)) pool.Upsert(job);

        var jobs = pool.RankJobs(graduate, All).Items;

        jobs.Count.ShouldBe(60);
        jobs.ShouldBe(jobs.OrderByDescending(match => match.Eligible).ThenByDescending(match => match.Score).ThenBy(match => match.Id));
        foreach (var job in new GeneratedMarket(seed).After(market => market.Graduate()).Jobs(60))
        {
            var other = pool.RankGraduates(job, All).Items.ShouldHaveSingleItem();
            var same = jobs.Single(match => match.Id == job.Id);
            (same.Score, same.Raw, same.Eligible).ShouldBe((other.Score, other.Raw, other.Eligible));
        }
    }

    /// <summary>The decimal number that stands in the JSON.</summary>
    static decimal Written(double value) =>
        decimal.Parse(JsonSerializer.Serialize(value), NumberStyles.Float, CultureInfo.InvariantCulture);

    static IReadOnlyList<RankedMatch> Ranked(int seed)
    {
        var market = new GeneratedMarket(seed);
        return Pool(market.Graduates(100)).RankGraduates(market.Job(), All).Items;
    }

    static MatchPool Pool(IEnumerable<Graduate> graduates, Scorer? scorer = null)
    {
        var pool = new MatchPool(scorer);
        foreach (var graduate in graduates) pool.Upsert(graduate);
        return pool;
    }

    static IEnumerable<(Guid, double, double, bool, int)> Lines(RankedPage<RankedMatch> page) =>
        page.Items.Select(match => (match.Id, match.Score, match.Raw, match.Eligible, match.Blockers.Count));
}

file static class Drawing
{
    /// <summary>The market after something was drawn from it.</summary>
    public static GeneratedMarket After(this GeneratedMarket market, Func<GeneratedMarket, object> drawn)
    {
        drawn(market);
        return market;
    }
}

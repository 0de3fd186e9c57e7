using Talent.Contracts.Graduates;
using Talent.Contracts.Jobs;
using Talent.Contracts.Matching;
using static Talent.Matching.Tests.Samples;

namespace Talent.Matching.Tests.Eligibility;

public class EligibilityRulesTests
{
    static readonly JobNeed RemoteJob = SampleJob with { Mode = "remote", Zone = "Asia/Shanghai", Country = "CN" };

    [Fact]
    public void Nothing_blocks_a_graduate_who_meets_every_rule()
    {
        var match = Rank(SampleGraduate, SampleJob);

        match.Eligible.ShouldBeTrue();
        match.Blockers.ShouldBeEmpty();
    }

    [Fact]
    public void Names_the_missing_work_permit_and_how_to_get_round_it()
    {
        var blocker = Blocked(SampleGraduate with { WorkPermits = [] }, SampleJob);

        blocker.Rule.ShouldBe("permit");
        blocker.Message.ShouldBe("A work permit for Malaysia is missing");
        blocker.Cure.ShouldContain("Choose jobs whose employer provides the permit");
        blocker.Cure.ShouldContain("Malaysia");
    }

    [Theory]
    [InlineData("provided")]
    [InlineData("assisted")]
    [InlineData("not-needed")]
    public void Asks_for_no_permit_when_the_employer_sees_to_it(string permit) =>
        Rank(SampleGraduate with { WorkPermits = [] }, SampleJob with { Permit = permit }).Eligible.ShouldBeTrue();

    [Fact]
    public void Nationals_and_remote_workers_need_no_permit()
    {
        Rank(SampleGraduate with { WorkPermits = [], Nationality = "MY" }, SampleJob).Eligible.ShouldBeTrue();
        Rank(SampleGraduate with { WorkPermits = [] }, RemoteJob).Eligible.ShouldBeTrue();
    }

    [Fact]
    public void Blocks_a_country_that_is_not_among_those_wished_for()
    {
        var blocker = Blocked(SampleGraduate with { Countries = ["CN", "ZA"] }, SampleJob);

        blocker.Rule.ShouldBe("country");
        blocker.Message.ShouldBe("The job is in Malaysia; the countries wished for are China, South Africa");
        blocker.Cure.ShouldBe("Add Malaysia to the countries wished for");
    }

    [Fact]
    public void Blocks_remote_work_from_a_country_that_the_job_does_not_allow()
    {
        var blocker = Blocked(SampleGraduate, RemoteJob with { RemoteCountries = ["CN", "MY"] });

        blocker.Rule.ShouldBe("country");
        blocker.Message.ShouldBe("The remote work may be done from China, Malaysia, not from Brazil");
        blocker.Cure.ShouldContain("remote jobs open to BR");
        Rank(SampleGraduate, RemoteJob with { RemoteCountries = ["BR"] }).Eligible.ShouldBeTrue();
    }

    [Fact]
    public void Blocks_a_mode_of_work_that_is_not_wished_for()
    {
        var blocker = Blocked(SampleGraduate with { Modes = ["remote", "hybrid"] }, SampleJob);

        blocker.Rule.ShouldBe("mode");
        blocker.Message.ShouldBe("The work is on site; the modes wished for are hybrid, remote");
        blocker.Cure.ShouldBe("Add “on site” to the modes of work wished for");
    }

    [Fact]
    public void Blocks_a_contract_that_is_not_wished_for()
    {
        var blocker = Blocked(SampleGraduate with { Contracts = ["permanent"] }, SampleJob with { Contract = "order-training" });

        blocker.Rule.ShouldBe("contract");
        blocker.Message.ShouldBe("The contract is order-based training; the kinds wished for are permanent");
        blocker.Cure.ShouldBe("Add “order-based training” to the kinds of contract wished for");
    }

    [Fact]
    public void Blocks_a_language_below_the_minimum_and_one_that_is_missing()
    {
        var job = SampleJob with
        {
            Languages =
            [
                new LanguageNeed("en", "CEFR", "C1", 5, true), new LanguageNeed("ru", "CEFR", "B1", 3, true),
                new LanguageNeed("fr", "CEFR", "B1", 3, false), new LanguageNeed("zh", "HSK", "3", 3, true),
            ],
        };

        var blockers = Rank(SampleGraduate, job).Blockers;

        blockers.Select(blocker => blocker.Rule).ShouldBe(["language", "language"]);
        blockers[0].Message.ShouldBe("English at C1 is required; the profile says B2");
        blockers[0].Cure.ShouldBe("Reach C1 in English and update the profile");
        blockers[1].Message.ShouldBe("Russian at B1 is required; the profile does not name the language");
        blockers[1].Cure.ShouldContain("learn it up to B1");
    }

    [Theory]
    [InlineData("brics-skills-passport", "industrial-robotics", 2, true)]
    [InlineData("brics-skills-passport", null, 1, true)]
    [InlineData("brics-skills-passport", "industrial-robotics", 3, false)]
    [InlineData("brics-skills-passport", "cnc-milling", 1, false)]
    [InlineData("brics-engineer-passport", null, 1, false)]
    public void Asks_for_the_certificates_scheme_field_and_level(string scheme, string? field, int level, bool eligible)
    {
        var job = SampleJob with { Certificates = [new CertificateNeed(scheme, field, level, true)] };

        Rank(SampleGraduate, job).Eligible.ShouldBe(eligible);
    }

    [Fact]
    public void Names_the_certificate_that_is_missing()
    {
        var blocker = Blocked(SampleGraduate, SampleJob with { Certificates = [new CertificateNeed("brics-skills-passport", "industrial-robotics", 3, true)] });

        blocker.Rule.ShouldBe("certificate");
        blocker.Message.ShouldBe("The certificate brics-skills-passport/industrial-robotics, level 3 or above is required");
        blocker.Cure.ShouldContain("Obtain the certificate brics-skills-passport/industrial-robotics, level 3");
    }

    [Fact]
    public void Blocks_education_below_the_level_asked_for_and_education_not_stated()
    {
        var job = SampleJob with { Isced = 6 };

        var low = Blocked(SampleGraduate, job);
        var missing = Blocked(SampleGraduate with { Education = [] }, job);

        low.Rule.ShouldBe("education");
        low.Message.ShouldBe("At least bachelor's or equivalent is required; the profile says short-cycle tertiary education");
        low.Cure.ShouldStartWith("Complete bachelor's or equivalent");
        missing.Message.ShouldEndWith("the profile names no education level");
        missing.Cure.ShouldBe("Add the education and its level to the profile");
    }

    [Fact]
    public void Blocks_a_job_from_the_day_after_it_closed()
    {
        Rank(SampleGraduate, SampleJob with { ClosesOn = Today }).Eligible.ShouldBeTrue();

        var blocker = Blocked(SampleGraduate, SampleJob with { ClosesOn = Today.AddDays(-1) });

        blocker.Rule.ShouldBe("dates");
        blocker.Message.ShouldBe("Applications closed on 1 Mar 2026");
        blocker.Cure.ShouldStartWith("Look for jobs of the same kind that are open");
    }

    [Fact]
    public void Blocks_a_start_more_than_thirty_days_late()
    {
        var job = SampleJob with { StartsOn = Today.AddDays(10) };

        Rank(SampleGraduate with { StartsFrom = Today.AddDays(40) }, job).Eligible.ShouldBeTrue();
        var blocker = Blocked(SampleGraduate with { StartsFrom = Today.AddDays(41) }, job);

        blocker.Rule.ShouldBe("dates");
        blocker.Message.ShouldBe("The job starts on 12 Mar 2026; the graduate is free from 12 Apr 2026");
        blocker.Cure.ShouldStartWith("Be free by 11 Apr 2026");
    }

    [Fact]
    public void Counts_a_start_that_has_passed_as_today() =>
        Rank(SampleGraduate with { StartsFrom = Today.AddDays(20) }, SampleJob with { StartsOn = Today.AddDays(-90) }).Eligible.ShouldBeTrue();

    [Fact]
    public void Blocks_remote_work_whose_hours_do_not_overlap_enough()
    {
        var blocker = Blocked(SampleGraduate, RemoteJob with { OverlapHours = 3 });

        blocker.Rule.ShouldBe("overlap");
        blocker.Message.ShouldBe("Working hours in common with 09:00–18:00 in Asia/Shanghai: 3 needed, 0 there");
        blocker.Cure.ShouldBe("Move working hours towards 22:00-07:00 (America/Sao_Paulo) until the hours in common are 3");
        Rank(SampleGraduate with { Hours = "22:00-04:00" }, RemoteJob with { OverlapHours = 3 }).Eligible.ShouldBeTrue();
    }

    [Fact]
    public void Says_it_in_Chinese_to_a_Chinese_reader()
    {
        var match = Rank(SampleGraduate with { WorkPermits = [] }, SampleJob, "zh-CN");

        match.Blockers.ShouldHaveSingleItem().Message.ShouldBe("缺少马来西亚的工作许可");
        match.Contributions.ShouldContain(contribution => contribution.Label == "意向国家");
    }

    static Blocker Blocked(Graduate graduate, JobNeed job)
    {
        var match = Rank(graduate, job);
        match.Eligible.ShouldBeFalse();
        return match.Blockers.ShouldHaveSingleItem();
    }
}

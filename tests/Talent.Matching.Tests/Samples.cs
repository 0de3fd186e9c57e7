using Talent.Contracts.Graduates;
using Talent.Contracts.Jobs;
using Talent.Matching.Ranking;

namespace Talent.Matching.Tests;

/// <summary>A graduate and a job that suit each other; tests change what they are about.</summary>
internal static class Samples
{
    public static readonly DateOnly Today = new(2026, 3, 2);

    static readonly DateTimeOffset Then = new(2026, 1, 5, 8, 0, 0, TimeSpan.Zero);

    public static readonly Graduate SampleGraduate = new()
    {
        Id = new Guid("01900000-0000-7000-8000-000000000001"),
        OrganisationId = new Guid("01900000-0000-7000-8000-00000000000a"),
        Version = 1,
        Name = "Example Graduate",
        Country = "BR",
        Zone = "America/Sao_Paulo",
        Nationality = "BR",
        Languages = [new LanguageLevel("en", "CEFR", "B2", 4, false), new LanguageLevel("zh", "HSK", "3", 3, true)],
        Education = [new EducationInput("Example College", Isced: 5, Field: "Mechatronics", Cohort: "2026 Robotics A")],
        Skills = [Skill("plc", 3, "certificate"), Skill("welding", 2, "self")],
        Certificates = [new Certificate("brics-skills-passport", "industrial-robotics", 2, true)],
        WorkPermits = ["MY"],
        Hours = "09:00-18:00",
        Visibility = "masked",
        UpdatedAt = Then,
    };

    public static readonly JobNeed SampleJob = new()
    {
        Id = new Guid("01900000-0000-7000-8000-0000000000b1"),
        OrganisationId = new Guid("01900000-0000-7000-8000-00000000000b"),
        OrganisationName = "Example Robotics",
        Version = 1,
        State = "published",
        Title = "Robot technician",
        Language = "en",
        Skills = [Need("plc", 3, true), Need("welding", 2, false)],
        Mode = "onsite",
        Country = "MY",
        Zone = "Asia/Kuala_Lumpur",
        Contract = "permanent",
        Openings = 1,
        Permit = "own",
        ReplyWithinDays = 14,
        CreatedAt = Then,
        UpdatedAt = Then,
    };

    public static RankQuery Query => new(Today) { Limit = 50 };

    public static SkillLevel Skill(string name, int level, string evidence = "self") => new(Concept(name), level, evidence);

    public static SkillNeed Need(string name, int level, bool required = true) => new(Concept(name), level, required);

    /// <summary>The one graduate ranked for the one job.</summary>
    public static RankedMatch Rank(Graduate graduate, JobNeed job, string language = "en")
    {
        var pool = new MatchPool();
        pool.Upsert(graduate);
        return pool.RankGraduates(job, Query with { Language = language }).Items.ShouldHaveSingleItem();
    }

    public static Guid Id(int number) => new(number, 0, 0, [0, 0, 0, 0, 0, 0, 0, 0]);

    static ConceptRef Concept(string name) => new(name, "https://skills.example/" + name);
}

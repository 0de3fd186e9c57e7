using Talent.Contracts.Graduates;
using Talent.Contracts.Jobs;
using Talent.Contracts.Matching;
using Talent.Contracts.Platform;

namespace Talent.Web.Tests;

/// <summary>Canned records of the services; every organisation and person in them is made up.</summary>
static class Samples
{
    public const string Title = "Robot cell technician (PLC and welding)";

    static readonly DateTimeOffset Then = new(2026, 11, 2, 8, 0, 0, TimeSpan.Zero);

    static Guid Id(int number) => new($"019a0000-0000-7000-8000-{number:D12}");

    public static readonly JobNeed Job = new()
    {
        Id = Id(1), OrganisationId = Id(90), OrganisationName = "Nordhavn Automation", Version = 3, State = "published",
        ExternalId = "NA-204", Title = Title, Language = "en",
        Description = "You keep our robot cells running: program and test PLCs, teach robot paths, repair what stops.\n\n"
            + "You work in two shifts with a team of eight. A mentor accompanies your first three months.",
        Occupation = new ConceptRef("robot technician", "urn:o:1"),
        Skills = [Skill("PLC programming", 3, true), Skill("Robot welding", 2, true), Skill("Predictive maintenance", 2, false)],
        Certificates = [new CertificateNeed("brics-skills-passport", "industrial-robotics", 2, true)],
        Languages = [new LanguageNeed("en", "CEFR", "B1", 3, true), new LanguageNeed("de", "CEFR", "A2", 2, false)],
        Isced = 5, EducationField = "mechatronics", ExperienceMonths = 12, Mode = "onsite", Country = "DE", City = "Rostock",
        Zone = "Europe/Berlin", Contract = "permanent", Openings = 6, PayMin = 2800, PayMax = 3400, Currency = "EUR",
        PayPeriod = "month", Fees = [new Fee("Visa and flight", "employer")], Permit = "assisted",
        StartsOn = new DateOnly(2027, 3, 1), ClosesOn = new DateOnly(2027, 1, 31), ReplyWithinDays = 10,
        CreatedAt = Then, UpdatedAt = Then, PublishedAt = Then,
    };

    public static readonly JobNeed RemoteJob = Job with
    {
        Id = Id(2), Title = "新能源储能数据分析师", Language = "zh", Mode = "remote", Country = "CN", City = "合肥",
        Zone = "Asia/Shanghai", RemoteCountries = ["BR", "ZA", "EG"], OverlapHours = 4, Currency = "CNY", PayMin = 12000,
        PayMax = 16000, State = "published", OrganisationName = "Lanhe Storage", ExternalId = null,
    };

    public static readonly IReadOnlyList<JobNeed> Jobs =
    [
        Job, RemoteJob, Job with { Id = Id(3), State = "draft", Title = "Solar park electrician", PublishedAt = null },
        Job with { Id = Id(4), State = "paused", Title = "Greenhouse climate technician", StateReason = "Waiting for permits", ClosesOn = null },
    ];

    static SkillNeed Skill(string text, int level, bool required) => new(
        new ConceptRef(text, text == "PLC programming" ? "urn:talent:skill:plc-programming" : $"urn:s:{text}"), level, required);

    static JobSummary Summary(JobNeed job, string title) => new()
    {
        Id = job.Id, Title = title, Language = job.Language, OrganisationName = job.OrganisationName, State = job.State,
        Mode = job.Mode, Country = job.Country, City = job.City, Zone = job.Zone, Contract = job.Contract,
        Openings = job.Openings, OccupationLabel = "Robotics technician", Skills = [.. job.Skills.Select(need => need.Skill.Text)],
        PayMin = job.PayMin, PayMax = job.PayMax, Currency = job.Currency, PayPeriod = job.PayPeriod, ClosesOn = job.ClosesOn,
        PublishedAt = job.PublishedAt,
    };

    public static SearchPage<JobHit> Found(string? q, string? country, bool nothing, string title)
    {
        IReadOnlyList<JobHit> hits = nothing ? [] :
        [
            new(Summary(Job, title), 12.3, q is null ? new Dictionary<string, string>() : new Dictionary<string, string>
            {
                ["title"] = title.Replace("PLC", "\uE000PLC\uE001", StringComparison.Ordinal),
                ["description"] = "… program and test \uE000PLCs\uE001, teach robot paths …",
            }, q is null ? [] : ["PLC programming"]),
            new(Summary(RemoteJob, RemoteJob.Title), 9.1, new Dictionary<string, string>(), []),
            .. Jobs.Skip(2).Select(job => new JobHit(Summary(job, job.Title), 2, new Dictionary<string, string>(), [])),
        ];
        var facets = new Dictionary<string, IReadOnlyList<Facet>>
        {
            ["country"] = [new("DE", "Germany", 12, country == "DE"), new("CN", "China", 9, false), new("BR", "Brazil", 4, false)],
            ["mode"] = [new("onsite", "On site", 18, false), new("remote", "Remote", 7, false)],
            ["contract"] = [new("permanent", "Permanent", 20, false), new("order-training", "Order-based training", 5, false)],
            ["language"] = [new("en", "English", 15, false), new("zh", "Chinese", 8, false)],
            ["skill"] = [new("urn:s:1", "PLC programming", 6, false), new("urn:s:2", "Robot welding", 5, false)],
        };
        IReadOnlyList<ConceptLabel> understood = q is null ? [] : [new("urn:s:1", "skill", "PLC programming", "PLC 编程")];
        return new SearchPage<JobHit>(hits, nothing ? 0 : 25, facets, understood, nothing ? null : "next-page");
    }

    public static readonly object UnknownCountry = new
    {
        type = "urn:talent:problem:invalid-input", title = "Bad Request", status = 400, detail = "See errors.",
        errors = new Dictionary<string, object[]>
        {
            ["country"] = [new { path = "country", code = "unknown-country", message = "ZZ is no country.", suggestions = new[] { "ZA", "ZM" } }],
        },
    };

    static readonly Contribution[] Reasons =
    [
        new("skill:urn:s:1", "PLC programming", 1, 0.24, 0.24, "level 3 of 3, certified"),
        new("skill:urn:s:2", "Robot welding", 0.5, 0.1, 0.2, "level 1 of 2"),
        new("language", "Languages", 1, 0.15, 0.15, "English B2"),
        new("certificate", "Certificates", 1, 0.2, 0.2, "BRICS Skills Passport, level 3, checked"),
        new("experience", "Experience", 0.6, 0.06, 0.1, null),
        new("overqualified", "Education above what is asked", 0.2, -0.02, 0, null),
    ];

    static readonly SkillGap[] Gaps =
        [new("urn:s:2", "Robot welding", 1, 2, true, [], 14), new("urn:s:3", "Predictive maintenance", 0, 2, false, [], 1)];

    static readonly Blocker[] Blockers =
        [new("permit", "A work permit for Germany is needed and the employer does not provide one.", "Ask whether the employer would sponsor an EU Blue Card.")];

    public static readonly IReadOnlyList<GraduateView> Views =
    [
        View(21, "Graduate 7F3A", "BR", "Curitiba"), View(22, "Graduate 11C9", "ZA", "Durban"), View(23, "Amira Testova", "EG", "Aswan"),
    ];

    static GraduateView View(int id, string name, string country, string city) => new()
    {
        Id = Id(id), Access = "masked", DisplayName = name, Country = country, City = city, Zone = "America/Sao_Paulo",
        Institution = "Instituto Exemplo do Sul", Cohort = "2026 Robotics A", Isced = 5,
        Languages = [new("pt", "CEFR", "C2", 6, false), new("en", "CEFR", "B2", 4, true)],
        Skills = [new(new ConceptRef("PLC programming", "urn:s:1"), 3, "certificate"), new(new ConceptRef("Robot welding", "urn:s:2"), 1, "self")],
        Certificates = [new("brics-skills-passport", "industrial-robotics", 3, true), new("regional-contest", null, 2, false)],
        ExperienceMonths = 7, StartsFrom = new DateOnly(2027, 2, 1),
    };

    public static readonly RankedPage<RankedGraduate> RankedGraduates = new("additive-1",
    [
        Ranked(Views[0], 1, 0.86, true), Ranked(Views[1], 2, 0.71, true), Ranked(Views[2], 3, 0.64, false),
    ], 3000, 214, "next-page");

    public static readonly RankedPage<RankedGraduate> NoGraduates = new("additive-1", [], 0, 0, null);

    static RankedGraduate Ranked(GraduateView view, int rank, double score, bool eligible) => new()
    {
        Id = view.Id, Graduate = view, Rank = rank, Score = score, Raw = Reasons.Sum(reason => reason.Effect), Eligible = eligible,
        Blockers = eligible ? [] : Blockers, Contributions = Reasons, Gaps = Gaps,
    };

    public static readonly RankedPage<RankedJob> RankedJobs = new("additive-1",
        [.. Jobs.Select((job, index) => new RankedJob
        {
            Id = job.Id, Job = Summary(job, job.Title), Rank = index + 1, Score = 0.9 - (index * 0.17),
            Raw = Reasons.Sum(reason => reason.Effect), Eligible = index < 2, Blockers = index < 2 ? [] : Blockers,
            Contributions = Reasons, Gaps = Gaps,
        })], 400, 37, "next-page");

    public static readonly Graduate Graduate = new()
    {
        Id = Id(21), OrganisationId = Id(91), OrganisationName = "Instituto Exemplo do Sul", Version = 7, Name = "Bruno Exemplo",
        Email = "bruno@example.com", Country = "BR", City = "Curitiba", Zone = "America/Sao_Paulo", Nationality = "BR",
        Languages = Views[0].Languages, Skills = Views[0].Skills, Certificates = Views[0].Certificates,
        Education = [new EducationInput("Instituto Exemplo do Sul", "Mechatronics", 5, Cohort: "2026 Robotics A")],
        ExperienceMonths = 7, Modes = ["onsite"], Countries = ["DE"], Hours = "09:00-18:00", Visibility = "masked",
        StartsFrom = new DateOnly(2027, 2, 1), UpdatedAt = Then,
    };

    public static readonly CvReading Reading = new("europass", new GraduateInput
    {
        Name = "张伟", Country = "ZA", Skills = [new SkillInput("Basket weaving", 3)], Languages = [new LanguageInput("zh", "HSK", "5")],
        Education = [new EducationInput("Example College", "Robotics", 5, null, new DateOnly(2024, 1, 1), null, null, "year")],
        Experience = [new ExperienceInput("Fitter", "Example Works", new DateOnly(2025, 3, 1), null, "Repairs\nTests", "month")],
        ExperienceMonths = 20,
    }, null, [new CvNote("$.skills", "unknown-skill", "“Basket weaving” is no skill the platform knows.")]);

    public static readonly IReadOnlyList<CohortSummary> Cohorts =
    [
        new("2026 Robotics A", "Industrial robotics", 248, ["BR", "AR", "PY", "UY", "BO"], Then),
        new("2026 Énergie/Solaire", null, 36, ["EG"], Then),
    ];

    public static readonly IReadOnlyList<CohortStanding> Standings = [new("2026 Robotics A", 248, 173, 0.7)];

    public static ImportReport Import(string state) => new(Id(50), "jobs-2026.csv", state, state == "queued" ? 0 : 10_000,
        state switch { "queued" => 0, "running" => 4_210, _ => 10_000 }, 9_940, 12, 11, 37,
        [new(14, "country", "unknown-country", "“Germny” is no country; perhaps DE (Germany)."),
         new(203, "pay_min", "pay-range", "pay_min is 4000, above pay_max 3000."), new(1_877, null, "duplicate", "external_id NA-7 is already in row 12.")],
        state == "failed" ? new ImportError(0, null, "unreadable", "This is no spreadsheet.") : null, Then,
        [new ImportError(0, null, "unknown-heading", "The heading “colour” is not used.")]);
}

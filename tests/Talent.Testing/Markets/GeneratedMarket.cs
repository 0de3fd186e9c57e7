using Talent.Contracts.Graduates;
using Talent.Contracts.Jobs;
using Talent.Taxonomy;

namespace Talent.Testing.Markets;

/// <summary>Graduates and job needs drawn from a seed, for properties and measurements: the same seed gives the same
/// market, ids included. Skills and occupations are the taxonomy's, mostly of one field for each person and job,
/// some of them wanted far more often than others, and now and then a text that no concept matches.</summary>
public sealed class GeneratedMarket(int seed)
{
    static readonly string[] Places = ["CN", "BR", "RU", "IN", "ZA", "EG", "MY", "KZ", "ET", "FR", "ES", "DE"];
    static readonly string[] Zones =
    [
        "Asia/Shanghai", "America/Sao_Paulo", "Europe/Moscow", "Asia/Kolkata", "Africa/Johannesburg", "Africa/Cairo",
        "Asia/Kuala_Lumpur", "Asia/Almaty", "Africa/Addis_Ababa", "Europe/Paris", "Europe/Madrid", "Europe/Berlin",
    ];
    static readonly string[] Tongues = ["zh", "pt", "ru", "en", "en", "ar", "en", "ru", "en", "fr", "es", "en"];
    static readonly string[] Modes = ["onsite", "hybrid", "remote"];
    static readonly string[] Contracts = ["permanent", "fixed", "internship", "order-training"];
    static readonly string[] EvidenceKinds = ["self", "self", "self", "assessed", "contest", "certificate"];
    static readonly string[] Levels = ["A1", "A2", "B1", "B2", "C1", "C2"];
    static readonly string[] Studies = ["mechanical engineering", "software", "electrical engineering", "agronomy", "logistics"];
    static readonly Concept[] AllSkills = [.. Of(ConceptKind.Skill)];
    static readonly Concept[][] Skills = ByField(ConceptKind.Skill);
    static readonly Concept[][] Occupations = ByField(ConceptKind.Occupation);
    static readonly DateTimeOffset Then = new(2026, 1, 5, 8, 0, 0, TimeSpan.Zero);

    readonly Random _random = new(seed);

    /// <summary>The day on which this market is asked about.</summary>
    public static DateOnly Today { get; } = new(2026, 3, 2);

    public Graduate Graduate()
    {
        var (home, field) = (_random.Next(Places.Length), _random.Next(Occupations.Length));
        return new Graduate
        {
            Id = NextId(),
            OrganisationId = new Guid(home + 1, 0, 0, [0, 0, 0, 0, 0, 0, 0, 1]),
            OrganisationName = $"Example College {home}",
            Version = 1,
            Name = "Example Graduate",
            Country = Places[home],
            Zone = Zones[home],
            Nationality = Places[home],
            Languages = LanguagesOf(home),
            Education = [new EducationInput("Example College", null, _random.Next(3, 8), Studies[field % Studies.Length], null, null, $"2026 {Studies[field % Studies.Length]}")],
            Skills = SkillsOf(field, 6, 14),
            Certificates = [.. Some(0, 2, () => new Certificate("brics-skills-passport", Studies[field % Studies.Length], _random.Next(1, 6), _random.Next(2) == 0))],
            ExperienceMonths = _random.Next(3) == 0 ? _random.Next(1, 60) : 0,
            WorkPermits = [.. Some(0, 2, () => Pick(Places))],
            Modes = [.. Some(0, 2, () => Pick(Modes))],
            Countries = [.. Some(0, 3, () => Pick(Places))],
            Contracts = [.. Some(0, 2, () => Pick(Contracts))],
            MinPay = _random.Next(2) == 0 ? _random.Next(4, 30) * 100 : null,
            Currency = "USD",
            StartsFrom = _random.Next(2) == 0 ? Today.AddDays(_random.Next(-30, 150)) : null,
            Occupations = [.. Some(0, 2, () => Occupation(field))],
            Hours = _random.Next(8) == 0 ? "07:00-16:00" : "09:00-18:00",
            Visibility = _random.Next(20) == 0 ? "hidden" : "masked",
            UpdatedAt = Then,
        };
    }

    public JobNeed Job()
    {
        var (place, field) = (_random.Next(Places.Length), _random.Next(Occupations.Length));
        var mode = Pick(Modes);
        return new JobNeed
        {
            Id = NextId(),
            OrganisationId = new Guid(place + 1, 0, 0, [0, 0, 0, 0, 0, 0, 0, 2]),
            OrganisationName = $"Example Works {place}",
            Version = 1,
            State = "published",
            Title = "Example need",
            Language = "en",
            Occupation = Occupation(field),
            Skills = [.. SkillsOf(field, 3, 9).Select(skill => new SkillNeed(skill.Skill, skill.Level, _random.Next(2) == 0))],
            Certificates = [.. Some(0, 1, () => new CertificateNeed("brics-skills-passport", Studies[field % Studies.Length], 2, _random.Next(3) == 0))],
            Languages = [.. Some(0, 2, () => LanguageNeed(place))],
            Isced = _random.Next(2) == 0 ? _random.Next(3, 7) : null,
            EducationField = _random.Next(2) == 0 ? Studies[field % Studies.Length] : null,
            ExperienceMonths = _random.Next(3) == 0 ? 12 : 0,
            Mode = mode,
            Country = Places[place],
            Zone = Zones[place],
            RemoteCountries = mode == "remote" ? [.. Some(0, 4, () => Pick(Places))] : [],
            OverlapHours = mode == "remote" ? _random.Next(0, 6) : 0,
            Contract = Pick(Contracts),
            Openings = 1,
            PayMin = 600,
            PayMax = _random.Next(7, 40) * 100,
            Currency = _random.Next(4) == 0 ? "CNY" : "USD",
            PayPeriod = "month",
            Permit = Pick(["provided", "assisted", "own", "not-needed"]),
            StartsOn = _random.Next(2) == 0 ? Today.AddDays(_random.Next(0, 120)) : null,
            ClosesOn = Today.AddDays(_random.Next(-5, 90)),
            ReplyWithinDays = 14,
            CreatedAt = Then,
            UpdatedAt = Then,
            PublishedAt = Then,
        };
    }

    public IReadOnlyList<Graduate> Graduates(int count) => [.. Enumerable.Range(0, count).Select(_ => Graduate())];

    public IReadOnlyList<JobNeed> Jobs(int count) => [.. Enumerable.Range(0, count).Select(_ => Job())];

    Guid NextId()
    {
        Span<byte> bytes = stackalloc byte[16];
        _random.NextBytes(bytes);
        return new Guid(bytes);
    }

    LanguageLevel[] LanguagesOf(int home)
    {
        var spoken = new List<LanguageLevel> { new(Tongues[home], "CEFR", "C2", 6, false) };
        foreach (var language in Some(0, 2, () => Pick(Tongues)).Where(language => language != Tongues[home]))
        {
            var rank = _random.Next(1, 6);
            spoken.Add(new LanguageLevel(language, "CEFR", Levels[rank - 1], rank, _random.Next(2) == 0));
        }

        return [.. spoken];
    }

    LanguageNeed LanguageNeed(int place)
    {
        var rank = _random.Next(2, 5);
        return new LanguageNeed(Tongues[place], "CEFR", Levels[rank - 1], rank, _random.Next(2) == 0);
    }

    SkillLevel[] SkillsOf(int field, int least, int most) =>
    [
        .. Some(least, most, () => Skill(field)).DistinctBy(skill => skill.Uri ?? skill.Text, StringComparer.Ordinal)
            .Select(skill => new SkillLevel(skill, _random.Next(1, 5), Pick(EvidenceKinds))),
    ];

    ConceptRef Skill(int field)
    {
        if (_random.Next(50) == 0) return new ConceptRef($"House skill {_random.Next(200)}", null);
        var own = Skills[field];
        var wanted = (int)(own.Length * _random.NextDouble() * _random.NextDouble());
        return Named(_random.Next(5) == 0 ? Pick(AllSkills) : own[wanted]);
    }

    ConceptRef Occupation(int field) => Named(Pick(Occupations[field]));

    static ConceptRef Named(Concept concept) => new(concept.Label("en"), concept.Uri);

    static IEnumerable<Concept> Of(ConceptKind kind) =>
        Talent.Taxonomy.Taxonomy.Default.Concepts.Where(concept => concept.Kind == kind);

    /// <summary>Only fields that have both skills and occupations.</summary>
    static Concept[][] ByField(ConceptKind kind)
    {
        var fields = Of(ConceptKind.Occupation).Select(concept => concept.Field)
            .Intersect(Of(ConceptKind.Skill).Select(concept => concept.Field), StringComparer.Ordinal).Order(StringComparer.Ordinal);
        return [.. fields.Select(field => Of(kind).Where(concept => concept.Field == field).ToArray())];
    }

    IEnumerable<T> Some<T>(int least, int most, Func<T> one) =>
        Enumerable.Range(0, _random.Next(least, most + 1)).Select(_ => one()).ToArray().Distinct();

    T Pick<T>(T[] items) => items[_random.Next(items.Length)];
}

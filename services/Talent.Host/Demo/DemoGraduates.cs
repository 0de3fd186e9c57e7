using System.Globalization;
using System.Text;
using Talent.Contracts.Graduates;
using Talent.Taxonomy;

namespace Talent.Host.Demo;

/// <summary>Composes the cohorts' fictitious graduates: some strong, some weak, most in between, around what their
/// programme teaches.</summary>
sealed class DemoGraduates(DemoCatalogue catalogue, int seed, DateOnly today)
{
    static readonly string[] Destinations =
        ["AE", "BR", "CN", "EG", "ET", "ID", "KZ", "MY", "RU", "TH", "ZA"];

    // Counts how often an address was wanted, so that namesakes get a number.
    readonly Dictionary<string, int> _addresses = new(StringComparer.Ordinal);

    /// <summary>Everyone in every cohort, cohort by cohort; the very first is the demo's graduate.</summary>
    public IReadOnlyList<(DemoCohort Cohort, IReadOnlyList<GraduateInput> Graduates)> All() =>
        [.. catalogue.Cohorts.Select(cohort => (cohort, Of(cohort)))];

    IReadOnlyList<GraduateInput> Of(DemoCohort cohort)
    {
        var random = new DemoRandom(seed, "graduates/" + cohort.Key);
        var demo = string.Equals(cohort.Key, catalogue.Cohorts[0].Key, StringComparison.Ordinal);
        return [.. Enumerable.Range(1, cohort.Size).Select(number =>
        {
            var graduate = One(cohort, number, demo && number == 1 ? 0.85 : Ability(random), random);
            return demo && number == 1 ? AsDemoPerson(graduate) : graduate;
        })];
    }

    GraduateInput AsDemoPerson(GraduateInput graduate)
    {
        _addresses[DemoAccounts.GraduateEmail] = 1;
        return graduate with
        {
            Name = DemoAccounts.GraduateName,
            Email = DemoAccounts.GraduateEmail,
            Visibility = "masked",
            Languages = [new("ar", "CEFR", "C2"), new("en", "CEFR", "B2"), new("zh", "HSK", "3")],
            Preferences = graduate.Preferences! with { Countries = null, Contracts = null },
        };
    }

    // The mean of two draws: most in the middle, both ends reached.
    static double Ability(DemoRandom random) => (random.Fraction() + random.Fraction()) / 2;

    GraduateInput One(DemoCohort cohort, int number, double ability, DemoRandom random)
    {
        var (name, given, family) = catalogue.Names[cohort.Names].Compose(random);
        var place = random.Pick(catalogue.PlacesIn(cohort.Country));
        return new GraduateInput
        {
            ExternalId = string.Create(CultureInfo.InvariantCulture, $"{cohort.Key}-{number:000}"),
            Name = name,
            Email = Email(given, family, random),
            Country = cohort.Country,
            City = place.Name(cohort.Language),
            Zone = place.ZoneId,
            Nationality = cohort.Country,
            Languages = Languages(cohort, ability, random),
            Education = [Education(cohort)],
            Skills = Skills(cohort, ability, random),
            Certificates = Certificates(cohort, ability, random),
            ExperienceMonths = random.Weighted((45, 0), (20, 3), (15, 6), (10, 12), (10, 24)) + (random.Chance(10) ? 12 : 0),
            WorkPermits = random.Chance(7) ? [.. Abroad(cohort, random).Take(1)] : null,
            Preferences = Preferences(cohort, random),
            Visibility = random.Weighted((78, "masked"), (17, "open"), (5, "hidden")),
        };
    }

    static string[] Abroad(DemoCohort cohort, DemoRandom random) =>
        random.Shuffled(Destinations.Where(country => !string.Equals(country, cohort.Country, StringComparison.Ordinal)));

    string Email(string given, string family, DemoRandom random)
    {
        var local = $"{Plain(given)}.{Plain(family)}";
        var domain = random.OneOf("example.org", "example.net");
        var address = $"{local}@{domain}";
        var count = _addresses[address] = _addresses.GetValueOrDefault(address) + 1;
        return count == 1 ? address : string.Create(CultureInfo.InvariantCulture, $"{local}{count}@{domain}");
    }

    static string Plain(string name)
    {
        var plain = name.Normalize(NormalizationForm.FormD).Where(char.IsAsciiLetter).Select(char.ToLowerInvariant);
        return string.Concat(plain);
    }

    List<LanguageInput> Languages(DemoCohort cohort, double ability, DemoRandom random)
    {
        var languages = catalogue.Country(cohort.Country).Languages
            .Select((language, at) => new LanguageInput(language, "CEFR", at == 0 ? "C2" : random.OneOf("B2", "C1", "C2")))
            .ToList();
        if (cohort.Language == "zh")
            languages.Add(new("zh", "CEFR", "C2"));
        else if (random.Chance(60))
            languages.Add(new("zh", "HSK", Math.Clamp((int)(ability * 5 + random.Fraction() * 2), 1, 5).ToString(CultureInfo.InvariantCulture)));
        if (!languages.Exists(known => known.Language == "en") && random.Chance(90))
            languages.Add(new("en", "CEFR", Cefr(ability * 3.5 + random.Fraction() * 1.8)));
        var third = random.OneOf("fr", "ru", "pt");
        if (random.Chance(5) && !languages.Exists(known => known.Language == third))
            languages.Add(new(third, "CEFR", random.OneOf("A1", "A2", "B1")));
        return languages;
    }

    static string Cefr(double rank) => new[] { "A1", "A2", "B1", "B2", "C1" }[Math.Clamp((int)rank, 0, 4)];

    EducationInput Education(DemoCohort cohort)
    {
        var college = catalogue.Colleges.First(college => string.Equals(college.Key, cohort.College, StringComparison.Ordinal));
        return new EducationInput(
            college.Name, cohort.Programme, cohort.Isced, null, null, new DateOnly(2026, 6, 30), cohort.Name);
    }

    List<SkillInput> Skills(DemoCohort cohort, double ability, DemoRandom random)
    {
        // The first occupation is what the programme is named after: half of the cohort aims at it.
        var main = catalogue.Occupation(random.Chance(35) ? cohort.Occupations[0] : random.Pick(cohort.Occupations));
        var side = catalogue.Occupation(random.Pick(cohort.Occupations));
        var levels = new Dictionary<Concept, int>();
        foreach (var skill in main.EssentialSkills.Where(_ => random.Fraction() < 0.45 + 0.6 * ability))
            levels[skill] = Level(ability, random);
        foreach (var skill in side.EssentialSkills.Where(_ => random.Fraction() < 0.15 + 0.3 * ability))
            levels.TryAdd(skill, Level(ability - 0.2, random));
        foreach (var skill in main.OptionalSkills.Where(_ => random.Fraction() < 0.4 * ability))
            levels.TryAdd(skill, Level(ability - 0.15, random));
        if (levels.Count == 0)
            levels[main.EssentialSkills[0]] = 1;
        return [.. levels.Take(14).Select(pair => new SkillInput(pair.Key.Label(cohort.Language), pair.Value))];
    }

    static int Level(double ability, DemoRandom random) => Math.Clamp((int)(ability * 3.6 + random.Fraction() * 1.4), 1, 4);

    static List<CertificateInput>? Certificates(DemoCohort cohort, double ability, DemoRandom random)
    {
        if (random.Fraction() > 0.25 + 0.6 * ability)
            return null;
        var level = Math.Clamp((int)(ability * 3 + random.Fraction() * 1.5), 1, 4);
        var certificates = new List<CertificateInput> { new("brics-skills-passport", cohort.Certificate, level) };
        if (ability > 0.6 && random.Chance(25))
            certificates.Add(new("brics-engineer-passport", cohort.Certificate, 1));
        return certificates;
    }

    PreferencesInput Preferences(DemoCohort cohort, DemoRandom random)
    {
        var facts = catalogue.Country(cohort.Country);
        decimal? least = random.Chance(45) ? DemoJobNeeds.Rounded(facts.TechnicianPay * (0.55 + random.Fraction() * 0.5)) : null;
        return new PreferencesInput(
            random.Weighted<string[]?>((25, null), (30, ["onsite"]), (25, ["onsite", "hybrid"]), (20, ["onsite", "hybrid", "remote"])),
            random.Chance(45) ? null : [.. Abroad(cohort, random).Take(random.Between(1, 4)).Append(cohort.Country).Order(StringComparer.Ordinal)],
            random.Weighted<string[]?>((55, null), (25, ["permanent", "fixed"]), (10, ["permanent"]), (10, ["permanent", "internship", "order-training"])),
            least, least is null ? null : facts.Currency, today.AddDays(random.Between(0, 120)));
    }
}

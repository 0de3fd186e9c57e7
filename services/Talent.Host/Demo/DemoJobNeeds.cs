using System.Globalization;
using Talent.Contracts.Jobs;
using Talent.Platform.Reference;
using Talent.Taxonomy;

namespace Talent.Host.Demo;

/// <summary>Composes the job needs of the fictitious enterprises.</summary>
sealed class DemoJobNeeds(DemoCatalogue catalogue, int seed, DateOnly today)
{
    static readonly string[] GraduateCountries = ["BR", "EG", "ET", "ID", "KZ", "MY", "RU", "ZA"];

    /// <summary>All job needs of an enterprise, in the order of their external ids.</summary>
    public IReadOnlyList<JobNeedInput> Of(DemoEmployer employer)
    {
        var random = new DemoRandom(seed, "jobs/" + employer.Key);
        var occupations = Occupations(employer, random);
        var remote = random.Shuffled(Enumerable.Range(0, employer.Jobs).Where(at => catalogue.CanBeRemote(occupations[at])))
            .Take((employer.Jobs * employer.RemoteShare + 50) / 100).ToHashSet();
        return [.. occupations.Select((occupation, at) => Need(employer, occupation, at + 1, remote.Contains(at), random))];
    }

    // Each field is dealt from its own deck, so that an occupation repeats only when all others have come up. What the
    // cohorts learn lies in the deck twice: most graduates shall find something.
    List<Concept> Occupations(DemoEmployer employer, DemoRandom random)
    {
        var taught = catalogue.Cohorts.SelectMany(cohort => cohort.Occupations).Select(catalogue.Occupation).ToHashSet();
        var decks = new Dictionary<string, Queue<Concept>>(StringComparer.Ordinal);
        var occupations = new List<Concept>();
        for (var at = 0; at < employer.Jobs; at++)
        {
            var field = employer.Fields[at % employer.Fields.Count];
            if (!decks.TryGetValue(field, out var deck) || deck.Count == 0)
            {
                var all = catalogue.OccupationsOf(field).ToArray();
                decks[field] = deck = new Queue<Concept>(random.Shuffled(all.Concat(all.Where(taught.Contains))));
            }
            occupations.Add(deck.Dequeue());
        }
        return occupations;
    }

    JobNeedInput Need(DemoEmployer employer, Concept occupation, int number, bool remote, DemoRandom random)
    {
        var place = catalogue.Place(random.Pick(employer.Places));
        var contract = Contract(remote, random);
        var skills = Skills(employer.Language, occupation, contract, random);
        var closes = today.AddDays(random.Between(21, 120));
        var mode = remote ? "remote" : catalogue.CanBeRemote(occupation) && random.Chance(60) ? "hybrid" : "onsite";
        var need = new JobNeedInput
        {
            ExternalId = string.Create(CultureInfo.InvariantCulture, $"{employer.Key}-{number:000}"),
            Language = employer.Language,
            Occupation = occupation.Label(employer.Language),
            Skills = skills,
            Certificates = Certificates(occupation, contract, random),
            Languages = Languages(employer, place.Country, remote, random),
            Education = Education(occupation, contract, random),
            ExperienceMonths = contract is "internship" or "order-training"
                ? 0 : random.Weighted((45, 0), (25, 6), (20, 12), (10, 24)),
            Mode = mode,
            Country = place.Country,
            City = place.Name(employer.Language),
            Zone = place.ZoneId,
            Remote = remote ? RemoteTerms(random) : null,
            Contract = contract,
            Openings = contract == "order-training" ? random.Between(2, 6) * 5 : random.Weighted((45, 1), (25, 2), (15, 4), (15, 8)),
            Pay = Pay(occupation, place.Country, contract, random),
            Permit = remote ? "not-needed" : random.Weighted((35, "provided"), (40, "assisted"), (25, "own")),
            ClosesOn = closes,
            StartsOn = closes.AddDays(random.Between(14, 90)),
            ReplyWithinDays = random.Weighted((30, 7), (20, 10), (40, 14), (10, 21)),
        };
        return Described(need, employer, occupation, place, random);
    }

    static string Contract(bool remote, DemoRandom random) => remote
        ? random.Weighted((70, "permanent"), (20, "fixed"), (10, "internship"))
        : random.Weighted((66, "permanent"), (12, "fixed"), (12, "internship"), (10, "order-training"));

    static List<SkillDemand> Skills(string language, Concept occupation, string contract, DemoRandom random)
    {
        var beginner = contract is "internship" or "order-training";
        var skills = new List<SkillDemand>();
        foreach (var skill in random.Shuffled(occupation.EssentialSkills).Take(random.Between(3, 5)))
        {
            var required = skills.Count < (beginner ? 1 : 3);
            var level = beginner ? random.Between(1, 2) : random.Weighted((20, 1), (50, 2), (30, 3));
            skills.Add(new SkillDemand(Wording(skill, language, random), level, required ? "required" : "preferred"));
        }
        foreach (var skill in random.Shuffled(occupation.OptionalSkills).Take(random.Between(0, 3)))
            skills.Add(new SkillDemand(Wording(skill, language, random), random.Between(1, 2), "preferred"));
        return skills;
    }

    // People don't write the preferred label every time.
    static string Wording(Concept concept, string language, DemoRandom random)
    {
        var labels = concept.LabelsIn(language);
        var label = labels.Count > 1 && random.Chance(15) ? labels[1] : concept.Label(language);
        return char.IsUpper(label[1]) ? label : char.ToUpper(label[0], CultureInfo.InvariantCulture) + label[1..];
    }

    List<CertificateDemand>? Certificates(Concept occupation, string contract, DemoRandom random)
    {
        if (catalogue.CertificateField(occupation) is not { } field || contract is "order-training" || !random.Chance(45))
            return null;
        var importance = random.Chance(25) ? "required" : "preferred";
        return [new CertificateDemand("brics-skills-passport", field, random.Weighted((40, 1), (45, 2), (15, 3)), importance)];
    }

    static List<LanguageDemand> Languages(DemoEmployer employer, string country, bool remote, DemoRandom random)
    {
        var demands = new List<LanguageDemand>();
        string[] cefr = remote ? ["B1", "B1", "B2"] : ["A2", "A2", "B1", "B1", "B2"];
        if (employer.Language == "zh")
        {
            demands.Add(new("zh", "HSK", random.Weighted((40, "2"), (40, "3"), (20, "4")), random.Chance(45) ? "required" : "preferred"));
            if (country != "CN" || remote)
                demands.Add(new("en", "CEFR", random.OneOf("A2", "A2", "B1"), random.Chance(30) ? "required" : "preferred"));
        }
        else
        {
            demands.Add(new(employer.Language, "CEFR", random.Pick(cefr), random.Chance(75) ? "required" : "preferred"));
            if (random.Chance(20))
                demands.Add(new("zh", "HSK", random.OneOf("2", "3"), "preferred"));
            if (employer.Language != "en" && random.Chance(25))
                demands.Add(new("en", "CEFR", random.OneOf("A2", "B1"), "preferred"));
        }
        return demands;
    }

    static EducationDemand? Education(Concept occupation, string contract, DemoRandom random)
    {
        if (contract is "order-training" or "internship")
            return random.Chance(30) ? new EducationDemand(3) : null;
        return occupation.Isco?[0] switch
        {
            '1' or '2' => new EducationDemand(random.Chance(45) ? 6 : 5),
            '3' => new EducationDemand(random.Weighted((30, 5), (50, 4), (20, 3))),
            _ => random.Chance(50) ? new EducationDemand(3) : null,
        };
    }

    static RemoteTerms RemoteTerms(DemoRandom random) => new(
        random.Chance(50) ? null : [.. random.Shuffled(GraduateCountries).Take(random.Between(3, 6)).Order(StringComparer.Ordinal)],
        random.Weighted((30, 0), (25, 2), (25, 3), (20, 5)));

    PayRange Pay(Concept occupation, string country, string contract, DemoRandom random)
    {
        var facts = catalogue.Country(country);
        // What the major groups of ISCO-08 earn beside technicians (group 3), roughly.
        var grade = occupation.Isco?[0] switch
        {
            '1' => 1.9, '2' => 1.55, '3' => 1.05, '4' => 0.85, '5' => 0.75, '6' => 0.7, '7' => 0.95, '8' => 0.85, _ => 0.65,
        };
        var start = contract switch { "internship" => 0.5, "order-training" => 0.8, _ => 1.0 };
        var monthly = facts.TechnicianPay * grade * start * (0.85 + random.Fraction() * 0.4);
        var (period, part) = random.Weighted((86, ("month", 1.0)), (7, ("year", 12.0)), (7, ("hour", 1.0 / 174)));
        return new PayRange(
            Rounded(monthly * part), Rounded(monthly * part * (1.15 + random.Fraction() * 0.35)), facts.Currency, period);
    }

    /// <summary>To two digits and a half, as pay is quoted: 3,250 or 12.5.</summary>
    internal static decimal Rounded(double amount)
    {
        var step = (decimal)Math.Pow(10, Math.Floor(Math.Log10(amount)) - 1) / 2;
        return Math.Round((decimal)amount / step) * step / 1.0000000000m;
    }

    JobNeedInput Described(
        JobNeedInput need, DemoEmployer employer, Concept occupation, DemoPlace place, DemoRandom random)
    {
        var texts = catalogue.Texts[employer.Language];
        var label = occupation.Label(employer.Language);
        var values = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["employer"] = employer.Name,
            ["city"] = place.Name(employer.Language),
            ["inCity"] = place.RuIn ?? place.Name(employer.Language),
            ["country"] = Countries.Name(place.Country, CultureInfo.GetCultureInfo(employer.Language)),
            ["occupation"] = label,
            ["occupationInText"] = DemoTexts.InText(label),
            ["a"] = DemoTexts.Article(label),
            ["skills"] = texts.List([.. need.Skills!.Take(random.Between(2, 3)).Select(skill => skill.Skill!)]),
            ["openings"] = need.Openings!.Value.ToString(CultureInfo.InvariantCulture),
            ["days"] = need.ReplyWithinDays!.Value.ToString(CultureInfo.InvariantCulture),
        };
        var title = random.Pick(texts.Titles[TitleKind(need, occupation, random)]);
        var separator = employer.Language == "zh" ? "" : " ";
        return need with
        {
            Title = DemoTexts.Fill(title, values),
            Description = string.Join(separator, Sentences(texts, need, occupation, random).Select(text => DemoTexts.Fill(text, values))),
        };
    }

    static string TitleKind(JobNeedInput need, Concept occupation, DemoRandom random) => need switch
    {
        { Contract: "internship" or "order-training" } => need.Contract,
        { Mode: "remote" } => "remote",
        { Contract: "permanent" } when occupation.Isco?[0] is '7' or '8' && random.Chance(30) => "shifts",
        _ => need.Contract!,
    };

    static IEnumerable<string> Sentences(DemoTexts texts, JobNeedInput need, Concept occupation, DemoRandom random)
    {
        var remote = need.Mode == "remote";
        var work = new List<string> { random.Pick(texts.Fields[occupation.Field]), random.Pick(texts.Tasks) };
        if (random.Chance(35))
            work.Reverse();
        if (random.Chance(20))
            work.RemoveAt(0);
        var terms = new List<string>();
        if (need.Contract is "internship" or "order-training")
            terms.Add(random.Pick(need.Contract == "internship" ? texts.Internship : texts.OrderTraining));
        else if (random.Chance(60))
            terms.Add(random.Pick(remote ? texts.RemoteOffer : texts.Offer));
        if (terms.Count == 0 && texts.Permit.TryGetValue(need.Permit!, out var permit))
            terms.Add(random.Pick(permit));
        if (work.Count + terms.Count < 3 && random.Chance(60))
            terms.Add(random.Pick(texts.Closing));
        return [random.Pick(remote ? texts.RemoteOpening : texts.Opening), .. work, .. terms];
    }
}

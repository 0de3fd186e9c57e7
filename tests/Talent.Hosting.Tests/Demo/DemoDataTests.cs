using System.Text;
using System.Text.RegularExpressions;
using Talent.Contracts.Graduates;
using Talent.Contracts.Jobs;
using Talent.Host.Demo;
using Talent.Platform.Reference;
using Talent.Taxonomy;
using Concepts = Talent.Taxonomy.Taxonomy;

namespace Talent.Hosting.Tests.Demo;

public sealed partial class DemoDataTests
{
    static readonly DateOnly Today = new(2026, 11, 22);
    static readonly DemoData Data = DemoData.Create(DemoData.DefaultSeed, Today);
    static readonly JobNeedInput[] Needs = [.. Data.Jobs.SelectMany(entry => entry.Needs)];
    static readonly GraduateInput[] Graduates = [.. Data.Graduates.SelectMany(entry => entry.Graduates)];

    // Not exhaustive: it catches the slip of writing down a name one knows.
    static readonly string[] WellKnown =
    [
        "Siemens", "Huawei", "华为", "ABB", "Fanuc", "KUKA", "Tesla", "BYD", "比亚迪", "Petronas", "Petrobras", "Vale",
        "Gazprom", "Газпром", "Сбер", "Яндекс", "Alibaba", "阿里", "Tencent", "腾讯", "Sasol", "Eskom", "Marriott", "Hilton",
        "Accor", "Maersk", "DHL", "CRRC", "中车", "中铁", "Embraer", "WEG", "Proton", "Grab", "Gojek", "Emaar", "Orascom",
        "Kaspi", "Samruk", "Росатом", "Микрософт", "Microsoft", "Google", "Amazon",
    ];

    [Fact]
    public void The_same_seed_and_day_give_the_same_bytes()
    {
        var again = DemoData.Create(DemoData.DefaultSeed, Today);

        foreach (var (first, second) in Data.JobFiles.Concat(Data.Rolls).Zip(again.JobFiles.Concat(again.Rolls)))
            second.Content.AsSpan().SequenceEqual(first.Content).ShouldBeTrue(first.Name);
    }

    [Fact]
    public void Another_seed_gives_other_data_under_the_same_external_ids()
    {
        var other = DemoData.Create(DemoData.DefaultSeed + 1, Today);

        other.Jobs.SelectMany(entry => entry.Needs).Select(need => need.ExternalId)
            .ShouldBe(Needs.Select(need => need.ExternalId));
        other.Jobs.SelectMany(entry => entry.Needs).Select(need => need.Description)
            .ShouldNotBe(Needs.Select(need => need.Description));
        other.Graduates.SelectMany(entry => entry.Graduates).Select(graduate => graduate.ExternalId)
            .ShouldBe(Graduates.Select(graduate => graduate.ExternalId));
    }

    [Fact]
    public void Another_day_moves_the_dates_and_nothing_else()
    {
        var later = DemoData.Create(DemoData.DefaultSeed, Today.AddDays(40));

        later.Jobs.SelectMany(entry => entry.Needs).Select(need => (need.Title, need.Description, need.ClosesOn))
            .ShouldBe(Needs.Select(need => (need.Title, need.Description, (DateOnly?)need.ClosesOn!.Value.AddDays(40))));
    }

    [Fact]
    public void Twenty_four_enterprises_have_four_hundred_job_needs()
    {
        Data.Jobs.Count.ShouldBe(24);
        Needs.Length.ShouldBe(400);
        Data.JobFiles.Sum(file => file.Rows).ShouldBe(400);
        Needs.Select(need => need.ExternalId).ShouldBeUnique(StringComparer.Ordinal);
    }

    [Fact]
    public void Three_thousand_graduates_are_in_twelve_cohorts_of_eight_countries()
    {
        Data.Graduates.Count.ShouldBe(12);
        Graduates.Length.ShouldBe(3_000);
        Data.Rolls.Sum(file => file.Rows).ShouldBe(3_000);
        Graduates.Select(graduate => graduate.Country).Distinct(StringComparer.Ordinal).Count().ShouldBe(8);
        Graduates.Select(graduate => graduate.ExternalId).ShouldBeUnique(StringComparer.Ordinal);
        DemoData.Colleges.Count.ShouldBe(10);
    }

    [Theory]
    [InlineData("zh", 160)]
    [InlineData("en", 120)]
    [InlineData("ru", 60)]
    [InlineData("pt", 60)]
    public void Job_needs_are_written_in_four_languages(string language, int count) =>
        Needs.Count(need => need.Language == language).ShouldBe(count);

    [Fact]
    public void Job_needs_cover_every_field_of_the_taxonomy()
    {
        var fields = Concepts.Default.Concepts
            .Where(concept => concept.Kind == ConceptKind.Occupation).Select(concept => concept.Field).Distinct(StringComparer.Ordinal);

        Needs.Select(need => Concepts.Default.Normalise(need.Occupation!, ConceptKind.Occupation)!.Value.Concept.Field)
            .Distinct(StringComparer.Ordinal).ShouldBe(fields, ignoreOrder: true);
    }

    [Fact]
    public void Job_needs_are_of_every_kind()
    {
        Needs.Count(need => need.Mode == "remote").ShouldBeInRange(48, 76);
        Needs.Count(need => need.Contract == "internship").ShouldBeGreaterThan(20);
        Needs.Count(need => need.Contract == "order-training").ShouldBeGreaterThan(15);
        Needs.Count(need => need.Permit == "provided").ShouldBeGreaterThan(50);
        Needs.Count(need => need.Certificates is { Count: > 0 }).ShouldBeGreaterThan(50);
        Needs.ShouldAllBe(need => need.ClosesOn > Today && need.StartsOn > need.ClosesOn);
        Needs.ShouldAllBe(need => need.Pay!.Min < need.Pay.Max);
    }

    [Fact]
    public void Job_needs_name_only_known_countries_zones_and_currencies()
    {
        Needs.Select(need => need.Country).ShouldAllBe(country => Countries.IsKnown(country));
        Needs.SelectMany(need => need.Remote?.Countries ?? []).ShouldAllBe(country => Countries.IsKnown(country));
        Needs.Select(need => need.Zone).ShouldAllBe(zone => Zones.IsKnown(zone));
        Needs.Select(need => need.Pay!.Currency).ShouldAllBe(currency => Currencies.IsKnown(currency));
        Graduates.Select(graduate => graduate.Zone).ShouldAllBe(zone => Zones.IsKnown(zone));
        Graduates.Select(graduate => graduate.Preferences!.Currency).OfType<string>()
            .ShouldAllBe(currency => Currencies.IsKnown(currency));
    }

    [Fact]
    public void The_taxonomy_knows_the_skills_and_every_occupation()
    {
        Needs.Select(need => need.Occupation!)
            .ShouldAllBe(text => Concepts.Default.Normalise(text, ConceptKind.Occupation) != null);
        string[] skills = [.. Needs.SelectMany(need => need.Skills!).Select(skill => skill.Skill!).Distinct(StringComparer.Ordinal)
            .Concat(Graduates.SelectMany(graduate => graduate.Skills!).Select(skill => skill.Skill!).Distinct(StringComparer.Ordinal))];
        string[] unknown = [.. skills.Where(text => Concepts.Default.Normalise(text, ConceptKind.Skill) is null)];

        unknown.Length.ShouldBeLessThanOrEqualTo(skills.Length / 50, string.Join(", ", unknown.Take(20)));
    }

    [Fact]
    public void Titles_and_descriptions_differ_and_are_complete_sentences()
    {
        Needs.Select(need => need.Description).Distinct(StringComparer.Ordinal).Count().ShouldBeGreaterThan(395);
        Needs.Select(need => (need.Title, need.City)).Distinct().Count().ShouldBeGreaterThan(340);
        Needs.ShouldAllBe(need => need.Description!.EndsWith('.') || need.Description.EndsWith('。'));
        Needs.ShouldAllBe(need => Sentence().Count(need.Description!) >= 2);
        Needs.ShouldAllBe(need => !need.Description!.Contains('{') && !need.Title!.Contains('{'));
    }

    [Fact]
    public void Job_texts_are_in_the_script_of_their_language()
    {
        Needs.Where(need => need.Language == "zh").ShouldAllBe(need => need.Description!.Any(IsHan));
        Needs.Where(need => need.Language == "ru").ShouldAllBe(need => need.Description!.Any(IsCyrillic));
        Needs.Where(need => need.Language is "en" or "pt")
            .ShouldAllBe(need => !need.Description!.Any(IsHan) && !need.Description!.Any(IsCyrillic));
    }

    [Fact]
    public void Nobody_has_an_address_outside_the_example_domains()
    {
        var addresses = Graduates.Select(graduate => graduate.Email!).Concat(DemoAccounts.People.Select(person => person.Email));

        addresses.ShouldAllBe(address => ExampleAddress().IsMatch(address));
        Graduates.Select(graduate => graduate.Email).ShouldBeUnique(StringComparer.Ordinal);
    }

    [Fact]
    public void No_organisation_bears_a_well_known_name()
    {
        var names = Data.Jobs.Select(entry => entry.Employer.Name).Concat(DemoData.Colleges.Select(college => college.Name));

        names.ShouldAllBe(name => !WellKnown.Any(known => name.Contains(known, StringComparison.OrdinalIgnoreCase)));
    }

    [Fact]
    public void The_demo_graduate_stands_in_a_roll_of_the_demo_coordinators_college()
    {
        var person = DemoAccounts.People.First(person => person.Role == "graduate");
        var coordinator = DemoAccounts.People.First(person => person.Role == "coordinator");
        var graduate = Graduates.Single(graduate => graduate.Email == person.Email);

        graduate.Name.ShouldBe(person.Name);
        graduate.Education![0].Institution.ShouldBe(coordinator.OrganisationName);
        Data.Graduates.Count(entry => entry.Graduates[0].Education![0].Institution == coordinator.OrganisationName).ShouldBe(4);
    }

    [Fact]
    public void Graduates_are_strong_and_weak_and_mostly_masked()
    {
        var levels = Graduates.Select(graduate => graduate.Skills!.Average(skill => skill.Level!.Value)).ToArray();

        levels.Count(level => level >= 2.5).ShouldBeInRange(300, 1_500);
        levels.Count(level => level < 1.5).ShouldBeInRange(150, 1_200);
        Graduates.Count(graduate => graduate.Visibility == "masked").ShouldBeInRange(2_100, 2_600);
        Graduates.Count(graduate => graduate.Visibility == "hidden").ShouldBeInRange(60, 300);
        Graduates.Count(graduate => graduate.Certificates is not null).ShouldBeInRange(1_000, 2_600);
    }

    [Fact]
    public void Files_come_in_the_formats_that_organisations_use()
    {
        Data.JobFiles.Select(file => Path.GetExtension(file.Name)).Distinct(StringComparer.Ordinal).ShouldBe([".csv", ".xlsx", ".json"], ignoreOrder: true);
        Data.JobFiles.Count(file => IsGb18030(file.Content)).ShouldBe(3);
        Data.Rolls.ShouldAllBe(file => file.Name.EndsWith(".csv"));
    }

    static bool IsGb18030(byte[] content) =>
        content[0] is not ((byte)'P' or (byte)'[')
        && Encoding.UTF8.GetString(content).Contains('\ufffd', StringComparison.Ordinal)
        && CodePagesEncodingProvider.Instance.GetEncoding("GB18030")!.GetString(content).Contains("职位名称", StringComparison.Ordinal);

    static bool IsHan(char letter) => letter is >= '\u4e00' and <= '\u9fff';

    static bool IsCyrillic(char letter) => letter is >= '\u0400' and <= '\u04ff';

    [GeneratedRegex("""[.!?](\s|$)|[。！？]""", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Sentence();

    [GeneratedRegex("""^[a-z0-9.]+@(example\.(com|org|net)|[a-z-]+\.example)$""", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex ExampleAddress();
}

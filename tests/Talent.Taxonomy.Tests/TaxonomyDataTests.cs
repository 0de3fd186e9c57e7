using System.Collections.Frozen;
using System.Text;
using System.Text.RegularExpressions;

namespace Talent.Taxonomy.Tests;

public class TaxonomyDataTests
{
    /// <summary>The 436 unit groups of ISCO-08, by minor group: the digits after the colon end the code.</summary>
    private const string UnitGroups = """
        011:0 021:0 031:0 111:1234 112:0 121:1239 122:123 131:12 132:1234 133:0 134:1234569 141:12 142:0
        143:19 211:1234 212:0 213:123 214:1234569 215:123 216:123456 221:12 222:12 223:0 224:0 225:0
        226:12345679 231:0 232:0 233:0 234:12 235:1234569 241:123 242:1234 243:1234 251:12349 252:1239 261:129
        262:12 263:123456 264:123 265:1234569 311:123456789 312:123 313:123459 314:123 315:12345 321:1234
        322:12 323:0 324:0 325:123456789 331:12345 332:1234 333:12349 334:1234 335:123459 341:123 342:123
        343:12345 351:1234 352:12 411:0 412:0 413:12 421:1234 422:12345679 431:123 432:123 441:1234569 511:123
        512:0 513:12 514:12 515:123 516:123459 521:12 522:123 523:0 524:1234569 531:12 532:129 541:12349
        611:1234 612:1239 613:0 621:0 622:1234 631:0 632:0 633:0 634:0 711:123459 712:1234567 713:123
        721:12345 722:1234 723:1234 731:123456789 732:123 741:123 742:12 751:123456 752:123 753:123456
        754:12349 811:1234 812:12 813:12 814:123 815:12345679 816:0 817:12 818:1239 821:129 831:12 832:12
        833:12 834:1234 835:0 911:12 912:1239 921:123456 931:123 932:19 933:1234 941:12 951:0 952:0 961:123
        962:12349
        """;

    private static readonly FrozenSet<string> KnownUnitGroups = UnitGroups
        .Split([' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries)
        .Select(group => group.Split(':'))
        .SelectMany(group => group[1].Select(digit => group[0] + digit))
        .ToFrozenSet(StringComparer.Ordinal);

    private static Taxonomy Taxonomy => Taxonomy.Default;

    private static IEnumerable<Concept> Skills => Taxonomy.Concepts.Where(concept => concept.Kind == ConceptKind.Skill);

    private static IEnumerable<Concept> Occupations => Taxonomy.Concepts.Where(concept => concept.Kind == ConceptKind.Occupation);

    [Fact]
    public void It_covers_at_least_120_occupations_and_400_skills()
    {
        Taxonomy.Version.ShouldBe("2026.1");
        Occupations.Count().ShouldBeGreaterThanOrEqualTo(120);
        Skills.Count().ShouldBeGreaterThanOrEqualTo(400);
    }

    [Fact]
    public void Uris_are_unique_sorted_and_well_formed()
    {
        var uris = Taxonomy.Concepts.Select(concept => concept.Uri).ToArray();
        uris.ShouldBeUnique();
        uris.ShouldBe(uris.Order(StringComparer.Ordinal));
        uris.ShouldAllBe(uri => Regex.IsMatch(
            uri, "^urn:talent:(skill|occupation):[a-z0-9]+(-[a-z0-9]+)*$", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1)));
        foreach (var concept in Taxonomy.Concepts)
        {
            Taxonomy.Find(concept.Uri).ShouldBeSameAs(concept);
            Taxonomy.Concepts[concept.Ordinal].ShouldBeSameAs(concept);
        }
    }

    [Fact]
    public void Every_field_of_the_programme_has_occupations_and_skills()
    {
        string[] fields =
        [
            "artificial-intelligence", "construction", "digital-technology", "intelligent-manufacturing", "logistics",
            "modern-agriculture", "new-energy", "tourism",
        ];
        Occupations.Select(concept => concept.Field).Distinct().Order(StringComparer.Ordinal).ShouldBe(fields);
        Skills.Select(concept => concept.Field).Distinct().Order(StringComparer.Ordinal).ShouldBe([.. fields, "transversal"]);
    }

    [Fact]
    public void Every_concept_has_labels_in_all_seven_languages_in_the_right_script()
    {
        foreach (var concept in Taxonomy.Concepts)
        {
            foreach (var language in Languages.Codes)
            {
                var labels = concept.LabelsIn(language);
                labels.ShouldNotBeEmpty($"{concept} in {language}");
                labels.ShouldBeUnique();
                IsInScript(labels[0], language).ShouldBeTrue($"{concept}: {labels[0]} in {language}");
                foreach (var label in labels)
                {
                    label.ShouldBe(label.Trim());
                    // A name such as "Docker" keeps its letters as a synonym in any language.
                    (IsInScript(label, language) || Ascii.IsValid(label)).ShouldBeTrue($"{concept}: {label} in {language}");
                }
            }

            concept.LabelsIn("en").Concat(concept.LabelsIn("zh")).Count().ShouldBeGreaterThan(2, concept.Uri);
        }
    }

    [Fact]
    public void A_preferred_label_names_one_concept_of_its_kind()
    {
        foreach (var language in Languages.Codes)
        {
            foreach (var kind in Enum.GetValues<ConceptKind>())
            {
                Taxonomy.Concepts.Where(concept => concept.Kind == kind)
                    .Select(concept => Text.TextAnalysis.Fold(concept.Label(language))).ShouldBeUnique();
            }
        }
    }

    [Fact]
    public void Occupations_carry_unit_groups_of_isco_08_and_skills_none()
    {
        KnownUnitGroups.Count.ShouldBe(436);
        foreach (var occupation in Occupations) KnownUnitGroups.ShouldContain(occupation.Isco!, occupation.Uri);
        Skills.ShouldAllBe(skill => skill.Isco == null);
    }

    [Fact]
    public void Every_skill_names_its_occupations_and_every_occupation_three_essential_skills()
    {
        foreach (var skill in Skills)
        {
            (skill.EssentialFor.Count + skill.OptionalFor.Count).ShouldBeGreaterThan(0, skill.Uri);
            skill.EssentialFor.Intersect(skill.OptionalFor).ShouldBeEmpty(skill.Uri);
            skill.EssentialFor.Concat(skill.OptionalFor).ShouldBeUnique();
            foreach (var occupation in skill.EssentialFor) occupation.EssentialSkills.ShouldContain(skill);
            foreach (var occupation in skill.OptionalFor) occupation.OptionalSkills.ShouldContain(skill);
        }

        foreach (var occupation in Occupations)
        {
            occupation.EssentialSkills.Count.ShouldBeGreaterThanOrEqualTo(3, occupation.Uri);
            occupation.EssentialFor.ShouldBeEmpty();
        }
    }

    [Fact]
    public void A_label_falls_back_to_english()
    {
        var concept = Taxonomy.Find("urn:talent:occupation:software-developer").ShouldNotBeNull();
        concept.Label("de").ShouldBe("Software developer");
        concept.Label("zh-Hans-CN").ShouldBe("软件开发工程师");
        concept.Label("").ShouldBe("Software developer");
        concept.LabelsIn("de").ShouldBeEmpty();
        concept.LabelsIn("zhx").ShouldBeEmpty();
        Taxonomy.Find("urn:talent:occupation:none").ShouldBeNull();
    }

    private static bool IsInScript(string label, string language) => language switch
    {
        "zh" => label.Any(c => c is >= '\u4E00' and <= '\u9FFF'),
        "ru" => label.Any(c => c is >= '\u0400' and <= '\u04FF'),
        "ar" => label.Any(c => c is >= '\u0600' and <= '\u06FF'),
        _ => label.All(c => c < '\u0250' || c is '’' or '–'),
    };
}

using Talent.Contracts.Graduates;
using Talent.Contracts.Jobs;
using Talent.Platform.Intake;

namespace Talent.Platform.Tests.Intake;

public sealed class ListCellsTests
{
    [Theory]
    [InlineData("PLC programming:3!;Robot welding:2")]
    [InlineData("PLC programming：3！；Robot welding：2")]
    [InlineData(" PLC programming : 3 ! ; ; Robot welding:2; ")]
    public void Reads_skills_asked_for(string text)
    {
        var parsed = ListCells.SkillDemands("skills", text);

        parsed.Errors.ShouldBeEmpty();
        parsed.Value.ShouldBe(
            [new SkillDemand("PLC programming", 3, "required"), new SkillDemand("Robot welding", 2, "preferred")]);
    }

    [Theory]
    [InlineData("C++", "C++", null)]
    [InlineData("Welding: arc", "Welding: arc", null)]
    [InlineData("ISO 9001:2", "ISO 9001", 2)]
    [InlineData("https://example.org/skill/7:4", "https://example.org/skill/7", 4)]
    [InlineData("https://example.org/skill/a", "https://example.org/skill/a", null)]
    [InlineData("Cooking:", "Cooking", null)]
    public void Takes_a_colon_for_a_level_only_before_a_number(string text, string name, int? level) =>
        ListCells.Skills("skills", text).Value.ShouldBe([new SkillInput(name, level)]);

    [Fact]
    public void Reports_wrong_items_and_keeps_the_others()
    {
        var parsed = ListCells.SkillDemands("skills", "A:3;B:5;:2;C:99999999999;D");

        parsed.Value!.Select(skill => skill.Skill).ShouldBe(["A", "D"]);
        parsed.Errors.ShouldBe(
        [
            IntakeErrors.LevelOutOfRange("skills", "B:5", 1, 4),
            IntakeErrors.BadSkill("skills", ":2"),
            IntakeErrors.LevelOutOfRange("skills", "C:99999999999", 1, 4),
        ]);
    }

    [Fact]
    public void Refuses_too_many_items_and_names_that_are_too_long()
    {
        ListCells.Skills("skills", string.Join(';', Enumerable.Range(0, 61))).Errors
            .ShouldBe([IntakeErrors.TooManyItems("skills", 60, 61)]);
        ListCells.Skills("skills", new string('x', 201)).Errors.ShouldBe([IntakeErrors.TooLong("skills", 200, 201)]);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" ; ；")]
    public void An_empty_cell_says_nothing(string? text)
    {
        ListCells.Skills("skills", text).Value.ShouldBeNull();
        ListCells.Skills("skills", text).Errors.ShouldBeEmpty();
        ListCells.Education("education", text).Value.ShouldBeNull();
    }

    [Fact]
    public void Reads_certificates()
    {
        var text = "brics-skills-passport/industrial-robotics:2!;BRICS-Engineer-Passport";

        ListCells.CertificateDemands("certificates", text).Value.ShouldBe(
        [
            new CertificateDemand("brics-skills-passport", "industrial-robotics", 2, "required"),
            new CertificateDemand("brics-engineer-passport", null, null, "preferred"),
        ]);
        ListCells.Certificates("certificates", text).Value!.Count.ShouldBe(2);
        ListCells.Certificates("certificates", "a/b:6").Errors
            .ShouldBe([IntakeErrors.LevelOutOfRange("certificates", "a/b:6", 1, 5)]);
        ListCells.Certificates("certificates", "a/b/c:1").Errors.Single().Code.ShouldBe("bad-certificate");
    }

    [Fact]
    public void Reads_languages()
    {
        ListCells.LanguageDemands("languages", "zh:HSK3!;en:B1；汉语：HSK 5级；ms:native").Value.ShouldBe(
        [
            new LanguageDemand("zh", "HSK", "3", "required"),
            new LanguageDemand("en", "CEFR", "B1", "preferred"),
            new LanguageDemand("zh", "HSK", "5", "preferred"),
            new LanguageDemand("ms", "CEFR", "C2", "preferred"),
        ]);
        ListCells.LanguagesSpoken("languages", "zh:HSK3").Value.ShouldBe([new LanguageInput("zh", "HSK", "3")]);
    }

    [Theory]
    [InlineData("en:HSK3", "scale-not-for-language")]
    [InlineData("en:D1", "bad-language-level")]
    [InlineData("en", "bad-language-level")]
    [InlineData(":B1", "bad-language-level")]
    [InlineData("Klingonese:B1", "unknown-language")]
    public void Refuses_other_languages(string text, string code) =>
        ListCells.LanguagesSpoken("languages", text).Errors.Single().Code.ShouldBe(code);

    [Fact]
    public void Reads_countries_once_each()
    {
        ListCells.Countries("remote_countries", "MY;越南,my").Value.ShouldBe(["MY", "VN"]);
        ListCells.Countries("remote_countries", "Hong Kong, China").Value.ShouldBe(["HK"]);
        ListCells.Countries("remote_countries", "MY;Nowhere").Errors.Single().Code.ShouldBe("unknown-country");
        ListCells.Options("modes", "远程;hybrid;remote", OptionSet.Modes).Value.ShouldBe(["remote", "hybrid"]);
    }

    [Theory]
    [InlineData("6", 6, null)]
    [InlineData("ISCED 5", 5, null)]
    [InlineData("本科：机械", 6, "机械")]
    [InlineData("Bachelor's degree: Mechanics", 6, "Mechanics")]
    [InlineData("大专", 5, null)]
    public void Reads_an_education(string text, int isced, string? field) =>
        ListCells.Education("education", text).Value.ShouldBe(new EducationDemand(isced, field));

    [Fact]
    public void Refuses_other_educations() =>
        ListCells.Education("education", "9").Errors.ShouldBe([IntakeErrors.BadEducation("education", "9")]);
}

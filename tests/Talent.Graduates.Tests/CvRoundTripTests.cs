using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using FsCheck;
using FsCheck.Fluent;
using Talent.Contracts.Graduates;
using Talent.Graduates.Domain;
using Talent.Graduates.Features.Cv;
using Talent.Platform.Reference;

namespace Talent.Graduates.Tests;

/// <summary>A profile written as a CV and read again, for profiles of many kinds.</summary>
public sealed partial class CvRoundTripTests
{
    static readonly DateOnly Today = new(2026, 11, 22);

    static readonly string[] Words =
    [
        "Nomsa", "张伟", "欧阳 娜娜", "محمد", "Ольга", "焊工", "PLC programming", "𠮷野家", "é", "<b>", "&amp;", "\"", "'", "]]>", "-",
        "•", "\u00a0", "\u200f", "a\nb", ";", ":", "{0}", "Robot welding", "光伏安装", "HSK 4",
    ];

    static readonly Gen<string> Texts = Gen.Elements(Words).NonEmptyListOf()
        .Select(words => string.Join(" ", words.Take(4))).Where(text => text.Any(char.IsLetter));

    static readonly Gen<PartialDate> Dates =
        from day in Gen.Choose(0, 20_000)
        from precision in Gen.Elements<string?>(null, "month", "year")
        select PartialDate.Of(new DateOnly(1980, 1, 1).AddDays(day), precision)!.Value;

    static readonly Gen<LanguageInput> Spoken =
        from language in Gen.Elements(Languages.Codes.Order(StringComparer.Ordinal).ToArray())
        from level in Gen.Elements(LanguageScales.All.ToArray())
        select LanguageScales.Measures(level.Scale, language)
            ? new LanguageInput(language, level.Scale, level.Level) : new LanguageInput("zh", level.Scale, level.Level);

    static readonly Gen<EducationInput> Studies =
        from institution in Texts
        from programme in Gen.OneOf(Texts.Select(text => (string?)text), Gen.Constant((string?)null))
        from field in Gen.OneOf(Texts.Select(text => (string?)text), Gen.Constant((string?)null))
        from isced in Gen.Choose(-1, 8)
        from dates in Gen.Zip(Dates, Dates)
        select new EducationInput(
            institution, programme, isced < 0 ? null : isced, field, dates.Item1.First, dates.Item2.First, null,
            dates.Item1.Precision, dates.Item2.Precision);

    static readonly Gen<ExperienceInput> Work =
        from texts in Gen.Zip(Texts, Texts)
        from dates in Gen.Zip(Dates, Dates)
        from lasts in Gen.Elements(true, false)
        select new ExperienceInput(
            texts.Item1, texts.Item2, dates.Item1.First, lasts ? null : dates.Item2.First, texts.Item2 + "\n\n" + texts.Item1,
            dates.Item1.Precision, lasts ? null : dates.Item2.Precision);

    static readonly Gen<CertificateInput> Held =
        from scheme in Gen.Elements("brics-skills-passport", "regional-contest")
        from field in Gen.Elements(null, "industrial-robotics", "焊接")
        from level in Gen.Choose(1, 5)
        select new CertificateInput(scheme, field, level);

    static readonly Gen<GraduateInput> Profiles =
        from name in Texts
        from country in Gen.Elements(Countries.Codes.Order(StringComparer.Ordinal).ToArray())
        from city in Gen.Elements(null, "Durban", "São Paulo", "上海")
        from skills in Gen.Zip(Texts, Gen.Choose(1, 4)).ListOf()
        from languages in Spoken.ListOf()
        from studies in Studies.ListOf()
        from work in Work.ListOf()
        from held in Held.ListOf()
        select new GraduateInput
        {
            Name = name, Email = "n@example.org", Country = country, City = city, Nationality = "ZA",
            Skills = [.. skills.Take(20).Select(skill => new SkillInput(skill.Item1, skill.Item2))],
            Languages = [.. languages.Take(20)], Education = [.. studies.Take(10)], Experience = [.. work.Take(10)],
            Certificates = [.. held.Take(5)], WorkPermits = ["ZA", "BW"], ExperienceMonths = 7,
            Preferences = new PreferencesInput(["remote"], ["MY"], ["fixed"], 1200.5m, "ZAR", Today, ["Welder", "农艺师"]),
            Availability = new AvailabilityInput("Africa/Johannesburg", "22:00-06:00"),
        };

    [Fact]
    public void JSON_Resume_gives_back_the_whole_profile() => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(300), Prop.ForAll(Profiles.ToArbitrary(), input =>
        {
            var profile = Profile(input);
            var file = JsonResumeWriter.Write(profile);
            Again(profile, file, "cv.json", out var cv);
            var again = Profile(CvOverProfile.Lay(cv, null, Today));
            again.Zone.ShouldBe(profile.Zone);
            again.Hours.ShouldBe(profile.Hours);
            again.ExperienceMonths.ShouldBe(7);
            again.WorkPermits.ShouldBe(profile.WorkPermits);
            (again.MinPay, again.Currency, again.StartsFrom).ShouldBe((1200.5m, "ZAR", Today));
            again.Occupations.ShouldBe(profile.Occupations);
            (again.Modes[0], again.Countries[0], again.Contracts[0]).ShouldBe(("remote", "MY", "fixed"));
            again.Skills.ShouldBe(profile.Skills);
            WrongIn(JsonDocument.Parse(file).RootElement, "$").ShouldBeEmpty();
        }));

    [Fact]
    public void Europass_gives_back_what_it_has_a_place_for() => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(300), Prop.ForAll(Profiles.ToArbitrary(), input =>
            Again(Profile(input), CandidateWriter.Write(Profile(input)), "cv.xml", out _)));

    static void Again(Graduate profile, byte[] file, string name, out CvDraft cv)
    {
        cv = CvFile.Read(file, name);
        var again = Profile(CvOverProfile.Lay(cv, null, Today));
        (again.Name, again.Country, again.City, again.Nationality).ShouldBe(
            (profile.Name, profile.Country, profile.City, profile.Nationality));
        again.Languages.ShouldBe(profile.Languages);
        again.Education.ShouldBe(profile.Education);
        again.Experience.ShouldBe(profile.Experience);
        again.Skills.Select(skill => (skill.Skill.Text, skill.Level)).ShouldBe(
            profile.Skills.Select(skill => (skill.Skill.Text, skill.Level)), ignoreOrder: true);
        cv.Certificates.ShouldBe(profile.Certificates.Select(
            held => new CertificateInput(held.Scheme, held.Field, held.Level)));
    }

    static Graduate Profile(GraduateInput input)
    {
        var (graduate, errors) = ProfileRules.Understand(input, Author.College);
        errors.ShouldBeEmpty();
        return graduate with { Id = Guid.CreateVersion7() };
    }

    /// <summary>What JSON Resume does not allow: a date or an address of another form, a member of another type.</summary>
    static IEnumerable<string> WrongIn(JsonElement element, string path) => element.ValueKind switch
    {
        JsonValueKind.Array => element.EnumerateArray().SelectMany((item, index) =>
            WrongIn(item, string.Create(CultureInfo.InvariantCulture, $"{path}[{index}]"))),
        JsonValueKind.Object => element.EnumerateObject().Where(member => member.Name != "x-talent")
            .SelectMany(member => WrongIn(member.Value, $"{path}.{member.Name}")),
        JsonValueKind.String => path.EndsWith("Date", StringComparison.Ordinal) && !Iso().IsMatch(element.GetString()!)
            ? [$"{path}: {element}"] : [],
        _ => [$"{path} is a {element.ValueKind}"],
    };

    [GeneratedRegex("^[12][0-9]{3}(-[01][0-9](-[0-3][0-9])?)?$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Iso();
}

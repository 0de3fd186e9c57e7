using System.Globalization;
using System.Xml.Linq;
using Talent.Contracts.Graduates;
using Talent.Platform.Reference;
using Catalogue = Talent.Taxonomy.Taxonomy;

namespace Talent.Graduates.Features.Cv;

/// <summary>Reads the <c>SkillsPassport</c> document of the former Europass (XML version 3).</summary>
static class SkillsPassportReader
{
    const int LongestSkill = 60;

    static readonly string[] Proficiencies = ["Listening", "Reading", "SpokenInteraction", "SpokenProduction", "Writing"];

    static readonly char[] SkillEnds = ['\n', ';', '•'];

    public static CvDraft Read(XElement learner)
    {
        var cv = new CvDraft("europass-3");
        foreach (var identification in learner.All("Identification"))
            Identification(identification, cv);
        foreach (var headline in learner.All("Headline"))
            Headline(headline, cv);
        foreach (var work in learner.All("WorkExperienceList", "WorkExperience"))
            cv.Worked(
                work.At("Position", "Label"), work.At("Employer", "Name"), Date(cv, "experience", work, "From"),
                Date(cv, "experience", work, "To"), CvText.Plain(work.At("Activities")));
        foreach (var education in learner.All("EducationList", "Education"))
            Education(education, cv);
        foreach (var skills in learner.All("Skills").SelectMany(skills => skills.Elements()))
            Skills(skills, cv);
        foreach (var achievement in learner.All("AchievementList", "Achievement"))
            Achievement(achievement, cv);
        return cv;
    }

    static void Identification(XElement identification, CvDraft cv)
    {
        cv.Name = CvText.Name(identification.At("PersonName", "FirstName"), identification.At("PersonName", "Surname"));
        foreach (var address in identification.All("ContactInfo", "Address", "Contact"))
        {
            cv.City ??= address.At("Municipality");
            cv.ResidesIn(address.At("Country", "Code") ?? address.At("Country", "Label"));
            if (address.At("AddressLine") is not null)
                cv.LeaveOut("Address");
        }
        foreach (var nationality in identification.All("Demographics", "NationalityList", "Nationality"))
            cv.IsCitizenOf(nationality.At("Code") ?? nationality.At("Label"));
        foreach (var (parent, part) in new[] { ("ContactInfo", "TelephoneList"), ("ContactInfo", "WebsiteList"), ("", "Photo") })
        {
            if (identification.At(parent.Length == 0 ? [part] : [parent, part]) is not null)
                cv.LeaveOut(part);
        }
    }

    static void Headline(XElement headline, CvDraft cv)
    {
        if (headline.At("Type", "Code") is "preferred_job" or "position" or "job_applied_for"
            && headline.At("Description", "Label") is { } wished)
            cv.Occupations.Add(wished);
        else if (headline.At("Description", "Label") is not null)
            cv.LeaveOut("Headline");
    }

    static void Education(XElement education, CvDraft cv)
    {
        var title = education.At("Title");
        var label = education.At("Level", "Label");
        var stated = CvLevels.OfEducation(label);
        var isced = (stated.Whole ? stated.Isced : null) ?? CvLevels.FromEqf(education.At("Level", "Code"))
            ?? CvLevels.OfEducation(title).Isced;
        cv.Studied(
            new EducationInput(education.At("Organisation", "Name"), title, isced, education.At("Field", "Label")),
            Date(cv, "education", education, "From"), Date(cv, "education", education, "To"));
    }

    static void Skills(XElement skills, CvDraft cv)
    {
        switch (skills.Name.LocalName)
        {
            case "Linguistic":
                foreach (var tongue in skills.All("MotherTongueList", "MotherTongue"))
                    cv.Speaks(tongue.At("Description", "Code") ?? tongue.At("Description", "Label"), "native");
                foreach (var language in skills.All("ForeignLanguageList", "ForeignLanguage"))
                    Foreign(language, cv);
                break;
            case "Driving":
                cv.LeaveOut("Driving");
                break;
            default:
                if (CvText.Plain(skills.At("Description")) is { } text)
                    Described(text, skills.Name.LocalName, cv);
                break;
        }
    }

    static void Foreign(XElement language, CvDraft cv)
    {
        var name = language.At("Description", "Code") ?? language.At("Description", "Label");
        var levels = Proficiencies.Select(skill => LanguageScales.Parse(language.At("ProficiencyLevel", skill)))
            .OfType<ScaleLevel>().ToArray();
        if (levels.Length > 0)
            CandidateReader.Spoken(cv, name, levels);
        else
            cv.Speaks(name, null);
    }

    /// <summary>Skills are described in prose or as a list here: a short line is a skill; of longer ones those that the
    /// platform knows are taken.</summary>
    static void Described(string text, string part, CvDraft cv)
    {
        foreach (var line in text.Split(SkillEnds, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            var skill = line.TrimStart('-', '–', '*', '·', ' ').TrimEnd('.', '。', ' ');
            if (skill.Length is > 0 and <= LongestSkill)
            {
                cv.Can(skill, null);
                continue;
            }
            cv.LeaveOut(part);
            foreach (var found in Catalogue.Default.Annotate(line).Where(found => found.Concept.Kind == Taxonomy.ConceptKind.Skill))
                cv.Can(found.Label, null);
        }
    }

    static void Achievement(XElement achievement, CvDraft cv)
    {
        var kind = achievement.At("Title", "Label") ?? achievement.At("Title", "Code") ?? "Achievements";
        var isCertificate = $"{kind} {achievement.At("Title", "Code")}".Contains("certif", StringComparison.OrdinalIgnoreCase);
        if (isCertificate && CvText.Plain(achievement.At("Description")) is { } name)
            cv.OtherCertificates.Add(name);
        else
            cv.LeaveOut(kind);
    }

    /// <summary><c>&lt;From year="2002" month="--08" day="---10"/&gt;</c>, month and day where they are known.</summary>
    static PartialDate? Date(CvDraft cv, string column, XElement element, string end)
    {
        var date = element.All("Period", end).FirstOrDefault();
        if (date is null || Part(date, "year", 4) is not { } year)
            return null;
        return cv.Date(column, string.Join('-', new[] { year, Part(date, "month", 2), Part(date, "day", 2) }
            .TakeWhile(part => part is not null)));
    }

    static string? Part(XElement date, string name, int digits) =>
        int.TryParse(date.Attribute(name)?.Value.TrimStart('-'), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number.ToString($"D{digits}", CultureInfo.InvariantCulture)
            : null;
}

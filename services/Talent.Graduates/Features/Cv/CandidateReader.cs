using System.Text.RegularExpressions;
using System.Xml.Linq;
using Talent.Contracts.Graduates;
using Talent.Platform.Intake;
using Talent.Platform.Reference;

namespace Talent.Graduates.Features.Cv;

/// <summary>Reads the <c>Candidate</c> document of today's Europass, a profile of HR-XML 3. Elements are told by their
/// local names: exports disagree on namespaces and on the order of children.</summary>
static partial class CandidateReader
{
    static readonly string[] Unused =
    [
        "ExecutiveSummary", "PublicationHistory", "Licenses", "Attachment", "CreativeWorks", "Projects",
        "SocialAndPoliticalActivities", "NetworksAndMemberships", "ConferencesAndSeminars", "VoluntaryWorks",
        "CourseCertifications", "EmploymentReferences", "HobbiesAndInterests", "HonorsAndAwards",
    ];

    static readonly string[] UnusedPersonal = ["BirthDate", "GenderCode"];

    public static CvDraft Read(XElement root)
    {
        var cv = new CvDraft("europass");
        foreach (var person in root.All("CandidatePerson"))
            Person(person, cv);
        foreach (var profile in root.All("CandidateProfile"))
            Profile(profile, cv);
        return cv;
    }

    static void Person(XElement person, CvDraft cv)
    {
        cv.Name = person.At("PersonName", "FormattedName")
            ?? CvText.Name(person.At("PersonName", "GivenName"), person.At("PersonName", "FamilyName"));
        foreach (var address in person.All("Communication", "Address"))
        {
            cv.City ??= address.At("CityName");
            cv.ResidesIn(address.At("CountryCode"));
            if (address.At("AddressLine") is not null)
                cv.LeaveOut("Address");
        }
        cv.IsCitizenOf(person.At("NationalityCode"));
        foreach (var language in person.All("PrimaryLanguageCode"))
            cv.Speaks(language.Value, "native");
        foreach (var channel in person.All("Communication", "ChannelCode").Select(channel => channel.Value.Trim()))
        {
            if (channel is not ("Email" or ""))
                cv.LeaveOut(channel);
        }
        foreach (var personal in UnusedPersonal.Where(name => person.At(name) is not null))
            cv.LeaveOut(personal);
    }

    static void Profile(XElement profile, CvDraft cv)
    {
        foreach (var employer in profile.All("EmploymentHistory", "EmployerHistory"))
            Employment(employer, cv);
        foreach (var attendance in profile.All("EducationHistory", "EducationOrganizationAttendance"))
            Education(attendance, cv);
        foreach (var competency in profile.All("PersonQualifications", "PersonCompetency"))
            Competency(competency, cv);
        foreach (var competency in profile.All("Skills", "PersonCompetency"))
            cv.Can(Name(competency), null);
        foreach (var group in profile.All("Skills", "SkillsGroup"))
            foreach (var competency in group.All("PersonCompetency"))
                cv.Can(Name(competency), CvLevels.IsSkillWord(group.At("Title")) ? group.At("Title") : null);
        foreach (var skill in profile.All("DigitalSkills", "DigitalSkillsGroup", "DigitalSkill"))
            cv.Can(skill.Value, null);
        foreach (var certification in profile.All("Certifications", "Certification"))
        {
            if ((certification.At("CertificationName") ?? certification.At("Title")) is { } name)
                cv.OtherCertificates.Add(name);
        }
        foreach (var others in profile.All("Others"))
            Others(others, cv);
        foreach (var section in Unused.Where(section => profile.All(section).Any(found => found.Value.Trim().Length > 0)))
            cv.LeaveOut(section);
    }

    static void Employment(XElement employer, CvDraft cv)
    {
        var positions = employer.All("PositionHistory").DefaultIfEmpty(employer);
        foreach (var position in positions)
            cv.Worked(
                position.At("PositionTitle"), employer.At("OrganizationName"),
                cv.Date("experience", position.At("EmploymentPeriod", "StartDate", "FormattedDateTime")),
                cv.Date("experience", position.At("EmploymentPeriod", "EndDate", "FormattedDateTime")),
                CvText.Plain(position.At("Description")));
    }

    static void Education(XElement attendance, CvDraft cv)
    {
        var degree = attendance.At("EducationDegree", "DegreeName");
        var stated = CvLevels.OfEducation(attendance.At("EducationDegree", "NationalClassification"));
        var isced = (stated.Whole ? stated.Isced : null) ?? CvLevels.FromEqf(attendance.At("EducationLevelCode"))
            ?? CvLevels.OfEducation(degree).Isced;
        cv.Studied(
            new EducationInput(
                attendance.At("OrganizationName"), degree ?? attendance.At("ProgramName"), isced,
                CvText.Plain(attendance.At("EducationDegree", "OccupationalSkillsCovered"))),
            cv.Date("education", attendance.At("AttendancePeriod", "StartDate", "FormattedDateTime")),
            cv.Date("education", attendance.At("AttendancePeriod", "EndDate", "FormattedDateTime")));
    }

    static void Competency(XElement competency, CvDraft cv)
    {
        if (!string.Equals(competency.At("TaxonomyID"), "language", StringComparison.OrdinalIgnoreCase))
        {
            cv.Can(Name(competency), null);
            return;
        }
        var language = competency.At("CompetencyID") ?? competency.At("CompetencyName");
        var scores = competency.All("CompetencyDimension", "Score", "ScoreText")
            .Select(score => LanguageScales.Parse(score.Value)).OfType<ScaleLevel>().ToArray();
        if (scores.Length > 0)
            Spoken(cv, language, scores);
        else if (language is not null && OtherScale().Match(language) is { Success: true } other)
            cv.Speaks(other.Groups["language"].Value, other.Groups["level"].Value);
        else
            cv.Speaks(language, null);
    }

    /// <summary>A language with its skills graded apart: it is spoken as well as the weakest of them.</summary>
    public static void Spoken(CvDraft cv, string? language, IReadOnlyCollection<ScaleLevel> scores)
    {
        var weakest = scores.MinBy(score => score.Rank);
        cv.Speaks(language, CvLevels.LanguageWord(weakest.Scale, weakest.Level));
        if (scores.Distinct().Count() > 1)
            cv.Note(IntakeErrors.AssumedLevel(
                "languages", $"{language} ({string.Join(", ", scores.Select(score => score.Level))})", weakest.Level));
    }

    static void Others(XElement others, CvDraft cv)
    {
        var section = others.At("Title");
        foreach (var other in others.All("Other"))
        {
            if (CertificateName.Parse(CvText.Plain(other.At("Description"))) is { } certificate)
                cv.Holds(certificate);
            else if (section?.Contains("ertif", StringComparison.Ordinal) == true && other.At("Title") is { } name)
                cv.OtherCertificates.Add(name);
            else
                cv.LeaveOut(section ?? "Others");
        }
    }

    static string? Name(XElement competency) => competency.At("CompetencyName") ?? competency.At("CompetencyID");

    [GeneratedRegex(@"^(?<language>[^()]+?)\s*\((?<level>HSK\s*[1-9])\)$",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex OtherScale();
}

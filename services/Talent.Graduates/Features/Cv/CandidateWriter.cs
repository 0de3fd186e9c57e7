using System.Globalization;
using System.Text;
using System.Xml;
using System.Xml.Linq;
using Talent.Contracts.Graduates;
using Talent.Platform.Reference;

namespace Talent.Graduates.Features.Cv;

/// <summary>Writes a profile as the <c>Candidate</c> document that Europass imports.</summary>
static class CandidateWriter
{
    static readonly XNamespace Europass = "http://www.europass.eu/1.0";
    static readonly XNamespace Hr = "http://www.hr-xml.org/3";
    static readonly XNamespace Oa = "http://www.openapplications.org/oagis/9";
    static readonly XNamespace Eures = "http://www.europass_eures.eu/1.0";
    static readonly XNamespace Instance = "http://www.w3.org/2001/XMLSchema-instance";

    static readonly string[] Dimensions =
    [
        "CEF-Understanding-Listening", "CEF-Understanding-Reading", "CEF-Speaking-Interaction", "CEF-Speaking-Production",
        "CEF-Writing-Production",
    ];

    static readonly string[] Sections = ["work-experience", "education-training", "language", "profile-skills"];

    public static byte[] Write(Graduate graduate)
    {
        var document = new XElement(
            Europass + "Candidate",
            new XAttribute(XNamespace.Xmlns + "hr", Hr), new XAttribute(XNamespace.Xmlns + "oa", Oa),
            new XAttribute(XNamespace.Xmlns + "eures", Eures), new XAttribute(XNamespace.Xmlns + "xsi", Instance),
            new XAttribute(Instance + "schemaLocation", "http://www.europass.eu/1.0 Candidate.xsd"),
            new XElement(Hr + "DocumentID", new XAttribute("schemeID", graduate.Id), new XAttribute("schemeName", "DocumentIdentifier"),
                new XAttribute("schemeAgencyName", "Talent"), new XAttribute("schemeVersionID", "4.0")),
            new XElement(Europass + "CandidateSupplier", new XElement(Hr + "PartyName", "Owner"),
                new XElement(Europass + "PersonContact", PersonName(graduate)), new XElement(Hr + "PrecedenceCode", "1")),
            Person(graduate), Profile(graduate), Rendering());
        using var file = new MemoryStream();
        using (var writer = XmlWriter.Create(file, new XmlWriterSettings
        {
            Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), Indent = true, NewLineChars = "\n",
            NewLineHandling = NewLineHandling.None,
        }))
            document.Save(writer);
        return file.ToArray();
    }

    static XElement PersonName(Graduate graduate)
    {
        var (given, family) = CvText.Parts(CvText.Written(graduate.Name));
        return new XElement(Europass + "PersonName", Some(Oa + "GivenName", given), Some(Hr + "FamilyName", family));
    }

    static XElement Person(Graduate graduate) => new(
        Europass + "CandidatePerson", PersonName(graduate),
        graduate.Email is null ? null : new XElement(
            Europass + "Communication", new XElement(Europass + "ChannelCode", "Email"), Some(Oa + "URI", graduate.Email)),
        new XElement(
            Europass + "Communication", new XElement(Europass + "UseCode", "home"),
            new XElement(
                Europass + "Address", new XAttribute("type", "home"), Some(Oa + "CityName", graduate.City),
                new XElement(Europass + "CountryCode", graduate.Country.ToLowerInvariant()))),
        new XElement(Europass + "NationalityCode", graduate.Nationality.ToLowerInvariant()));

    static XElement Profile(Graduate graduate) => new(
        Europass + "CandidateProfile", new XAttribute("languageCode", "en"),
        List("EmploymentHistory", graduate.Experience.Select(Employment)),
        List("EducationHistory", graduate.Education.Select(Education)),
        List("PersonQualifications", graduate.Languages.Select(Language)),
        List("Skills", graduate.Skills.GroupBy(skill => skill.Level).OrderByDescending(level => level.Key).Select(SkillsAt)),
        graduate.Certificates.Select(Certificate));

    static XElement Employment(ExperienceInput work) => new(
        Europass + "EmployerHistory", Some(Hr + "OrganizationName", work.Employer),
        new XElement(
            Europass + "PositionHistory",
            new XElement(Europass + "PositionTitle", new XAttribute("typeCode", "FREETEXT"), CvText.Written(work.Title ?? "")),
            Period(Eures, "EmploymentPeriod", (work.From, work.FromPrecision), (work.To, work.ToPrecision),
                Hr + "CurrentIndicator"),
            work.Description is null ? null : new XElement(Oa + "Description", CvText.Html(work.Description))));

    static XElement Education(EducationInput education) => new(
        Europass + "EducationOrganizationAttendance", Some(Hr + "OrganizationName", education.Institution),
        Period(Europass, "AttendancePeriod", (education.From, education.FromPrecision), (education.To, education.ToPrecision),
            Europass + "Ongoing"),
        education.Isced is { } isced
            ? new XElement(Europass + "EducationLevelCode", CvDraft.Invariant(CvLevels.ToEqf(isced))) : null,
        new XElement(
            Europass + "EducationDegree", Some(Hr + "DegreeName", education.Programme),
            education.Field is null ? null : new XElement(Europass + "OccupationalSkillsCovered", CvText.Html(education.Field)),
            education.Isced is { } level
                ? new XElement(Europass + "NationalClassification", $"ISCED {CvDraft.Invariant(level)}") : null));

    static XElement Period(
        XNamespace dates, string name, (DateOnly? Date, string? Precision) from, (DateOnly? Date, string? Precision) to,
        XName lasts) => new(
            dates + name, Date(dates + "StartDate", from), Date(dates + "EndDate", to),
            new XElement(lasts, to.Date is null && from.Date is not null ? "true" : "false"));

    static XElement? Date(XName name, (DateOnly? Date, string? Precision) known) =>
        PartialDate.Of(known.Date, known.Precision) is { } date
            ? new XElement(name, new XElement(Hr + "FormattedDateTime", date.ToString())) : null;

    /// <summary>Europass grades by CEFR alone: a level of another scale stands in the language's name.</summary>
    static XElement Language(LanguageLevel spoken)
    {
        var taxonomy = new XElement(Hr + "TaxonomyID", "language");
        if (spoken.Scale != LanguageScales.Cefr)
            return new XElement(
                Europass + "PersonCompetency",
                new XElement(Europass + "CompetencyID", new XAttribute("schemeName", "FREE_TEXT"),
                    $"{CvLevels.LanguageName(spoken.Language)} ({spoken.Scale} {spoken.Level})"), taxonomy);
        var code = CultureInfo.GetCultureInfo(spoken.Language).ThreeLetterISOLanguageName;
        return new XElement(
            Europass + "PersonCompetency",
            Languages.Resolve(code) == spoken.Language
                ? new XElement(Europass + "CompetencyID", new XAttribute("schemeName", "NORMAL"), code)
                : new XElement(Europass + "CompetencyID", new XAttribute("schemeName", "FREE_TEXT"), CvLevels.LanguageName(spoken.Language)),
            taxonomy,
            Dimensions.Select(dimension => new XElement(
                Eures + "CompetencyDimension", new XElement(Hr + "CompetencyDimensionTypeCode", dimension),
                new XElement(Eures + "Score", new XElement(Hr + "ScoreText", spoken.Level)))));
    }

    static XElement SkillsAt(IGrouping<int, SkillLevel> level) => new(
        Europass + "SkillsGroup", new XElement(Europass + "Title", CvLevels.SkillWord(level.Key)),
        level.Select(skill => new XElement(
            Europass + "PersonCompetency", new XElement(Hr + "TaxonomyID", "Digital_Skill"),
            Some(Hr + "CompetencyName", skill.Skill.Text))));

    // One section for each: of several entries in one, Europass keeps the last.
    static XElement Certificate(Certificate held) => new(
        Europass + "Others", new XElement(Europass + "Title", "Certificates"),
        new XElement(
            Europass + "Other", Some(Europass + "Title", CertificateName.Of(held)),
            new XElement(Europass + "Description", CvText.Html(CertificateName.Code(held)))));

    /// <summary>Europass shows the sections that are named here.</summary>
    static XElement Rendering() => new(
        Europass + "RenderingInformation",
        new XElement(
            Europass + "Design", new XElement(Europass + "Template", "Template1"), new XElement(Europass + "Color", "Default"),
            new XElement(Europass + "FontSize", "Medium"), new XElement(Europass + "Logo", "FirstPage"),
            new XElement(Europass + "PageNumbers", "false"),
            new XElement(
                Europass + "SectionsOrder",
                Sections.Select(section =>
                    new XElement(Europass + "Section", new XElement(Europass + "Title", section))))));

    static XElement? List(string name, IEnumerable<XElement> items) =>
        items.ToArray() is { Length: > 0 } some ? new XElement(Europass + name, some) : null;

    static XElement? Some(XName name, string? text) =>
        string.IsNullOrEmpty(text) ? null : new XElement(name, CvText.Written(text));
}

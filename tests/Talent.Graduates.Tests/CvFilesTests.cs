using System.Text;
using Talent.Contracts.Graduates;
using Talent.Graduates.Domain;
using Talent.Graduates.Features.Cv;
using Talent.Platform.Intake;

namespace Talent.Graduates.Tests;

/// <summary>CVs as other programs write them, and files that are none.</summary>
public sealed class CvFilesTests
{
    const string Elsewhere =
        """
        {
          "basics": {"name": "Ольга Примерова", "label": "Сварщик", "phone": "+7 000", "summary": "Welds.",
            "location": {"countryCode": "ru", "city": "Казань", "address": "Ул. Примерная 1"}},
          "work": [{"name": "Example Works", "position": "Welder", "startDate": "2023-04", "endDate": "Present",
            "summary": "Two shifts.", "highlights": ["TIG", "MIG"]},
            {"name": "No date", "position": "Fitter", "startDate": "spring 2020"}],
          "education": [{"institution": "Kazan Example College", "area": "Welding", "studyType": "Бакалавр", "endDate": "2022"},
            {"institution": "Night school", "area": "Law", "studyType": "Nanodegree"}],
          "skills": [{"name": "Robot welding", "level": "Master", "keywords": ["TIG welding", "Basket weaving"]},
            {"name": "ПЛК", "level": "3/5"}, {"name": "Unicycling", "level": "so-so"}],
          "languages": [{"language": "Russian", "fluency": "Native speaker"}, {"language": "English", "fluency": "Fluent"},
            {"language": "中文", "fluency": "HSK 3"}, {"language": "Klingon", "fluency": "C1"}, {"language": "fr"}],
          "certificates": [{"name": "Certified Welder", "issuer": "Example"}],
          "publications": [{"name": "On arcs"}], "interests": []
        }
        """;

    const string Former =
        """
        <?xml version="1.0" encoding="UTF-8"?>
        <SkillsPassport xmlns="http://europass.cedefop.europa.eu/Europass" locale="pt">
          <LearnerInfo>
            <Identification>
              <PersonName><FirstName>João</FirstName><Surname>Exemplo</Surname></PersonName>
              <ContactInfo><Address><Contact><AddressLine>Rua 1</AddressLine><Municipality>London</Municipality>
                <Country><Code>UK</Code><Label>United Kingdom</Label></Country></Contact></Address></ContactInfo>
              <Demographics><NationalityList><Nationality><Code>BR</Code></Nationality></NationalityList></Demographics>
            </Identification>
            <Headline><Type><Code>preferred_job</Code></Type><Description><Label>Electrician</Label></Description></Headline>
            <WorkExperienceList><WorkExperience>
              <Period><From year="2019" month="--08"/><To year="2020" month="--02" day="---29"/></Period>
              <Position><Label>Técnico</Label></Position>
              <Activities>&lt;p&gt;Solar &amp;amp; wind&lt;/p&gt;&lt;ul&gt;&lt;li&gt;one&lt;/li&gt;&lt;li&gt;two&lt;/li&gt;&lt;/ul&gt;</Activities>
              <Employer><Name>Exemplo Energia</Name></Employer>
            </WorkExperience></WorkExperienceList>
            <EducationList><Education>
              <Period><From year="2015"/><To year="2018"/></Period><Title>Técnico em eletrônica</Title>
              <Organisation><Name>Instituto Exemplo</Name></Organisation>
              <Level><Code>5</Code><Label>EQF level 5</Label></Level><Field><Label>Electronics</Label></Field>
            </Education></EducationList>
            <Skills>
              <Linguistic>
                <MotherTongueList><MotherTongue><Description><Code>pt</Code></Description></MotherTongue></MotherTongueList>
                <ForeignLanguageList><ForeignLanguage><Description><Code>en</Code><Label>English</Label></Description>
                  <ProficiencyLevel><Listening>C1</Listening><Reading>C1</Reading><SpokenInteraction>B2</SpokenInteraction>
                    <SpokenProduction>B2</SpokenProduction><Writing>B1</Writing></ProficiencyLevel>
                </ForeignLanguage></ForeignLanguageList>
              </Linguistic>
              <JobRelated><Description>&lt;ul&gt;&lt;li&gt;PLC programming&lt;/li&gt;&lt;li&gt;Juggling&lt;/li&gt;&lt;/ul&gt;</Description></JobRelated>
              <Driving><Description><Licence>B</Licence></Description></Driving>
            </Skills>
            <AchievementList><Achievement><Title><Label>Certifications</Label></Title><Description>Welding licence</Description></Achievement></AchievementList>
          </LearnerInfo>
        </SkillsPassport>
        """;

    const string Todays =
        """
        <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
        <Candidate xmlns="http://www.europass.eu/1.0" xmlns:hr="http://www.hr-xml.org/3" xmlns:oa="http://www.openapplications.org/oagis/9"
            xmlns:eures="http://www.europass_eures.eu/1.0">
          <CandidatePerson>
            <PersonName><oa:GivenName>伟</oa:GivenName><hr:FamilyName>张</hr:FamilyName></PersonName>
            <Communication><ChannelCode>Telephone</ChannelCode><oa:DialNumber>1</oa:DialNumber></Communication>
            <Communication><Address type="home"><oa:CityName>Αθήνα</oa:CityName><CountryCode>el</CountryCode></Address></Communication>
            <NationalityCode>cn</NationalityCode><hr:BirthDate>1999-01-01</hr:BirthDate>
            <PrimaryLanguageCode name="NORMAL">zho</PrimaryLanguageCode>
          </CandidatePerson>
          <CandidateProfile languageCode="en">
            <hr:ExecutiveSummary>&lt;p&gt;Me&lt;/p&gt;</hr:ExecutiveSummary>
            <EmploymentHistory><EmployerHistory><hr:OrganizationName>Example SA</hr:OrganizationName><PositionHistory>
              <PositionTitle typeCode="FREETEXT">Technician</PositionTitle>
              <eures:EmploymentPeriod><eures:StartDate><hr:FormattedDateTime>2024-02</hr:FormattedDateTime></eures:StartDate>
                <hr:CurrentIndicator>true</hr:CurrentIndicator></eures:EmploymentPeriod>
              <oa:Description>&lt;p&gt;Less than 5 &amp;lt; 6&lt;/p&gt;</oa:Description></PositionHistory></EmployerHistory></EmploymentHistory>
            <EducationHistory><EducationOrganizationAttendance><hr:OrganizationName>Example University</hr:OrganizationName>
              <AttendancePeriod><StartDate><hr:FormattedDateTime>2017</hr:FormattedDateTime></StartDate></AttendancePeriod>
              <EducationLevelCode>7</EducationLevelCode><EducationDegree><hr:DegreeName>MSc Robotics</hr:DegreeName></EducationDegree>
            </EducationOrganizationAttendance></EducationHistory>
            <PersonQualifications><PersonCompetency><CompetencyID schemeName="NORMAL">ell</CompetencyID><hr:TaxonomyID>language</hr:TaxonomyID>
              <eures:CompetencyDimension><hr:CompetencyDimensionTypeCode>CEF-Writing-Production</hr:CompetencyDimensionTypeCode>
                <eures:Score><hr:ScoreText>A2</hr:ScoreText></eures:Score></eures:CompetencyDimension></PersonCompetency></PersonQualifications>
            <Skills><PersonCompetency><hr:TaxonomyID>Digital_Skill</hr:TaxonomyID><hr:CompetencyName>PLC programming</hr:CompetencyName></PersonCompetency></Skills>
            <Others><Title>Hobbies</Title><Other><Title>Chess</Title></Other></Others>
          </CandidateProfile>
        </Candidate>
        """;

    [Fact]
    public void A_JSON_Resume_of_another_program_is_understood_and_what_is_guessed_is_noted()
    {
        var cv = Read(Elsewhere, "resume.json");
        (cv.Name, cv.Country, cv.City).ShouldBe(("Ольга Примерова", "RU", "Казань"));
        cv.Languages.ShouldBe(
        [
            new LanguageInput("ru", "CEFR", "C2"), new LanguageInput("en", "CEFR", "C1"), new LanguageInput("zh", "HSK", "3"),
            new LanguageInput("fr", "CEFR", "B1"),
        ]);
        cv.Skills.Select(skill => $"{skill.Skill} {skill.Level}").ShouldBe(
            ["Robot welding 4", "TIG welding 4", "Basket weaving 4", "ПЛК 3", "Unicycling "]);
        cv.Education.Select(education => (education.Programme, education.Isced)).ShouldBe(
            [("Бакалавр, Welding", 6), ("Nanodegree, Law", null)]);
        cv.Education[0].To.ShouldBe(new DateOnly(2022, 1, 1));
        cv.Education[0].ToPrecision.ShouldBe("year");
        cv.Experience[0].Description.ShouldBe("Two shifts.\n• TIG\n• MIG");
        (cv.Experience[0].From, cv.Experience[0].FromPrecision, cv.Experience[0].To).ShouldBe((new DateOnly(2023, 4, 1), "month", null));
        Codes(cv).ShouldBe(
        [
            "assumed-level English Fluent|CEFR C1", "assumed-level fr|CEFR B1", "assumed-level Unicycling: so-so|2",
            "bad-date spring 2020", "unknown-language Klingon", "unknown-skill Basket weaving", "unknown-skill Unicycling",
            "left-out basics.location.address, basics.phone, basics.summary, publications",
        ], ignoreOrder: true);
        cv.OtherCertificates.ShouldBe(["Certified Welder"]);
    }

    [Fact]
    public void A_CV_of_the_former_Europass_is_understood()
    {
        var cv = Read(Former, "cv.xml");
        (cv.Format, cv.Name, cv.Country, cv.City, cv.Nationality).ShouldBe(("europass-3", "João Exemplo", "GB", "London", "BR"));
        cv.Occupations.ShouldBe(["Electrician"]);
        cv.Experience.ShouldBe([new ExperienceInput(
            "Técnico", "Exemplo Energia", new DateOnly(2019, 8, 1), new DateOnly(2020, 2, 29), "Solar & wind\none\ntwo", "month")]);
        cv.Education.ShouldBe([new EducationInput(
            "Instituto Exemplo", "Técnico em eletrônica", 5, "Electronics", new DateOnly(2015, 1, 1), new DateOnly(2018, 1, 1),
            null, "year", "year")]);
        cv.Languages.ShouldBe([new LanguageInput("pt", "CEFR", "C2"), new LanguageInput("en", "CEFR", "B1")]);
        cv.Skills.Select(skill => skill.Skill).ShouldBe(["PLC programming", "Juggling"]);
        cv.OtherCertificates.ShouldBe(["Welding licence"]);
        Codes(cv).ShouldBe(
            ["assumed-level en (C1, C1, B2, B2, B1)|B1", "unknown-skill Juggling", "left-out Address, Driving"], ignoreOrder: true);
    }

    [Fact]
    public void A_CV_of_todays_Europass_is_understood()
    {
        var cv = Read(Todays, "cv.xml");
        (cv.Format, cv.Name, cv.Country, cv.City, cv.Nationality).ShouldBe(("europass", "张伟", "GR", "Αθήνα", "CN"));
        cv.Experience.ShouldBe([new ExperienceInput(
            "Technician", "Example SA", new DateOnly(2024, 2, 1), null, "Less than 5 < 6", "month")]);
        cv.Education.ShouldBe([new EducationInput(
            "Example University", "MSc Robotics", 7, null, new DateOnly(2017, 1, 1), null, null, "year")]);
        cv.Languages.ShouldBe([new LanguageInput("zh", "CEFR", "C2"), new LanguageInput("el", "CEFR", "A2")]);
        cv.Skills.ShouldBe([new SkillInput("PLC programming")]);
        Codes(cv).ShouldBe(["left-out BirthDate, ExecutiveSummary, Hobbies, Telephone"]);
        CvDraft.Months(cv.Experience, new DateOnly(2026, 11, 22)).ShouldBe(33);
    }

    [Fact]
    public void What_no_XML_document_can_hold_is_left_out_of_one()
    {
        var (graduate, _) = ProfileRules.Understand(
            new GraduateInput { Name = "No\uffffmsa \U00020BB7", Country = "ZA" }, Author.Graduate);
        CvFile.Read(CandidateWriter.Write(graduate), "cv.xml").Name.ShouldBe("Nomsa \U00020BB7");
    }

    [Theory]
    [InlineData("utf-16")]
    [InlineData("utf-8")]
    public void The_encoding_is_what_the_file_says(string encoding) =>
        CvFile.Read([.. Encoding.GetEncoding(encoding).GetPreamble(), .. Encoding.GetEncoding(encoding).GetBytes(
            Former.Replace("UTF-8", encoding, StringComparison.Ordinal))], "cv.xml").Name.ShouldBe("João Exemplo");

    [Theory]
    [InlineData("<!DOCTYPE Candidate [<!ENTITY x SYSTEM \"file:///etc/hostname\">]><Candidate>&x;</Candidate>", "document-type")]
    [InlineData("<!DOCTYPE a [<!ENTITY a \"aaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;\">]><Candidate>&b;</Candidate>", "document-type")]
    [InlineData("<?xml version='1.0'?><!DOCTYPE Candidate SYSTEM 'http://example.com/x.dtd'><Candidate/>", "document-type")]
    [InlineData("<Candidate>&undeclared;</Candidate>", "not-readable")]
    [InlineData("<Candidate><CandidatePerson></Candidate>", "not-readable")]
    [InlineData("<html><body>A CV</body></html>", "not-a-cv")]
    [InlineData("<SkillsPassport/>", "not-a-cv")]
    [InlineData("{\"basics\": ", "not-readable")]
    [InlineData("{\"name\": \"x\"}", "not-a-cv")]
    [InlineData("[1, 2]", "not-a-cv")]
    [InlineData("%PDF-1.7", "not-a-cv")]
    [InlineData("", "not-a-cv")]
    public void A_file_that_is_no_CV_or_tries_something_is_refused(string content, string code) =>
        Should.Throw<IntakeException>(() => Read(content, "cv.xml")).Error.Code.ShouldBe(code);

    [Fact]
    public void Nesting_has_a_bottom()
    {
        var xml = string.Concat(Enumerable.Repeat("<a>", 100_000)) + string.Concat(Enumerable.Repeat("</a>", 100_000));
        Should.Throw<IntakeException>(() => Read($"<Candidate>{xml}</Candidate>", "cv.xml")).Error.Code.ShouldBe("too-deep");
        var json = "{\"basics\": " + new string('[', 100_000) + new string(']', 100_000) + "}";
        Should.Throw<IntakeException>(() => Read(json, "cv.json")).Error.Code.ShouldBe("too-deep");
    }

    [Theory]
    [InlineData("""{"basics": {"name": 7, "location": []}, "work": {}, "skills": [null, "x", {"name": {}, "keywords": [1, {}]}]}""")]
    [InlineData("""{"basics": {"name": "\ud800"}, "languages": [{"language": "en", "fluency": "\udc00"}], "meta": {"x-talent": {"preferences": 3}}}""")]
    [InlineData("""{"education": [{"studyType": "", "startDate": "9999-99"}], "meta": {"x-talent": []}}""")]
    public void Members_of_another_shape_are_no_reason_to_fail(string json) => Read(json, "cv.json").Skills.Count.ShouldBeInRange(0, 2);

    [Fact]
    public void Lists_and_texts_end_where_a_profile_does()
    {
        var skills = string.Join(',', Enumerable.Range(1, 80).Select(number => $$"""{"name": "Skill number {{number}}"}"""));
        var cv = Read($$"""{"basics": {"name": "{{new string('n', 300)}}"}, "skills": [{{skills}}]}""", "cv.json");
        cv.Name!.Length.ShouldBe(200);
        cv.Skills.Count.ShouldBe(60);
        Codes(cv).ShouldContain("list-shortened 60|80");
        Codes(cv).ShouldContain("shortened 200|300");
    }

    static CvDraft Read(string content, string name) => CvFile.Read(Encoding.UTF8.GetBytes(content), name);

    static string[] Codes(CvDraft cv) => [.. cv.Notes.Select(note => $"{note.Code} {string.Join('|', note.Args)}")
        .Select(note => note.StartsWith("unknown-language", StringComparison.Ordinal) ? note.Split('|')[0] : note)];
}

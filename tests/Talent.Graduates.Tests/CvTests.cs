using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Talent.Contracts.Graduates;
using Talent.Testing;

namespace Talent.Graduates.Tests;

/// <summary>CVs through HTTP.</summary>
public sealed class CvTests
{
    const string Resume =
        """
        {"basics": {"name": "Nomsa Example", "location": {"countryCode": "ZA"}},
         "skills": [{"name": "PLC programming", "level": "Advanced"}, {"name": "Basket weaving"}],
         "certificates": [{"name": "Certified Welder"}]}
        """;

    static readonly Uri Cv = GraduatesApi.Path("/me/cv");

    [Fact]
    public async Task A_CV_shows_the_profile_it_would_make_and_changes_nothing()
    {
        await using var app = await GraduatesApi.StartAsync();
        var graduate = app.Graduate();
        var reading = await ReadAsync(await PostAsync(graduate, Resume));
        (reading.Format, reading.Version, reading.Saved).ShouldBe(("json-resume", null, false));
        reading.Profile.Name.ShouldBe("Nomsa Example");
        reading.Notes.Select(note => $"{note.Path} {note.Code}").ShouldBe(
            ["$.skills unknown-skill", "$.certificates not-yours-to-claim"], ignoreOrder: true);
        reading.Notes.ShouldContain(note => note.Message.Contains("Basket weaving", StringComparison.Ordinal));
        (await graduate.GetAsync(GraduatesApi.Me)).StatusCode.ShouldBe(HttpStatusCode.NotFound);

        // It is what PUT takes.
        var made = await graduate.ChangeMeAsync(reading.Profile);
        made.Skills.Select(skill => (skill.Skill.Text, skill.Level)).ShouldBe([("PLC programming", 3), ("Basket weaving", 2)]);
    }

    [Theory, StoreData]
    public async Task A_CV_is_saved_at_once_over_the_version_it_was_laid_over(string store)
    {
        await using var app = await GraduatesApi.StartAsync(store);
        var graduate = app.Graduate();
        var made = await ReadAsync(await PostAsync(graduate, Resume, save: true));
        (made.Version, made.Saved).ShouldBe((1, true));
        using (var blind = await PostAsync(graduate, Resume, save: true))
            blind.StatusCode.ShouldBe(HttpStatusCode.PreconditionRequired);
        using (var stale = await PostAsync(graduate, Resume, save: true, ifMatch: "\"9\""))
            stale.StatusCode.ShouldBe(HttpStatusCode.PreconditionFailed);
        var more = Resume.Replace("Basket weaving", "Robot welding", StringComparison.Ordinal);
        (await ReadAsync(await PostAsync(graduate, more, save: true, ifMatch: "\"1\""))).Version.ShouldBe(2);
        (await graduate.GetMeAsync()).Skills.Select(skill => skill.Skill.Text).ShouldBe(
            ["Basket weaving", "PLC programming", "Robot welding"], ignoreOrder: true);
    }

    [Fact]
    public async Task What_others_vouch_for_is_not_overwritten_by_a_CV()
    {
        await using var app = await GraduatesApi.StartAsync();
        var (graduate, college) = (app.Graduate(), app.Coordinator());
        await college.ImportAsync("graduates", "roll.json",
            """
            [{"externalId":"S-1","name":"Nomsa Example","email":"graduate1@example.org","country":"ZA",
              "education":[{"institution":"Example College","programme":"Robotics","isced":5,"cohort":"2026 A"}],
              "skills":[{"skill":"PLC programming","level":2,"evidence":"assessed"}],
              "languages":[{"language":"en","scale":"CEFR","level":"B2","evidence":"certificate"}],
              "certificates":[{"scheme":"brics-skills-passport","field":"industrial-robotics","level":2}]}]
            """);
        var claims =
            """
            {"basics": {"name": "Nomsa E."}, "skills": [{"name": "可编程控制器编程", "level": "Expert"}],
             "languages": [{"language": "English", "fluency": "C2"}],
             "education": [{"institution": "Example College", "area": "Robotics", "studyType": "PhD"}],
             "certificates": [{"name": "x", "x-talent": {"scheme": "brics-skills-passport", "field": "welding", "level": 5}}]}
            """;
        await ReadAsync(await PostAsync(graduate, claims, save: true, ifMatch: "\"1\""));
        var profile = await graduate.GetMeAsync();
        profile.Name.ShouldBe("Nomsa E.");
        profile.Skills.ShouldHaveSingleItem().Evidence.ShouldBe("assessed");
        profile.Languages.ShouldHaveSingleItem().Verified.ShouldBeTrue();
        profile.Certificates.ShouldHaveSingleItem().Field.ShouldBe("industrial-robotics");
        profile.Cohort.ShouldBe("2026 A");
        profile.Education.Count(education => education.Isced == 5).ShouldBe(1);
    }

    [Fact]
    public async Task What_is_still_missing_is_noted_and_refuses_to_be_saved()
    {
        await using var app = await GraduatesApi.StartAsync();
        var graduate = app.Graduate(language: "zh");
        var reading = await ReadAsync(await PostAsync(graduate, """{"skills": [{"name": "PLC编程"}]}"""));
        reading.Notes.Select(note => $"{note.Path} {note.Code}").ShouldBe(["$.country missing", "$.name missing"], ignoreOrder: true);
        using var refused = await PostAsync(graduate, """{"skills": [{"name": "PLC编程"}]}""", save: true);
        (await ProblemDocument.ReadAsync(refused)).Wrong.ShouldBe(["$.country missing", "$.name missing"]);
    }

    [Fact]
    public async Task Files_that_are_none_or_too_large_are_refused_in_words()
    {
        await using var app = await GraduatesApi.StartAsync();
        var graduate = app.Graduate();
        using var text = await PostAsync(graduate, "My life, by me", name: "cv.doc");
        var problem = await ProblemDocument.ReadAsync(text);
        problem.Wrong.ShouldBe(["file not-a-cv"]);
        problem.Errors!["file"][0].Message.ShouldContain("cv.doc");
        using var large = await PostAsync(graduate, "{\"basics\": {}}" + new string(' ', 1024 * 1024));
        large.StatusCode.ShouldBe(HttpStatusCode.RequestEntityTooLarge);
        using var empty = await graduate.PostAsync(Cv, new MultipartFormDataContent { { new StringContent("x"), "other" } });
        (await ProblemDocument.ReadAsync(empty)).Wrong.ShouldBe(["file missing"]);
    }

    [Theory]
    [InlineData("json-resume", "application/json")]
    [InlineData("europass", "application/xml")]
    public async Task The_profile_is_taken_along_and_brought_back(string format, string type)
    {
        await using var app = await GraduatesApi.StartAsync();
        var (graduate, other) = (app.Graduate(), app.Graduate(2));
        (await graduate.GetAsync(Cv)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        await graduate.ChangeMeAsync(GraduatesApi.Nomsa() with
        {
            Name = "张伟", City = "Durban", Skills = [new SkillInput("PLC programming", 4)],
            Languages = [new LanguageInput("zh", "HSK", "5"), new LanguageInput("en", "CEFR", "C1")],
            Education = [new EducationInput("Example College", "Robotics", 4, null, new DateOnly(2024, 1, 1), FromPrecision: "year")],
        });
        using var answer = await graduate.GetAsync(GraduatesApi.Path($"/me/cv?format={format}"));
        answer.Content.Headers.ContentType!.MediaType.ShouldBe(type);
        answer.Content.Headers.ContentDisposition!.DispositionType.ShouldBe("attachment");
        var file = await answer.Content.ReadAsStringAsync();
        await ReadAsync(await PostAsync(other, file, save: true));
        var (one, two) = (await graduate.GetMeAsync(), await other.GetMeAsync());
        two.Name.ShouldBe("张伟");
        (two.Country, two.City).ShouldBe(("ZA", "Durban"));
        two.Languages.ShouldBe(one.Languages);
        two.Education.ShouldBe(one.Education);
        two.Skills.ShouldBe(one.Skills);
        two.Email.ShouldNotBe(one.Email);
    }

    [Fact]
    public async Task An_unknown_format_is_named()
    {
        await using var app = await GraduatesApi.StartAsync();
        using var answer = await app.Graduate().GetAsync(GraduatesApi.Path("/me/cv?format=pdf"));
        (await ProblemDocument.ReadAsync(answer)).Wrong.ShouldBe(["format unknown-option"]);
        (await app.Employer().GetAsync(Cv)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await app.Anonymous().GetAsync(Cv)).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    static async Task<HttpResponseMessage> PostAsync(
        HttpClient client, string content, bool save = false, string? ifMatch = null, string name = "cv.json")
    {
        using var request = new HttpRequestMessage(
            HttpMethod.Post, new Uri(Cv + (save ? "?save=true" : ""), UriKind.Relative))
        {
            Content = Imports.Form(name, Encoding.UTF8.GetBytes(content)),
        };
        if (ifMatch is not null)
            request.Headers.IfMatch.Add(EntityTagHeaderValue.Parse(ifMatch));
        return await client.SendAsync(request);
    }

    static async Task<CvReading> ReadAsync(HttpResponseMessage answer)
    {
        using (answer)
        {
            answer.IsSuccessStatusCode.ShouldBeTrue(await answer.Content.ReadAsStringAsync());
            return (await answer.Content.ReadFromJsonAsync<CvReading>(JsonSerializerOptions.Web))!;
        }
    }
}

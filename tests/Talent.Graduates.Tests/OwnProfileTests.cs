using System.Net;
using Talent.Contracts.Graduates;
using Talent.Platform.Security;
using Talent.Testing;

namespace Talent.Graduates.Tests;

public sealed class OwnProfileTests
{
    [Theory, StoreData]
    public async Task Is_made_by_the_first_change_and_changed_by_version(string store)
    {
        await using var app = await GraduatesApi.StartAsync(store);
        var graduate = app.Graduate();
        (await graduate.GetAsync(GraduatesApi.Me)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        using (var made = await graduate.PutMeAsync(GraduatesApi.Nomsa()))
        {
            made.StatusCode.ShouldBe(HttpStatusCode.Created);
            made.Headers.ETag!.Tag.ShouldBe("\"1\"");
        }
        var profile = await graduate.GetMeAsync();
        (profile.Zone, profile.Nationality, profile.Visibility, profile.Hours).ShouldBe(
            ("Africa/Johannesburg", "ZA", "masked", "09:00-18:00"));
        profile.Email.ShouldBe(TalentApp.Person(Roles.Graduate).Email);
        using (var blind = await graduate.PutMeAsync(GraduatesApi.Nomsa() with { City = "Durban" }))
            blind.StatusCode.ShouldBe(HttpStatusCode.PreconditionRequired);
        (await graduate.ChangeMeAsync(GraduatesApi.Nomsa() with { City = "Durban" }, "\"1\"")).Version.ShouldBe(2);
        using (var stale = await graduate.PutMeAsync(GraduatesApi.Nomsa(), "\"1\""))
            stale.StatusCode.ShouldBe(HttpStatusCode.PreconditionFailed);
        (await app.Graduate(2).GetAsync(GraduatesApi.Me)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task What_a_graduate_says_of_herself_is_her_own_word_only()
    {
        await using var app = await GraduatesApi.StartAsync();
        var profile = await app.Graduate().ChangeMeAsync(GraduatesApi.Nomsa() with
        {
            Email = "somebody.else@example.org",
            ExternalId = "S-1",
            Skills = [new SkillInput("PLC programming", 4, "certificate")],
            Languages = [new LanguageInput("en", "CEFR", "C1", "certificate")],
            Certificates = [new CertificateInput("brics-skills-passport", "industrial-robotics", 3)],
        });
        profile.Skills.ShouldHaveSingleItem().Evidence.ShouldBe("self");
        profile.Languages.ShouldHaveSingleItem().Verified.ShouldBeFalse();
        profile.Certificates.ShouldBeEmpty();
        profile.Email.ShouldBe(TalentApp.Person(Roles.Graduate).Email);
        profile.ExternalId.ShouldBeNull();
    }

    [Theory, StoreData]
    public async Task A_profile_that_a_college_enrolled_is_found_by_e_mail_and_tied_by_the_first_change(string store)
    {
        await using var app = await GraduatesApi.StartAsync(store);
        var (graduate, college) = (app.Graduate(), app.Coordinator());
        var roll =
            """
            [{"externalId":"S-1","name":"Nomsa Example","email":"GRADUATE1@example.org","country":"ZA",
              "skills":[{"skill":"PLC programming","level":3,"evidence":"assessed"}],
              "languages":[{"language":"en","scale":"CEFR","level":"C1","evidence":"certificate"}],
              "certificates":[{"scheme":"brics-skills-passport","field":"industrial-robotics","level":2}]}]
            """;
        (await college.ImportAsync("graduates", "roll.json", roll)).Accepted.ShouldBe(1);
        var found = await graduate.GetMeAsync();
        (found.AccountId, found.ExternalId).ShouldBe((null, "S-1"));

        // She keeps what others vouched for as long as she claims no more than that.
        var own = await graduate.ChangeMeAsync(GraduatesApi.Nomsa() with
        {
            Skills = [new SkillInput("PLC programming", 3, "self"), new SkillInput("Welding", 4, "assessed")],
            Languages = [new LanguageInput("en", "CEFR", "C1")],
            Visibility = "open",
        }, "\"1\"");
        own.Id.ShouldBe(found.Id);
        own.AccountId.ShouldBe(TalentApp.Person(Roles.Graduate).AccountId);
        own.Skills.Select(skill => skill.Evidence).ShouldBe(["assessed", "self"]);
        own.Languages.ShouldHaveSingleItem().Verified.ShouldBeTrue();
        own.Certificates.ShouldHaveSingleItem().Level.ShouldBe(2);
        var more = await graduate.ChangeMeAsync(GraduatesApi.Nomsa() with
        {
            Skills = [new SkillInput("PLC programming", 4, "assessed")], Visibility = "open",
        }, "\"2\"");
        more.Skills.ShouldHaveSingleItem().Evidence.ShouldBe("self");

        // The roll again: the college's facts, the graduate's choices.
        (await college.ImportAsync("graduates", "roll.json", roll)).Updated.ShouldBe(1);
        var after = await graduate.GetMeAsync();
        (after.Visibility, after.AccountId).ShouldBe(("open", own.AccountId));
        after.Skills.ShouldHaveSingleItem().Evidence.ShouldBe("assessed");
        (await college.ImportAsync("graduates", "roll.json", roll)).Unchanged.ShouldBe(1);
    }

    [Theory]
    [InlineData("""{}""", "$.country missing", "$.name missing")]
    [InlineData("""{"name":"N","country":"ZA","preferences":{"minPay":100}}""", "$.preferences.currency missing-with")]
    [InlineData("""{"name":"N","country":"ZA","preferences":{"modes":["moon"],"countries":["??"]}}""",
        "$.preferences.countries unknown-country", "$.preferences.modes unknown-option")]
    [InlineData("""{"name":"N","country":"ZA","availability":{"hours":"late"}}""", "$.availability.hours unknown-option")]
    [InlineData("""{"name":"N","country":"ZA","visibility":"x","experienceMonths":-1}""",
        "$.experienceMonths number-out-of-range", "$.visibility unknown-option")]
    [InlineData("""{"name":"N","country":"ZA","education":[null],"experience":[null]}""", "$.education missing", "$.experience missing")]
    [InlineData("""{"name":"N","country":"ZA","experience":[{"employer":"E"}]}""", "$.experience missing")]
    public async Task What_is_wrong_is_named_by_its_place_in_the_body(string body, params string[] wrong)
    {
        await using var app = await GraduatesApi.StartAsync();
        using var content = new StringContent(body, System.Text.Encoding.UTF8, "application/json");
        using var answer = await app.Graduate().PutAsync(GraduatesApi.Me, content);
        (await ProblemDocument.ReadAsync(answer)).Wrong.ShouldBe(wrong);
    }

    [Theory, StoreData]
    public async Task Two_first_changes_at_once_make_one_profile(string store)
    {
        await using var app = await GraduatesApi.StartAsync(store);
        var graduate = app.Graduate();
        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => graduate.PutMeAsync(GraduatesApi.Nomsa())));
        answers.Count(answer => answer.StatusCode == HttpStatusCode.Created).ShouldBe(1);
        answers.ShouldAllBe(answer => answer.StatusCode == HttpStatusCode.Created
            || answer.StatusCode == HttpStatusCode.Conflict || answer.StatusCode == HttpStatusCode.PreconditionRequired);
        (await graduate.GetMeAsync()).Version.ShouldBe(1);
    }
}

using System.Net;
using System.Net.Http.Json;
using Talent.Contracts.Graduates;
using Talent.Contracts.Platform;
using Talent.Testing;

namespace Talent.Graduates.Tests;

public sealed class CohortTests
{
    const string Roll = GraduatesApi.Headings +
        "S-1,Nomsa Example,nomsa@example.org,ZA,2026 A,Robotics,PLC programming:3,brics-skills-passport/robotics:2,en:C1,masked\n" +
        "S-2,Tadi Example,tadi@example.org,BW,2026 A,Robotics,Welding:2,,en:B2,open\n" +
        "S-3,Lindiwe Example,lindiwe@example.org,ZA,2026 B,Solar,,,,hidden\n" +
        "S-4,,nobody,ZA,2026 B,Solar,Welding:9,,,\n";

    [Theory, StoreData]
    public async Task A_roll_enrols_its_graduates_and_names_what_is_wrong(string store)
    {
        await using var app = await GraduatesApi.StartAsync(store);
        var college = app.Coordinator();
        var report = await college.ImportAsync("graduates", "roll.csv", Roll);
        (report.Accepted, report.Rejected).ShouldBe((3, 1));
        report.Errors.Select(error => $"{error.Row} {error.Column} {error.Code}").ShouldBe(
            ["5 email bad-email", "5 name missing", "5 skills level-out-of-range"], ignoreOrder: true);
        (await college.ImportAsync("graduates", "roll.csv", Roll)).Unchanged.ShouldBe(3);

        var cohorts = (await college.GetFromJsonAsync<List<CohortSummary>>(GraduatesApi.Path("/cohorts")))!;
        cohorts.Select(cohort => (cohort.Name, cohort.Programme, cohort.Graduates)).ShouldBe(
            [("2026 A", "Robotics", 2), ("2026 B", "Solar", 1)], ignoreOrder: true);
        (await app.Coordinator(organisation: 2).GetFromJsonAsync<List<CohortSummary>>(GraduatesApi.Path("/cohorts")))
            .ShouldBeEmpty();
    }

    [Fact]
    public async Task The_members_of_a_cohort_are_listed_page_by_page_to_their_college_only()
    {
        await using var app = await GraduatesApi.StartAsync();
        var college = app.Coordinator();
        await college.ImportAsync("graduates", "roll.csv", Roll);
        var first = (await college.GetFromJsonAsync<Page<GraduateView>>(GraduatesApi.Path("?limit=2")))!;
        var rest = (await college.GetFromJsonAsync<Page<GraduateView>>(GraduatesApi.Path($"?limit=2&after={first.Next}")))!;
        first.Items.Concat(rest.Items).Select(graduate => graduate.DisplayName).ShouldBe(
            ["Nomsa Example", "Tadi Example", "Lindiwe Example"]);
        rest.Next.ShouldBeNull();
        (await college.GetFromJsonAsync<Page<GraduateView>>(GraduatesApi.Path("?cohort=2026%20B")))!
            .Items.ShouldHaveSingleItem().DisplayName.ShouldBe("Lindiwe Example");
        (await app.Coordinator(organisation: 2).GetFromJsonAsync<Page<GraduateView>>(GraduatesApi.Path("")))!
            .Items.ShouldBeEmpty();
    }

    [Fact]
    public async Task An_employer_sees_each_graduate_as_far_as_the_graduate_allows()
    {
        await using var app = await GraduatesApi.StartAsync();
        var college = app.Coordinator();
        await college.ImportAsync("graduates", "roll.csv", Roll);
        var byName = (await college.GetFromJsonAsync<Page<GraduateView>>(GraduatesApi.Path("")))!.Items
            .ToDictionary(graduate => graduate.DisplayName, graduate => graduate.Id, StringComparer.Ordinal);
        var employer = app.Employer();
        var masked = (await employer.GetFromJsonAsync<GraduateView>(GraduatesApi.Path($"/{byName["Nomsa Example"]}")))!;
        (masked.Access, masked.Email, masked.City, masked.Institution).ShouldBe(("masked", null, null, null));
        masked.DisplayName.ShouldNotContain("Nomsa");
        (await employer.GetFromJsonAsync<GraduateView>(GraduatesApi.Path($"/{byName["Tadi Example"]}")))!
            .DisplayName.ShouldBe("Tadi Example");
        (await employer.StatusOfAsync(byName["Lindiwe Example"])).ShouldBe(HttpStatusCode.NotFound);
        (await app.Coordinator(organisation: 2).StatusOfAsync(byName["Tadi Example"])).ShouldBe(HttpStatusCode.NotFound);
        (await app.Graduate().StatusOfAsync(byName["Tadi Example"])).ShouldBe(HttpStatusCode.NotFound);
        (await app.Anonymous().StatusOfAsync(byName["Tadi Example"])).ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task A_graduate_cannot_write_into_a_roll_but_adds_studies_elsewhere()
    {
        await using var app = await GraduatesApi.StartAsync();
        var (graduate, college) = (app.Graduate(), app.Coordinator());
        var roll = GraduatesApi.Headings + "S-1,Nomsa Example,graduate1@example.org,ZA,2026 A,Robotics,,,en:C1,masked\n";
        await college.ImportAsync("graduates", "roll.csv", roll);
        var own = await graduate.ChangeMeAsync(GraduatesApi.Nomsa() with
        {
            Education =
            [
                new EducationInput("Somewhere", "Medicine", 8, Cohort: "2026 B"),
                new EducationInput(null, "Robotics", Cohort: "2030 Z"),
            ],
            Experience = [new ExperienceInput("Fitter", From: new DateOnly(2024, 5, 17), FromPrecision: "month")],
        }, "\"1\"");
        own.Education.Select(education => (education.Programme, education.Cohort)).ShouldBe(
            [("Robotics", "2026 A"), ("Medicine", null)]);
        own.Experience.ShouldHaveSingleItem().From.ShouldBe(new DateOnly(2024, 5, 1));
        (await graduate.ChangeMeAsync(GraduatesApi.Nomsa(), "\"2\"")).Cohort.ShouldBe("2026 A");
        await graduate.ChangeMeAsync(GraduatesApi.Nomsa() with { Education = own.Education, Experience = own.Experience }, "\"3\"");

        // The college moves her; what she added herself stays.
        (await college.ImportAsync("graduates", "roll.csv", roll.Replace("2026 A", "2026 C", StringComparison.Ordinal)))
            .Updated.ShouldBe(1);
        var moved = await graduate.GetMeAsync();
        moved.Education.Select(education => (education.Programme, education.Cohort)).ShouldBe(
            [("Robotics", "2026 C"), ("Medicine", null)]);
        moved.Experience.ShouldHaveSingleItem();
        var cohorts = (await college.GetFromJsonAsync<List<CohortSummary>>(GraduatesApi.Path("/cohorts")))!;
        cohorts.ShouldHaveSingleItem().Programme.ShouldBe("Robotics");
    }

    [Fact]
    public async Task A_cohort_written_by_a_graduate_whom_no_college_enrolled_is_not_taken()
    {
        await using var app = await GraduatesApi.StartAsync();
        var own = await app.Graduate().ChangeMeAsync(GraduatesApi.Nomsa() with
        {
            Education = [new EducationInput("Somewhere", "Robotics", 5, Cohort: "2026 A")],
        });
        own.Education.ShouldHaveSingleItem().Cohort.ShouldBeNull();
    }

    [Fact]
    public async Task Headings_that_are_not_understood_are_noted()
    {
        await using var app = await GraduatesApi.StartAsync();
        var report = await app.Coordinator().ImportAsync(
            "graduates", "roll.csv", "external_id,name,country,shoe_size,natonality\nS-1,Nomsa Example,ZA,38,ZA\n");
        (report.Accepted, report.Errors.Count).ShouldBe((1, 0));
        report.Notes!.Select(note => (note.Row, note.Code)).ShouldBe([(0, "unknown-heading"), (0, "unknown-heading")]);
        report.Notes![0].Message.ShouldContain("shoe_size");
        report.Notes![1].Message.ShouldContain("nationality");
    }

    [Theory]
    [InlineData("csv")]
    [InlineData("xlsx")]
    public async Task The_template_can_be_imported_as_it_is(string format)
    {
        await using var app = await GraduatesApi.StartAsync();
        var college = app.Coordinator(language: "zh");
        var template = await college.GetByteArrayAsync(GraduatesApi.Path($"/imports/template?format={format}"));
        var report = await college.ImportAsync("graduates", $"template.{format}", template);
        report.Errors.ShouldBeEmpty();
        report.Accepted.ShouldBe(2);
        (await college.ImportAsync("graduates", $"template.{format}", template)).Unchanged.ShouldBe(2);
    }
}

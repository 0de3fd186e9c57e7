using System.Net;
using System.Text;
using Talent.Testing;

namespace Talent.Jobs.Tests.Needs;

public sealed class InputTests
{
    [Theory]
    [InlineData("{}", "$.country missing", "$.title missing")]
    [InlineData("""{"title":"  ","country":"Atlantis"}""", "$.country unknown-country", "$.title missing")]
    [InlineData("""{"title":"W","country":"MY","language":"xx"}""", "$.language unknown-language")]
    [InlineData("""{"title":"W","country":"MY","zone":"Mars/Base"}""", "$.zone unknown-zone")]
    [InlineData("""{"title":"W","country":"MY","mode":"moon"}""", "$.mode unknown-option")]
    [InlineData("""{"title":"W","country":"MY","contract":"x","permit":"y"}""", "$.contract unknown-option", "$.permit unknown-option")]
    [InlineData("""{"title":"W","country":"MY","openings":0,"experienceMonths":601,"replyWithinDays":91}""",
        "$.experienceMonths number-out-of-range", "$.openings number-out-of-range", "$.replyWithinDays number-out-of-range")]
    [InlineData("""{"title":"W","country":"MY","skills":[{"skill":"Welding","level":5}]}""", "$.skills level-out-of-range")]
    [InlineData("""{"title":"W","country":"MY","skills":[{"level":2}]}""", "$.skills missing")]
    [InlineData("""{"title":"W","country":"MY","skills":[null]}""", "$.skills missing")]
    [InlineData("""{"title":"W","country":"MY","languages":[{"language":"en","scale":"HSK","min":"3"}]}""",
        "$.languages scale-not-for-language")]
    [InlineData("""{"title":"W","country":"MY","languages":[{"language":"en","min":"Z9"}]}""", "$.languages bad-language-level")]
    [InlineData("""{"title":"W","country":"MY","certificates":[{"scheme":"not a scheme"}]}""", "$.certificates bad-certificate")]
    [InlineData("""{"title":"W","country":"MY","education":{"isced":9}}""", "$.education.isced level-out-of-range")]
    [InlineData("""{"title":"W","country":"MY","pay":{"min":5000,"max":4000,"currency":"MYR"}}""", "$.pay.min pay-min-above-pay-max")]
    [InlineData("""{"title":"W","country":"MY","pay":{"min":-1,"currency":"MYR"}}""", "$.pay.min number-out-of-range")]
    [InlineData("""{"title":"W","country":"MY","pay":{"max":5000}}""", "$.pay.currency missing-with")]
    [InlineData("""{"title":"W","country":"MY","pay":{"max":5000,"currency":"XXQ"}}""", "$.pay.currency unknown-currency")]
    [InlineData("""{"title":"W","country":"MY","closesOn":"2020-01-01"}""", "$.closesOn date-in-past")]
    [InlineData("""{"title":"W","country":"MY","remote":{"countries":["ZZ"],"overlapHours":10}}""",
        "$.remote.countries unknown-country", "$.remote.overlapHours number-out-of-range")]
    [InlineData("""{"title":"W","country":"MY","fees":[{"what":"Visa"}]}""", "$.fees missing")]
    [InlineData("""{"title":"W","country":"MY","openings":"many"}""", "$.openings wrong-json")]
    [InlineData("""{"title":"W","country":""", "$ wrong-json", "$.country wrong-json")]
    [InlineData("""{"title":"\ud800","country":"MY"}""", "$.title wrong-json")]
    public async Task What_is_wrong_is_named_by_its_place_in_the_body(string body, params string[] wrong)
    {
        await using var app = await JobsApi.StartAsync();
        using var content = new StringContent(body, Encoding.UTF8, "application/json");
        using var answer = await app.Employer().PostAsync(JobsApi.Jobs, content);
        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        var problem = await ProblemDocument.ReadAsync(answer);
        problem.Code.ShouldBe("invalid-input");
        if (wrong[^1].EndsWith("wrong-json", StringComparison.Ordinal))
            wrong.ShouldContain(problem.Wrong.ShouldHaveSingleItem());
        else
            problem.Wrong.ShouldBe(wrong);
        problem.Errors!.Values.SelectMany(errors => errors).ShouldAllBe(error => error.Message.Length > 10);
    }

    [Fact]
    public async Task Texts_that_are_too_long_are_named_with_their_limit()
    {
        await using var app = await JobsApi.StartAsync();
        var body = System.Net.Http.Json.JsonContent.Create(JobsApi.Welder() with
        {
            Title = new string('t', 201), Description = new string('d', 4001),
        });
        using var answer = await app.Employer(language: "zh-CN").PostAsync(JobsApi.Jobs, body);
        var problem = await ProblemDocument.ReadAsync(answer);
        problem.Wrong.ShouldBe(["$.description too-long", "$.title too-long"]);
        problem.Errors!["$.description"][0].Message.ShouldContain("4000");
        problem.Errors["$.description"][0].Message.ShouldContain("字符");
    }

    [Fact]
    public async Task A_body_that_is_no_json_and_an_unknown_route_are_problems_too()
    {
        await using var app = await JobsApi.StartAsync();
        using var text = new StringContent("title=Welder", Encoding.UTF8, "text/plain");
        using var answer = await app.Employer().PostAsync(JobsApi.Jobs, text);
        answer.StatusCode.ShouldBe(HttpStatusCode.UnsupportedMediaType);
        (await ProblemDocument.ReadAsync(answer)).Status.ShouldBe(415);
        using var nowhere = await app.Employer().GetAsync(JobsApi.Path("/nowhere"));
        (await ProblemDocument.ReadAsync(nowhere)).Code.ShouldBe("not-found");
    }

    [Theory, StoreData]
    public async Task Characters_that_a_store_refuses_are_left_out(string store)
    {
        await using var app = await JobsApi.StartAsync(store);
        var job = await app.Employer().CreateAsync(JobsApi.Welder("W\u00001") with
        {
            Title = "Wel\u0000der\u0001", Description = "a\nb", City = "\u0000",
        });
        (job.ExternalId, job.Title, job.Description, job.City).ShouldBe(("W1", "Welder", "a\nb", null));
    }
}

using System.Net;
using System.Net.Http.Json;
using System.Text;
using Talent.Contracts.Jobs;
using Talent.Contracts.Platform;
using Talent.Testing;

namespace Talent.Jobs.Tests.Needs;

public sealed class IdempotencyTests
{
    [Theory, StoreData]
    public async Task The_same_call_again_gets_the_same_answer_and_has_no_effect(string store)
    {
        await using var app = await JobsApi.StartAsync(store);
        var employer = app.Employer();
        using var first = await employer.PostWithKeyAsync(JobsApi.Jobs, JsonContent.Create(JobsApi.Welder()), "k1");
        using var again = await employer.PostWithKeyAsync(JobsApi.Jobs, JsonContent.Create(JobsApi.Welder()), "k1");
        again.StatusCode.ShouldBe(HttpStatusCode.Created);
        (await again.Content.ReadAsStringAsync()).ShouldBe(await first.Content.ReadAsStringAsync());
        again.Headers.Location.ShouldBe(first.Headers.Location);
        again.Headers.ETag.ShouldBe(first.Headers.ETag);
        again.Headers.GetValues("Idempotency-Replayed").ShouldBe(["true"]);
        (await employer.GetFromJsonAsync<Page<JobNeed>>(JobsApi.Path("?mine=true")))!.Items.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_key_used_with_another_body_is_refused()
    {
        await using var app = await JobsApi.StartAsync();
        var employer = app.Employer();
        using var first = await employer.PostWithKeyAsync(JobsApi.Jobs, JsonContent.Create(JobsApi.Welder()), "k1");
        using var other = await employer.PostWithKeyAsync(JobsApi.Jobs, JsonContent.Create(JobsApi.Welder("W-1")), "k1");
        other.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await ProblemDocument.ReadAsync(other)).Code.ShouldBe("idempotency-key-reused");
        using var somebody = await app.Employer(organisation: 2)
            .PostWithKeyAsync(JobsApi.Jobs, JsonContent.Create(JobsApi.Welder("W-1")), "k1");
        somebody.StatusCode.ShouldBe(HttpStatusCode.Created, "keys are each caller's own");
    }

    [Fact]
    public async Task A_call_that_was_refused_leaves_its_key_free()
    {
        await using var app = await JobsApi.StartAsync();
        var employer = app.Employer();
        using var wrong = await employer.PostWithKeyAsync(JobsApi.Jobs, JsonContent.Create(new JobNeedInput()), "k1");
        wrong.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        using var right = await employer.PostWithKeyAsync(JobsApi.Jobs, JsonContent.Create(JobsApi.Welder()), "k1");
        right.StatusCode.ShouldBe(HttpStatusCode.Created);
    }

    [Theory, StoreData]
    public async Task Of_the_same_calls_at_once_one_has_the_effect_and_all_get_its_answer(string store)
    {
        await using var app = await JobsApi.StartAsync(store);
        var employer = app.Employer();
        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(
            _ => employer.PostWithKeyAsync(JobsApi.Jobs, JsonContent.Create(JobsApi.Welder()), "k1")));
        answers.ShouldAllBe(answer => answer.StatusCode == HttpStatusCode.Created);
        var bodies = await Task.WhenAll(answers.Select(answer => answer.Content.ReadAsStringAsync()));
        bodies.Distinct(StringComparer.Ordinal).Count().ShouldBe(1);
        (await employer.GetFromJsonAsync<Page<JobNeed>>(JobsApi.Path("?mine=true")))!.Items.Count.ShouldBe(1);
    }

    [Fact]
    public async Task An_upload_sent_again_is_recognised_by_what_it_holds()
    {
        await using var app = await JobsApi.StartAsync();
        var employer = app.Employer();
        var file = Encoding.UTF8.GetBytes("title,country\nWelder,MY\n");
        using var first = await employer.PostWithKeyAsync(JobsApi.Path("/imports"), Talent.Testing.Imports.Form("a.csv", file), "k1");
        using var again = await employer.PostWithKeyAsync(JobsApi.Path("/imports"), Talent.Testing.Imports.Form("a.csv", file), "k1");
        again.StatusCode.ShouldBe(HttpStatusCode.Accepted);
        (await again.Content.ReadAsStringAsync()).ShouldBe(await first.Content.ReadAsStringAsync());
        using var other = await employer.PostWithKeyAsync(
            JobsApi.Path("/imports"), Talent.Testing.Imports.Form("a.csv", [.. file, (byte)'\n']), "k1");
        other.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
    }
}

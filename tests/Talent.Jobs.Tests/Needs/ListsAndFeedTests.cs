using System.Net;
using System.Net.Http.Json;
using Talent.Contracts.Jobs;
using Talent.Contracts.Platform;
using Talent.Testing;

namespace Talent.Jobs.Tests.Needs;

public sealed class ListsAndFeedTests
{
    [Theory, StoreData]
    public async Task The_own_list_goes_from_the_newest_to_the_oldest_without_gaps(string store)
    {
        await using var app = await JobsApi.StartAsync(store);
        var employer = app.Employer();
        var ids = new List<Guid>();
        for (var number = 0; number < 25; number++)
            ids.Add((await employer.CreateAsync()).Id);
        var seen = new List<Guid>();
        string? after = null;
        do
        {
            var page = (await employer.GetFromJsonAsync<Page<JobNeed>>(
                JobsApi.Path($"?mine=true&limit=10{(after is null ? "" : "&after=" + after)}")))!;
            page.Items.Count.ShouldBeLessThanOrEqualTo(10);
            seen.AddRange(page.Items.Select(job => job.Id));
            after = page.Next;
        }
        while (after is not null);
        ids.Reverse();
        seen.ShouldBe(ids);
        await employer.MoveAsync(ids[3], "publish");
        (await employer.GetFromJsonAsync<Page<JobNeed>>(JobsApi.Path("?mine=true&state=published")))!
            .Items.ShouldHaveSingleItem().Id.ShouldBe(ids[3]);
    }

    [Theory]
    [InlineData("", "mine missing")]
    [InlineData("?mine=true&state=open", "state unknown-option")]
    [InlineData("?mine=true&limit=0", "limit number-out-of-range")]
    [InlineData("?mine=true&limit=101", "limit number-out-of-range")]
    [InlineData("?mine=true&after=nonsense", "after unknown-cursor")]
    [InlineData("?mine=true&after=%21%21%21", "after unknown-cursor")]
    [InlineData("?mine=true&after=AAAAAAAAAAAAAAAAAAAAAA", null)]
    [InlineData("/feed?after=x", "after unknown-cursor")]
    [InlineData("/feed?after=1-x", "after unknown-cursor")]
    [InlineData("/feed?limit=1000", "limit number-out-of-range")]
    public async Task A_wrong_parameter_is_named(string query, string? wrong)
    {
        await using var app = await JobsApi.StartAsync();
        using var answer = await app.Employer().GetAsync(JobsApi.Path(query));
        if (wrong is null)
            answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        else
            (await ProblemDocument.ReadAsync(answer)).Wrong.ShouldBe([wrong]);
    }

    [Theory, StoreData]
    public async Task The_feed_tells_of_each_change_in_order_and_goes_on_where_it_was_left(string store)
    {
        await using var app = await JobsApi.StartAsync(store);
        var employer = app.Employer();
        var jobs = new List<Guid>();
        for (var number = 0; number < 5; number++)
        {
            jobs.Add((await employer.CreateAsync(JobsApi.Welder($"W-{number}"))).Id);
            await employer.MoveAsync(jobs[^1], "publish");
        }
        await employer.CreateAsync();
        var tooYoung = (await FeedAsync(app, null, 10))!;
        tooYoung.Items.ShouldBeEmpty("a change may still be overtaken by one that began earlier");
        app.Clock.Advance(TimeSpan.FromSeconds(10));

        var first = await FeedAsync(app, tooYoung.Next, 2);
        var second = await FeedAsync(app, first.Next, 10);
        first.Items.Concat(second.Items).Select(job => job.Id).ShouldBe(jobs);
        first.Items.ShouldAllBe(job => job.ExternalId == null);
        (await FeedAsync(app, second.Next, 10)).Items.ShouldBeEmpty();

        await employer.MoveAsync(jobs[1], "close", "Filled");
        app.Clock.Advance(TimeSpan.FromSeconds(10));
        var change = (await FeedAsync(app, second.Next, 10)).Items.ShouldHaveSingleItem();
        (change.Id, change.State, change.StateReason).ShouldBe((jobs[1], "closed", "Filled"));
    }

    static async Task<Page<JobNeed>> FeedAsync(TalentApp app, string? after, int limit)
    {
        var page = (await app.Anonymous().GetFromJsonAsync<Page<JobNeed>>(
            JobsApi.Path($"/feed?limit={limit}{(after is null ? "" : "&after=" + after)}")))!;
        page.Next.ShouldNotBeNull();
        return page;
    }
}

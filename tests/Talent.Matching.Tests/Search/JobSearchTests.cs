using System.Globalization;
using Talent.Contracts.Matching;
using Talent.Matching.Search;
using static Talent.Matching.Tests.Search.SearchDocuments;

namespace Talent.Matching.Tests.Search;

public sealed class JobSearchTests : IDisposable
{
    readonly SearchDocuments documents = new();

    public void Dispose() => documents.Dispose();

    SearchPage<JobHit> Find(string? text, Func<JobQuery, JobQuery>? change = null)
    {
        var query = new JobQuery { Text = text, Today = Today, Culture = CultureInfo.GetCultureInfo("en") };
        var answer = documents.Index.SearchJobs(change?.Invoke(query) ?? query);
        return answer.Page.ShouldNotBeNull(string.Join("; ", answer.Problems));
    }

    static string[] Titles(SearchPage<JobHit> page) => [.. page.Items.Select(hit => hit.Job.Title)];

    [Fact]
    public async Task A_title_outranks_a_mention_and_all_terms_are_wanted()
    {
        await documents.Add(
            Job("Harbour crane operator"), Job("Cook", "Food for the crane crew of the harbour."), Job("Crane fitter"));

        Titles(Find("crane harbour"))[..2].ShouldBe(["Harbour crane operator", "Cook"]);
    }

    [Fact]
    public async Task Documents_with_some_terms_are_taken_in_only_when_few_have_all()
    {
        await documents.Add([.. Enumerable.Range(0, 6).Select(i => Job($"Crane driver {i}"))]);
        await documents.Add(Job("Crane museum guide"));

        Find("crane driver").Total.ShouldBe(6);
        Find("crane guide").Total.ShouldBe(7);
        Titles(Find("crane guide"))[0].ShouldBe("Crane museum guide");
    }

    [Fact]
    public async Task The_last_term_may_be_unfinished_unless_a_space_follows()
    {
        await documents.Add(Job("Electrician"));

        Find("electri").Total.ShouldBe(1);
        Find("electri ").Total.ShouldBe(0);
    }

    [Theory]
    [InlineData("C++", "C++ developer", "C# developer")]
    [InlineData("C#", "C# developer", "C++ developer")]
    [InlineData(".NET ", ".NET developer", "Net fisher")]
    public async Task Terms_with_signs_are_kept_apart(string text, string found, string other)
    {
        await documents.Add(Job(found), Job(other));

        Titles(Find(text)).ShouldBe([found]);
    }

    [Fact]
    public async Task Jobs_that_are_not_published_or_closed_yesterday_are_not_found()
    {
        await documents.Add(
            Job("Welder open"), Job("Welder draft") with { State = "draft" }, Job("Welder paused") with { State = "paused" },
            Job("Welder late") with { ClosesOn = Today.AddDays(-1) }, Job("Welder last day") with { ClosesOn = Today });

        Titles(Find("welder")).Order(StringComparer.Ordinal).ShouldBe(["Welder last day", "Welder open"]);
    }

    [Fact]
    public async Task A_paused_job_leaves_comes_back_and_ignores_older_versions()
    {
        var job = Job("Welder");
        await documents.Add(job);
        await documents.Add(job with { Version = 3, State = "paused" });
        Find("welder").Total.ShouldBe(0);

        await documents.Add(job with { Version = 2 });
        Find("welder").Total.ShouldBe(0);

        await documents.Add(job with { Version = 4, Title = "Painter" });
        Find("welder").Total.ShouldBe(0);
        Titles(Find("painter")).ShouldBe(["Painter"]);
        Titles(Find("paint")).ShouldBe(["Painter"]);

        await documents.Add(job with { Version = 5, Title = "Plumber" });
        Find("paint").Total.ShouldBe(0);
        Find("plumb").Total.ShouldBe(1);
    }

    [Fact]
    public async Task Pay_is_compared_by_the_month_and_only_in_its_own_currency()
    {
        await documents.Add(
            Job("Hour") with { PayMin = 10, Currency = "EUR", PayPeriod = "hour" },
            Job("Month") with { PayMin = 1500, PayMax = 1800, Currency = "EUR", PayPeriod = "month" },
            Job("Year") with { PayMin = 20_400, Currency = "EUR", PayPeriod = "year" },
            Job("Other") with { PayMin = 90_000, Currency = "RUB", PayPeriod = "month" },
            Job("Silent"));

        Titles(Find(null, query => query with { PayMin = 1733, Currency = "EUR", Sort = "pay" })).ShouldBe(["Month", "Hour"]);
        Titles(Find(null, query => query with { PayMin = 1733.4m, Currency = "EUR" })).ShouldBe(["Month"]);
        Titles(Find(null, query => query with { Sort = "pay" })).ShouldBe(["Month", "Hour", "Year", "Other", "Silent"]);
    }

    [Fact]
    public async Task Sorting_by_newest_and_by_closing_date()
    {
        var day = new DateTimeOffset(2026, 11, 10, 0, 0, 0, TimeSpan.Zero);
        await documents.Add(
            Job("A") with { PublishedAt = day, ClosesOn = Today.AddDays(9) },
            Job("B") with { PublishedAt = day.AddDays(2) },
            Job("C") with { PublishedAt = day.AddDays(1), ClosesOn = Today.AddDays(3) });

        Titles(Find(null, query => query with { Sort = "newest" })).ShouldBe(["B", "C", "A"]);
        Titles(Find(null)).ShouldBe(["B", "C", "A"]);
        Titles(Find(null, query => query with { Sort = "closing" })).ShouldBe(["C", "A", "B"]);
    }

    [Fact]
    public void What_cannot_be_searched_with_is_told_with_what_may_have_been_meant()
    {
        var problems = documents.Index.SearchJobs(new()
        {
            Today = Today, Countries = ["ZZ", "CHN"], Modes = ["teleport"], Contracts = ["forever"], Languages = ["chinese"],
            Skills = ["urn:talent:skill:plc-programing"], Sort = "best", Currency = "XXQ", Limit = 101, After = "nonsense",
            Text = new string('a', 201), PayMin = -1, Culture = CultureInfo.GetCultureInfo("en"),
        }).Problems;

        problems.Select(problem => $"{problem.Path} {problem.Code}").ShouldBe([
            "q too-long", "country unknown-country", "country unknown-country", "mode unknown-mode", "contract unknown-contract",
            "language unknown-language", "skill unknown-skill", "sort unknown-sort", "limit number-out-of-range",
            "currency unknown-currency", "payMin number-out-of-range", "after unknown-cursor"]);
        problems[2].Suggestions.ShouldNotBeNull().ShouldContain(suggestion => suggestion == "CN");
        problems[3].Suggestions.ShouldBe(["onsite", "hybrid", "remote"]);
        problems[5].Suggestions.ShouldNotBeNull().ShouldContain(suggestion => suggestion == "zh");
        problems[6].Suggestions.ShouldNotBeNull().ShouldContain(suggestion => suggestion == "urn:talent:skill:plc-programming");
    }

    [Fact]
    public void A_least_pay_needs_its_currency() =>
        documents.Index.SearchJobs(new() { Today = Today, PayMin = 1 }).Problems.ShouldHaveSingleItem().Path.ShouldBe("currency");

    [Fact]
    public void Messages_are_in_the_readers_language() =>
        documents.Index.SearchJobs(new() { Today = Today, Sort = "x", Culture = CultureInfo.GetCultureInfo("zh") })
            .Problems.ShouldHaveSingleItem().Message.ShouldBe("“x”不是此处可用的值。");

    [Fact]
    public async Task Facet_labels_are_in_the_readers_language()
    {
        await documents.Add(Job("Welder", "", "PLC programming"));

        var facets = Find(null, query => query with { Culture = CultureInfo.GetCultureInfo("ru") }).Facets;

        facets["country"].ShouldHaveSingleItem().Label.ShouldBe("Китай");
        facets["mode"].ShouldHaveSingleItem().Label.ShouldBe("На месте");
        facets["skill"].ShouldHaveSingleItem().Label.ShouldStartWith("Программирование", Case.Insensitive);
    }
}

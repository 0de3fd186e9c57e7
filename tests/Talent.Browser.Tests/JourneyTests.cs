using Microsoft.Playwright;

namespace Talent.Browser.Tests;

/// <summary>What a newcomer does first, in Chromium, with and without scripts, in two languages.</summary>
public sealed class JourneyTests(Installation installation)
{
    static readonly LocatorAssertionsToBeVisibleOptions Patiently = new() { Timeout = 60_000 };

    [Theory]
    [InlineData("en", true)]
    [InlineData("zh", true)]
    [InlineData("en", false)]
    [InlineData("zh", false)]
    public async Task An_employer_uploads_a_spreadsheet_and_sees_ranked_candidates_with_reasons(string language, bool script)
    {
        await using var session = await installation.OpenAsync(language, script);
        var page = session.Page;
        await page.GotoAsync(installation.Address.ToString());
        new Uri(page.Url).AbsolutePath.ShouldBe($"/{language}");
        await session.SignInAsync(installation.LinkOf("employer"));
        await Uploads.UploadAsync(session, "/employer", Uploads.JobNeeds(600, $"{language}-{script}"), script);

        await page.Locator("#import-status a.btn-primary").ClickAsync();
        var candidates = page.Locator(".row-action a[href*=candidates]").First;
        await candidates.ClickAsync();
        await session.ReloadUntilAsync(page.Locator("article.ranked"));
        await Assertions.Expect(page.Locator("details[open] table.reasons").First).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator("table.reasons tbody .bar-value").First).ToBeVisibleAsync();
        await ShouldHaveEligibleFirstAsync(page);
        await session.PictureAsync($"journey-candidates-{script}");
        session.Faults.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("en", true)]
    [InlineData("zh", true)]
    [InlineData("en", false)]
    [InlineData("zh", false)]
    public async Task A_coordinator_uploads_a_cohort_and_sees_how_many_have_a_strong_match(string language, bool script)
    {
        await using var session = await installation.OpenAsync(language, script);
        var page = session.Page;
        var cohort = $"2027 Robotics {language} {(script ? "A" : "B")}";
        await installation.PublishJobsAsync(Uploads.JobNeeds(10, $"for {cohort}"));
        await page.GotoAsync($"/{language}");
        await session.SignInAsync(installation.LinkOf("coordinator"));
        await Uploads.UploadAsync(session, "/coordinator", Uploads.Roll(1000, cohort), script);

        await page.Locator("#import-status a.btn-primary").ClickAsync();
        var row = page.Locator("tbody tr").Filter(new LocatorFilterOptions { HasText = cohort });
        await session.ReloadUntilAsync(row.Locator(".share .bar-value:not([width='0'])"));
        await session.PictureAsync($"journey-cohorts-{script}");
        await row.Locator("th a").ClickAsync();
        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync(cohort);
        (await page.Locator("tbody tr").CountAsync()).ShouldBeGreaterThan(5);
        session.Faults.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("en", true)]
    [InlineData("zh", true)]
    [InlineData("en", false)]
    [InlineData("zh", false)]
    public async Task A_graduate_sees_ranked_jobs_with_reasons_and_gaps(string language, bool script)
    {
        await using var session = await installation.OpenAsync(language, script);
        var page = session.Page;
        await page.GotoAsync($"/{language}");
        await session.SignInAsync(installation.LinkOf("graduate"));
        await ShouldHaveEligibleFirstAsync(page);
        await Assertions.Expect(page.Locator("details[open] table.reasons").First).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator(".gaps li").First).ToBeVisibleAsync();
        await session.PictureAsync($"journey-matches-{script}");
        await page.Locator("article.ranked h3 a").First.ClickAsync();
        await Assertions.Expect(page.Locator("table.reasons")).ToBeVisibleAsync();
        await session.PictureAsync($"journey-match-{script}");
        session.Faults.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_search_in_Chinese_finds_jobs_written_in_English(bool script)
    {
        await using var session = await installation.OpenAsync("zh", script);
        var page = session.Page;
        await session.GotoAsync("/jobs");
        await page.Locator("#q").FillAsync("光伏安装");
        await page.Locator(".search-row button").ClickAsync();
        // Its language is marked because it is not the page's.
        var english = page.Locator("h3.job-title[lang=en] a").First;
        await Assertions.Expect(page.Locator(".understood")).ToBeVisibleAsync(Patiently);
        await Assertions.Expect(english).ToBeVisibleAsync(Patiently);
        await session.PictureAsync($"journey-search-{script}");
        await english.ClickAsync();
        await Assertions.Expect(page.Locator("h1")).ToBeVisibleAsync();
        session.Faults.ShouldBeEmpty();
    }

    static async Task ShouldHaveEligibleFirstAsync(IPage page)
    {
        var headings = await page.Locator("h2[id=eligible], h2[id=blocked]").EvaluateAllAsync<string[]>(
            "headings => headings.map(heading => heading.id)");
        string.Join(", ", headings).ShouldBeOneOf("eligible", "eligible, blocked");
        var ranks = await page.Locator("article.ranked .rank").EvaluateAllAsync<int[]>(
            "ranks => ranks.map(rank => Number(rank.lastChild.textContent))");
        ranks.ShouldBe(Enumerable.Range(1, ranks.Length));
    }
}

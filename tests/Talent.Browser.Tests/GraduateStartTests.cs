using System.Text;
using Microsoft.Playwright;

namespace Talent.Browser.Tests;

/// <summary>A graduate who signs in for the first time comes to a ranked list, by five fields or by a CV.</summary>
public sealed class GraduateStartTests(Installation installation)
{
    static readonly LocatorAssertionsToBeVisibleOptions Patiently = new() { Timeout = 60_000 };

    [Theory]
    [InlineData("en", true)]
    [InlineData("zh", true)]
    [InlineData("ar", true)]
    [InlineData("en", false)]
    public async Task Five_fields_lead_to_the_first_ranked_list(string language, bool script)
    {
        await using var session = await installation.OpenAsync(language, script);
        var page = session.Page;
        await session.GotoAsync("");
        await session.SignInAsync(installation.LinkOfNewGraduate());
        new Uri(page.Url).AbsolutePath.ShouldBe($"/{language}/graduate/start");
        if (script)
            await ShouldBeFitAsync(session, "start");
        await page.Locator("#f-country").SelectOptionAsync("ZA");
        await page.Locator("#f-skills-0-skill").FillAsync("PLC programming");
        await page.Locator("#f-skills-0-level").SelectOptionAsync("4");
        await page.Locator("#f-languages-0-language").SelectOptionAsync("en");
        await page.Locator("#f-languages-0-level").SelectOptionAsync("CEFR:C1");
        await page.Locator("form[data-guard] button[type=submit]").ClickAsync();
        await Assertions.Expect(page.Locator("article.ranked").First).ToBeVisibleAsync(Patiently);
        new Uri(page.Url).AbsolutePath.ShouldBe($"/{language}/graduate");
        await session.PictureAsync($"start-matches-{script}");
        session.Faults.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("en")]
    [InlineData("zh")]
    [InlineData("ar")]
    public async Task A_CV_is_looked_through_saved_and_ranked_and_taken_along(string language)
    {
        await using var session = await installation.OpenAsync(language);
        var page = session.Page;
        await session.GotoAsync("");
        await session.SignInAsync(installation.LinkOfNewGraduate());
        await page.Locator("#f-file").SetInputFilesAsync(new FilePayload
        {
            Name = "cv.json", MimeType = "application/json", Buffer = Encoding.UTF8.GetBytes(
                """
                {"basics": {"name": "张伟", "location": {"countryCode": "ZA", "city": "Durban"}},
                 "skills": [{"name": "PLC programming", "level": "Expert"}, {"name": "Basket weaving"}],
                 "languages": [{"language": "English", "fluency": "C1"}],
                 "education": [{"institution": "Example College", "area": "Robotics", "studyType": "Bachelor", "endDate": "2025-06"}]}
                """),
        });
        await page.Locator("form[enctype] button").ClickAsync();
        await Assertions.Expect(page.Locator(".notes")).ToContainTextAsync("Basket weaving");
        (await page.Locator("#f-name").InputValueAsync()).ShouldBe("张伟");
        (await page.Locator("#f-education-0-to").InputValueAsync()).ShouldBe("2025-06");
        await ShouldBeFitAsync(session, "cv-read");
        await page.Locator("form[data-guard] button[type=submit]").Last.ClickAsync();
        await Assertions.Expect(page.Locator("article.ranked").First).ToBeVisibleAsync(Patiently);

        await session.GotoAsync("/graduate/profile");
        await page.Locator("details.panel > summary").ClickAsync();
        var download = await page.RunAndWaitForDownloadAsync(() => page.Locator("a[download='cv.xml']").ClickAsync());
        using var file = new StreamReader(await download.CreateReadStreamAsync());
        (await file.ReadToEndAsync()).ShouldContain("Durban");
        session.Faults.ShouldBeEmpty();
    }

    static async Task ShouldBeFitAsync(Session session, string name)
    {
        foreach (var width in new[] { 1280, 320 })
        {
            await session.Page.SetViewportSizeAsync(width, 900);
            (await Accessibility.ViolationsAsync(session.Page)).ShouldBeEmpty();
            (await session.Page.EvaluateAsync<int>("() => document.documentElement.scrollWidth")).ShouldBe(width);
            await session.PictureAsync($"{name}-{width}");
        }
        (await session.BytesAsync()).ShouldBeLessThan(100_000);
    }
}

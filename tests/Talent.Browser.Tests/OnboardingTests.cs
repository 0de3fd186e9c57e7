using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace Talent.Browser.Tests;

/// <summary>From nothing to the first useful screen, as a person does it: register, confirm by mail, set up the second
/// factor, begin.</summary>
public sealed class OnboardingTests(Installation installation)
{
    const string Password = "quiet harbour lantern seven";

    [Theory]
    [InlineData("en", true)]
    [InlineData("zh", true)]
    [InlineData("ar", true)]
    [InlineData("en", false)]
    public async Task An_employer_comes_from_nothing_to_the_first_job(string language, bool script)
    {
        await using var session = await installation.OpenAsync(language, script);
        var page = session.Page;
        await RegisterAsync(session, "employer", "Example Robotics", script);
        await ShouldBeAtAsync(page, "/employer/jobs/first");
        await session.PictureAsync($"onboarding-first-job-{script}");
        await page.Locator("#f-title").FillAsync("Robot technician");
        await page.Locator("#f-country").SelectOptionAsync("EG");
        await page.Locator("#f-skills-0-skill").FillAsync("PLC programming");
        await page.Locator("#f-languages-0-language").SelectOptionAsync("en");
        await SubmitAsync(page);
        await ShouldBeAtAsync(page, "/employer/jobs/[0-9a-f-]{36}/edit");
        // Nobody has verified the enterprise yet, so the public does not see the job; its owner sees who fits.
        await Assertions.Expect(page.Locator(".state-held")).ToBeVisibleAsync();
        await session.PictureAsync($"onboarding-held-{script}");
        await ShouldHaveRankedAsync(session);
        session.Faults.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("en", true)]
    [InlineData("zh", true)]
    [InlineData("ar", true)]
    [InlineData("zh", false)]
    public async Task A_coordinator_comes_from_nothing_to_the_first_cohort(string language, bool script)
    {
        await using var session = await installation.OpenAsync(language, script);
        var page = session.Page;
        await RegisterAsync(session, "coordinator", "Example Polytechnic", script);
        await ShouldBeAtAsync(page, "/coordinator/enrol");
        await page.Locator("#f-cohort").FillAsync("2026 Robotics A");
        await page.Locator("#f-country").SelectOptionAsync("EG");
        await page.Locator("#f-graduates-0-name").FillAsync("Sami Example");
        await page.Locator("#f-graduates-0-skills").FillAsync("PLC programming, robot welding");
        await page.Locator("#f-graduates-1-name").FillAsync("Lina Example");
        await session.PictureAsync($"onboarding-enrol-{script}");
        await SubmitAsync(page);
        await Assertions.Expect(page.Locator("#import-status a.btn-primary")).ToBeVisibleAsync(new() { Timeout = 60_000 });
        (await page.Locator(".tally-bad").CountAsync()).ShouldBe(0, await page.Locator("main").InnerTextAsync());
        await page.Locator("#import-status a.btn-primary").ClickAsync();
        await Assertions.Expect(page.Locator("tbody th a")).ToHaveTextAsync("2026 Robotics A");
        session.Faults.ShouldBeEmpty();
    }

    async Task RegisterAsync(Session session, string kind, string organisation, bool script)
    {
        var page = session.Page;
        var email = $"{Guid.CreateVersion7():N}@example.com";
        await session.GotoAsync("/register");
        await page.Locator($".choice-card[href*={kind}]").ClickAsync();
        await page.Locator("#f-organisation-name").FillAsync(organisation);
        await page.Locator("#f-organisation-country").SelectOptionAsync("EG");
        await page.Locator("#f-name").FillAsync("Mara Sample");
        await page.Locator("#f-email").FillAsync(email);
        await page.Locator("#f-password").FillAsync(Password);
        await session.PictureAsync($"onboarding-register-{kind}-{script}");
        await SubmitAsync(page);
        await ShouldBeAtAsync(page, "/register/sent");
        await page.GotoAsync(await installation.MailedLinkAsync(email, "verify"));
        await SubmitAsync(page);
        await ShouldBeAtAsync(page, "/account/second-factor");
        await session.PictureAsync($"onboarding-factor-{script}");
        await page.Locator("#f-code").FillAsync(Authenticator.CodeOf(await page.Locator("code.secret").InnerTextAsync()));
        await SubmitAsync(page);
        await Assertions.Expect(page.Locator(".codes li")).ToHaveCountAsync(10);
        await page.Locator("main .btn-primary").ClickAsync();
    }

    // What one service has taken reaches the next a moment later.
    static async Task ShouldHaveRankedAsync(Session session)
    {
        await session.GotoAsync(Regex.Match(session.Page.Url, "/employer/jobs/[0-9a-f-]{36}", RegexOptions.None,
            TimeSpan.FromSeconds(1)).Value + "/candidates");
        await session.ReloadUntilAsync(session.Page.Locator("article.ranked"));
    }

    static Task SubmitAsync(IPage page) => page.Locator("main form.panel button[type=submit]").First.ClickAsync();

    static Task ShouldBeAtAsync(IPage page, string path) => Assertions.Expect(page).ToHaveURLAsync(
        new Regex(path, RegexOptions.None, TimeSpan.FromSeconds(1)));
}

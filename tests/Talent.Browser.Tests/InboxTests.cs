using Microsoft.Playwright;
using Talent.Contracts.Notifications;

namespace Talent.Browser.Tests;

/// <summary>The inbox, which updates itself, and the choice of what is mailed.</summary>
public sealed class InboxTests(Installation installation)
{
    [Theory]
    [InlineData("en", "graduate", "Lin Example, “Robot welder”: the next step is reached (looked through).")]
    [InlineData("ar", "coordinator", "بلغ الخطوة التالية")]
    public async Task An_update_appears_in_an_open_page_and_at_the_bell_without_a_reload(
        string language, string role, string text)
    {
        await using var session = await installation.OpenAsync(language);
        await session.SignInAsync(installation.LinkOf(role));
        await session.GotoAsync("/inbox");
        var page = session.Page;
        var before = await page.Locator(".update-list li").CountAsync();
        var counted = int.Parse((await page.Locator("[data-bell-count]").GetAttributeAsync("data-bell-count"))!,
            System.Globalization.CultureInfo.InvariantCulture);
        await page.EvaluateAsync("() => { window.sameDocument = true; }");
        var person = installation.AccountOf(role).Email;
        await installation.TellAsync(person, KindsOfNotice.PlacementMoved, NoticeWeights.Note);
        await Assertions.Expect(page.Locator(".update-list li")).ToHaveCountAsync(before + 1);
        await Assertions.Expect(page.Locator(".update-list li").First).ToContainTextAsync(text);
        await Assertions.Expect(page.Locator("[data-bell-count]")).ToHaveAttributeAsync(
            "data-bell-count", (counted + 1).ToString(System.Globalization.CultureInfo.InvariantCulture));
        await Assertions.Expect(page.Locator("[data-live-news]")).ToContainTextAsync(text);
        (await page.EvaluateAsync<bool>("() => window.sameDocument === true")).ShouldBeTrue();
        (await Accessibility.ViolationsAsync(page)).ShouldBeEmpty();
        await page.SetViewportSizeAsync(320, 900);
        (await page.EvaluateAsync<int>("() => document.documentElement.scrollWidth")).ShouldBe(320);
        await session.PictureAsync("inbox");
        session.Faults.ShouldBeEmpty();
    }

    [Fact]
    public async Task Everything_works_by_reload_without_a_script()
    {
        await using var session = await installation.OpenAsync("fr", script: false);
        await session.SignInAsync(installation.LinkOf("employer"));
        await installation.TellAsync(
            installation.AccountOf("employer").Email, KindsOfNotice.OfferAccepted, NoticeWeights.Action);
        await session.GotoAsync("/inbox");
        var unread = session.Page.Locator(".update-list .unread");
        await session.ReloadUntilAsync(unread);
        await session.Page.Locator("form[action$='/inbox/read'] button").ClickAsync();
        (await unread.CountAsync()).ShouldBe(0);
        (await session.Page.Locator(".update-list li").CountAsync()).ShouldBeGreaterThan(0);

        await session.GotoAsync("/account/notifications");
        await session.Page.Locator("input[name=quietFrom]").FillAsync("22:15");
        await session.Page.Locator("select[name='kinds.offer-made']").SelectOptionAsync("never");
        await session.Page.Locator("main form button[type=submit]").First.ClickAsync();
        await Assertions.Expect(session.Page.Locator(".alert-success")).ToBeVisibleAsync();
        (await session.Page.Locator("input[name=quietFrom]").InputValueAsync()).ShouldBe("22:15");
        (await session.Page.Locator("select[name='kinds.offer-made']").InputValueAsync()).ShouldBe("never");
        session.Faults.ShouldBeEmpty();
    }

    [Fact]
    public async Task The_choice_of_mails_is_accessible_and_fits_a_small_screen()
    {
        await using var session = await installation.OpenAsync("ru");
        await session.SignInAsync(installation.LinkOf("graduate"));
        await session.GotoAsync("/account/notifications");
        (await Accessibility.ViolationsAsync(session.Page)).ShouldBeEmpty();
        await session.Page.SetViewportSizeAsync(320, 900);
        (await session.Page.EvaluateAsync<int>("() => document.documentElement.scrollWidth")).ShouldBe(320);
        await session.PictureAsync("notifications");
        session.Faults.ShouldBeEmpty();
    }
}

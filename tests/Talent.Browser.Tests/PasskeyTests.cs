using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace Talent.Browser.Tests;

/// <summary>Passkeys with the authenticator that Chromium brings for tests (WebAuthn, through its debugging protocol).</summary>
public sealed class PasskeyTests(Installation installation)
{
    [Theory]
    [InlineData("en")]
    [InlineData("zh")]
    [InlineData("ar")]
    public async Task A_passkey_signs_in_without_a_password(string language)
    {
        await using var session = await installation.OpenAsync(language);
        var page = session.Page;
        await AddAuthenticatorAsync(page);
        var (email, password) = installation.AccountOf("graduate");
        await session.GotoAsync("/sign-in");
        await page.Locator("#f-email").FillAsync(email);
        await page.Locator("#f-password").FillAsync(password);
        await page.Locator("main form.panel button[type=submit]").First.ClickAsync();
        await ShouldBeAtAsync(page, "/graduate");
        await session.GotoAsync("/account/security");
        var name = $"Laptop {language} {Guid.CreateVersion7():N}";
        await page.Locator("#f-name").FillAsync(name);
        await page.Locator("form[data-passkey] button").ClickAsync();
        await Assertions.Expect(page.Locator(".item-list strong", new() { HasText = name })).ToBeVisibleAsync();
        await session.PictureAsync("security");
        await page.Locator("details.account summary").ClickAsync();
        await page.Locator("details.account form button").ClickAsync();
        await session.GotoAsync("/account/security");
        await ShouldBeAtAsync(page, "/sign-in");
        await session.PictureAsync("sign-in");
        await page.Locator("form[data-passkey] button").ClickAsync();
        await ShouldBeAtAsync(page, "/account/security");
        await Assertions.Expect(page.Locator(".account")).ToHaveCountAsync(1);
        session.Faults.ShouldBeEmpty();
    }

    static async Task AddAuthenticatorAsync(IPage page)
    {
        var protocol = await page.Context.NewCDPSessionAsync(page);
        await protocol.SendAsync("WebAuthn.enable");
        await protocol.SendAsync("WebAuthn.addVirtualAuthenticator", new Dictionary<string, object>
        {
            ["options"] = JsonSerializer.SerializeToElement(new
            {
                protocol = "ctap2", transport = "internal", hasResidentKey = true, hasUserVerification = true,
                isUserVerified = true, automaticPresenceSimulation = true,
            }),
        });
    }

    static Task ShouldBeAtAsync(IPage page, string path) => Assertions.Expect(page).ToHaveURLAsync(
        new Regex(path, RegexOptions.None, TimeSpan.FromSeconds(1)));
}

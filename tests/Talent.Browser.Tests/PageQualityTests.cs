using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace Talent.Browser.Tests;

/// <summary>Every page, wide and narrow, light and dark: accessible, without sideways scrolling, small, and asking nobody
/// else for anything.</summary>
public sealed class PageQualityTests(Installation installation)
{
    const int MostBytes = 100_000;
    /// <summary>What web vitals call good.</summary>
    const double MostShift = 0.1;
    /// <summary>Other languages are looked at in the first two: colours do not depend on the language.</summary>
    static readonly (string Name, int Width, ColorScheme Scheme)[] Views =
    [
        ("wide-light", 1280, ColorScheme.Light), ("narrow-dark", 320, ColorScheme.Dark),
        ("narrow-light", 320, ColorScheme.Light), ("wide-dark", 1280, ColorScheme.Dark),
    ];

    const string LayoutShift = """
        () => new Promise(resolve => {
          let sum = 0;
          new PerformanceObserver(list => { for (const shift of list.getEntries()) sum += shift.value; })
            .observe({ type: 'layout-shift', buffered: true });
          setTimeout(() => resolve(sum), 50);
        })
        """;

    [Theory]
    [InlineData("en")]
    [InlineData("zh")]
    [InlineData("ar")]
    public Task Pages_for_everyone(string language) => CheckAsync(
        language, null, "", "/jobs", "/jobs?q=welding&country=ZA", "/jobs?q=zzzz", "/sign-in", "/nowhere", "@.job-title a");

    [Theory]
    [InlineData("en")]
    [InlineData("zh")]
    [InlineData("ar")]
    public Task Pages_for_getting_an_account(string language) => CheckAsync(
        language, null, "/register", "/register?as=employer", "/register/sent", "/forgot", "/verify?token=none",
        "/reset?token=none", "/set-up?token=none");

    [Theory]
    [InlineData("en")]
    [InlineData("zh")]
    [InlineData("ar")]
    public Task Pages_of_an_account_and_its_organisation(string language) => CheckAsync(
        language, "employer", "/account", "/account/security", "/account/second-factor", "/account/recovery-codes", "/inbox",
        "/act", "/organisations/new", "/organisation", "/organisation/members", "/organisation/keys", "/organisation/audit",
        "/employer/jobs/first");

    [Theory]
    [InlineData("en")]
    [InlineData("zh")]
    [InlineData("ar")]
    public Task Pages_of_the_office(string language) => CheckAsync(
        language, "office", "/office?state=verified", "@tbody th a", "/organisation");

    [Theory]
    [InlineData("en")]
    [InlineData("zh")]
    [InlineData("ar")]
    public Task Pages_of_an_employer(string language) => CheckAsync(
        language, "employer", "/employer", "/employer/import", "@.row-action a[href*=candidates]");

    [Theory]
    [InlineData("en")]
    [InlineData("zh")]
    [InlineData("ar")]
    public Task Forms_of_an_employer(string language) => CheckAsync(
        language, "employer", "/employer/jobs/new", "@tbody th a");

    [Theory]
    [InlineData("en")]
    [InlineData("zh")]
    [InlineData("ar")]
    public Task Pages_of_a_coordinator(string language) => CheckAsync(
        language, "coordinator", "/coordinator", "@tbody th a", "/coordinator/import", "/coordinator/enrol");

    [Theory]
    [InlineData("en")]
    [InlineData("zh")]
    [InlineData("ar")]
    public Task Pages_of_a_graduate(string language) => CheckAsync(
        language, "graduate", "/graduate", "@.ranked h3 a", "/graduate/profile");

    /// <param name="pages">Addresses after the language; <c>@SELECTOR</c> is where a link of the role's list leads.</param>
    async Task CheckAsync(string language, string? role, params string[] pages)
    {
        var wrong = new List<string>();
        await using var signedIn = await installation.OpenAsync(language);
        if (role is not null)
            await signedIn.SignInAsync(installation.LinkOf(role));
        foreach (var page in pages)
        {
            var address = page.StartsWith('@')
                ? await LinkedAsync(signedIn, role is null ? "/jobs" : role == "office" ? "/office?state=verified" : "/" + role, page[1..])
                : $"/{language}{page}";
            await using var fresh = await installation.OpenAsync(language);
            await fresh.TakeCookiesAsync(signedIn);
            wrong.AddRange((await WrongAsync(fresh, address, PictureName(role, page))).Select(fault => $"{address}: {fault}"));
        }
        wrong.ShouldBeEmpty();
    }

    static async Task<string> LinkedAsync(Session session, string listOf, string selector)
    {
        await session.GotoAsync(listOf);
        return (await session.Page.Locator(selector).First.GetAttributeAsync("href"))!;
    }

    static async Task<List<string>> WrongAsync(Session session, string address, string picture)
    {
        var page = session.Page;
        await page.GotoAsync(address, new PageGotoOptions { WaitUntil = WaitUntilState.NetworkIdle });
        var wrong = new List<string>();
        if (await session.BytesAsync() is var bytes and > MostBytes)
            wrong.Add($"{bytes} bytes");
        if (await page.EvaluateAsync<double>(LayoutShift) is var shift and > MostShift)
            wrong.Add($"what was read first moves by {shift}");
        foreach (var (name, width, scheme) in session.Language == "en" ? Views : Views[..2])
        {
            await page.EmulateMediaAsync(new PageEmulateMediaOptions { ColorScheme = scheme });
            await page.SetViewportSizeAsync(width, 900);
            wrong.AddRange((await Accessibility.ViolationsAsync(page)).Select(violation => $"{name}: {violation}"));
            if (await page.EvaluateAsync<int>("() => document.documentElement.scrollWidth") is var needed && needed > width)
                wrong.Add($"{name}: scrolls sideways, {needed} px wide");
            await session.PictureAsync($"{picture}-{name}");
        }
        // The browser itself notes a page answered 404 as an error.
        wrong.AddRange(session.Faults.Where(fault => !fault.Contains("404", StringComparison.Ordinal)));
        return wrong;
    }

    static string PictureName(string? role, string page) =>
        Regex.Replace($"{role ?? "open"}{page}", "[^A-Za-z]+", "-", RegexOptions.None, TimeSpan.FromSeconds(1)).Trim('-');
}

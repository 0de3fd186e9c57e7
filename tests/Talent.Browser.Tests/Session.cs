using System.Collections.Concurrent;
using Microsoft.Playwright;
using Talent.Platform.Texts;

namespace Talent.Browser.Tests;

/// <summary>One person's browser: a context with its own cookies and cache, and one page. Notes what a page must not do:
/// write errors to the console, ask another origin for anything.</summary>
public sealed class Session : IAsyncDisposable
{
    readonly IBrowserContext context;
    readonly ConcurrentQueue<string> faults = new();
    readonly ConcurrentQueue<IRequest> finished = new();

    Session(IBrowserContext context, IPage page, Uri address, string language)
    {
        (this.context, Page, Language) = (context, page, language);
        page.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning")
                faults.Enqueue($"console: {message.Text} ({message.Location})");
        };
        page.PageError += (_, error) => faults.Enqueue($"script: {error}");
        page.Request += (_, request) =>
        {
            if (!request.Url.StartsWith(address.ToString(), StringComparison.Ordinal)
                && !request.Url.StartsWith("data:", StringComparison.Ordinal))
                faults.Enqueue($"asked elsewhere: {request.Url}");
        };
        page.RequestFinished += (_, request) => finished.Enqueue(request);
    }

    public IPage Page { get; }

    /// <summary>The code of the language that the pages are read in.</summary>
    public string Language { get; }

    /// <summary>What pages did that they must not.</summary>
    public IReadOnlyCollection<string> Faults => faults;

    internal static async Task<Session> OpenAsync(
        IBrowser browser, Uri address, string language, bool script, string? zone = null)
    {
        var opened = await browser.NewContextAsync(new BrowserNewContextOptions
        {
            BaseURL = address.ToString(),
            Locale = TextLanguage.Find(language)!.Culture.Name,
            JavaScriptEnabled = script,
            TimezoneId = zone,
            ViewportSize = new ViewportSize { Width = 1280, Height = 900 },
            ReducedMotion = ReducedMotion.Reduce,
        });
        opened.SetDefaultTimeout(30_000);
        return new Session(opened, await opened.NewPageAsync(), address, language);
    }

    /// <summary>Opens a page of this session's language, e.g. <c>/jobs</c>.</summary>
    public Task GotoAsync(string page) => Page.GotoAsync($"/{Language}{page}");

    /// <summary>Signs in as the printed link does, in this session's language.</summary>
    public async Task SignInAsync(string link)
    {
        await Page.GotoAsync(link);
        (await Page.Locator(".account").CountAsync()).ShouldBe(1, await Page.ContentAsync());
        // The cookie must not be needed twice, and the token must not stay in the address.
        Page.Url.ShouldNotContain("token");
    }

    /// <summary>From now on each page is loaded as somebody loads it who has never been here: nothing comes from the cache.
    /// In one browser all the same, which has by then compiled what checks it.</summary>
    public async Task ForgetPagesAsync()
    {
        var tools = await context.NewCDPSessionAsync(Page);
        await tools.SendAsync("Network.enable");
        await tools.SendAsync("Network.setCacheDisabled", new Dictionary<string, object> { ["cacheDisabled"] = true });
    }

    /// <summary>Forgets what pages did so far: faults, and bytes that were sent.</summary>
    public void StartOver()
    {
        faults.Clear();
        finished.Clear();
    }

    /// <summary>Reloads until something is there: what one service has taken reaches the next a moment later.</summary>
    public Task ReloadUntilAsync(ILocator expected) => Testing.Eventually.ShouldAsync(async () =>
    {
        if (await expected.CountAsync() > 0)
            return true;
        await Page.ReloadAsync();
        return await expected.CountAsync() > 0;
    }, $"{expected} on {Page.Url}", TimeSpan.FromMinutes(2));

    /// <summary>A page as the service sends it to this person.</summary>
    public async Task<string> MarkupAsync(string address) =>
        await (await context.APIRequest.GetAsync(address)).TextAsync();

    /// <summary>The bytes of all answers so far as they went over the wire: compressed, without headers.</summary>
    public async Task<int> BytesAsync()
    {
        var sum = 0;
        foreach (var request in finished)
            sum += (await request.SizesAsync()).ResponseBodySize;
        return sum;
    }

    /// <summary>Keeps a picture of the whole page beside the test's output, when <c>TALENT_TEST_PICTURES=1</c> asks for
    /// it: it takes as long as all else that is looked at.</summary>
    public async Task PictureAsync(string name)
    {
        if (Environment.GetEnvironmentVariable("TALENT_TEST_PICTURES") != "1")
            return;
        var path = Path.Combine(AppContext.BaseDirectory, "TestResults", "pages", $"{name}-{Language}.png");
        await Page.ScreenshotAsync(new PageScreenshotOptions { Path = path, FullPage = true });
    }

    public async ValueTask DisposeAsync() => await context.DisposeAsync();
}

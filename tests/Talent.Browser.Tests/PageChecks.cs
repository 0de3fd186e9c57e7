using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace Talent.Browser.Tests;

/// <summary>Holds a page against what every page has to be, wide and narrow, light and dark: accessible, without sideways
/// scrolling, small, and asking nobody else for anything.</summary>
sealed class PageChecks(Installation installation)
{
    const int MostBytes = 100_000;
    static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);
    /// <summary>Half of what web vitals call good: a page may settle a little while it is still arriving.</summary>
    const double MostShift = 0.05;
    /// <summary>A page takes a second in each view, so each language has its own: colours do not depend on it.</summary>
    static (string Name, int Width, ColorScheme Scheme)[] ViewsIn(string language) => language switch
    {
        "zh" => [("wide-dark", 1280, ColorScheme.Dark)],
        "ar" => [("narrow-light", 320, ColorScheme.Light)],
        _ => [("wide-light", 1280, ColorScheme.Light), ("narrow-dark", 320, ColorScheme.Dark)],
    };

    /// <summary>How far what was read first moves, and what moved: <c>0.03 main>table: 0,120 → 0,164</c>.</summary>
    const string LayoutShift = """
        () => new Promise(resolve => {
          let sum = 0;
          const moved = [];
          const name = node => !node ? '?' : (node.parentElement ? node.parentElement.localName + '>' : '') +
            (node.localName ?? node.nodeName) + (node.className ? '.' + node.className : '');
          new PerformanceObserver(list => {
            for (const shift of list.getEntries()) {
              sum += shift.value;
              for (const { node, previousRect: from, currentRect: to } of shift.sources)
                moved.push(`${name(node)} ${from.x},${from.y} ${from.width}x${from.height} to ${to.x},${to.y} ${to.width}x${to.height}`);
            }
          }).observe({ type: 'layout-shift', buffered: true });
          setTimeout(() => resolve([String(sum), ...moved]), 50);
        })
        """;

    /// <param name="pages">Addresses after the language; <c>PAGE@SELECTOR@SELECTOR</c> is where a link on that page, and one
    /// on the next, lead. Without a page it is the role's list.</param>
    public async Task CheckAsync(string language, string? role, params string[] pages)
    {
        var wrong = new List<string>();
        var markup = new Dictionary<string, string>(StringComparer.Ordinal);
        await using var signedIn = await installation.OpenAsync(language);
        if (role is not null)
            await signedIn.SignInAsync(installation.LinkOf(role));
        await signedIn.ForgetPagesAsync();
        foreach (var page in pages)
        {
            var address = await AddressAsync(signedIn, role, page);
            try
            {
                var found = await WrongAsync(signedIn, address, PictureName(role, page)).WaitAsync(Patience);
                wrong.AddRange(found.Select(fault => $"{address}: {fault}"));
            }
            catch (TimeoutException)
            {
                wrong.Add($"{address}: not looked at within {Patience}");
            }
            if (language == "en")
                markup[address] = await signedIn.MarkupAsync(address);
        }
        if (markup.Count > 0)
            wrong.AddRange(await Markup.FaultsAsync(markup));
        wrong.ShouldBeEmpty();
    }

    static async Task<string> AddressAsync(Session session, string? role, string page)
    {
        var way = page.Split('@');
        var address = $"/{session.Language}{(way.Length > 1 && way[0].Length == 0 ? ListOf(role) : way[0])}";
        foreach (var selector in way[1..])
        {
            await session.Page.GotoAsync(address);
            address = (await session.Page.Locator(selector).First.GetAttributeAsync("href"))!;
        }
        return address;
    }

    static string ListOf(string? role) => role switch
    {
        null => "/jobs",
        "office" => "/office?state=verified",
        _ => "/" + role,
    };

    static async Task<List<string>> WrongAsync(Session session, string address, string picture)
    {
        var page = session.Page;
        await page.GotoAsync("about:blank");
        await page.SetViewportSizeAsync(1280, 900);
        session.StartOver();
        // What a page fetches late does not depend on its language.
        var loaded = session.Language == "en" ? WaitUntilState.NetworkIdle : WaitUntilState.Load;
        await page.GotoAsync(address, new PageGotoOptions { WaitUntil = loaded });
        var wrong = new List<string>();
        if (await session.BytesAsync() is var bytes and > MostBytes)
            wrong.Add($"{bytes} bytes");
        var shift = await page.EvaluateAsync<string[]>(LayoutShift);
        if (double.Parse(shift[0], CultureInfo.InvariantCulture) > MostShift)
            wrong.Add($"what was read first moves: {string.Join("; ", shift)}");
        foreach (var (name, width, scheme) in ViewsIn(session.Language))
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

using System.Net;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using Talent.Platform.Security;

namespace Talent.Web.Tests;

/// <summary>What pages must not do to the person who reads them: lead elsewhere, ask elsewhere, take a foreign form.</summary>
public sealed partial class SafetyTests(WebServer web) : IClassFixture<WebServer>
{
    static readonly string[] Loading = ["src", "srcset", "poster", "data", "action", "formaction", "background", "manifest"];

    public static TheoryData<string> Elsewhere =>
    [
        "https://elsewhere.example/", "//elsewhere.example", "/\\elsewhere.example", "\\\\elsewhere.example",
        "/\t/elsewhere.example", "/\n/elsewhere.example", "javascript:alert(1)", "data:text/html,hello", "elsewhere.example",
        "http:elsewhere.example", "", "/" + new string('a', 3000),
    ];

    [Theory]
    [InlineData("/en", HttpStatusCode.OK)]
    [InlineData("/en/nowhere", HttpStatusCode.NotFound)]
    [InlineData("/en/employer", HttpStatusCode.Redirect)]
    [InlineData("/api/v1/nowhere", HttpStatusCode.Unauthorized)]
    public async Task Every_answer_says_what_a_browser_may_do_with_it(string path, HttpStatusCode status)
    {
        using var browser = web.Browser();
        var response = await browser.GetAsync(path);
        response.StatusCode.ShouldBe(status);
        var policy = Header(response, "Content-Security-Policy");
        policy.ShouldSatisfyAllConditions(
            () => policy.ShouldContain("default-src 'none'"), () => policy.ShouldContain("script-src 'self';"),
            () => policy.ShouldContain("style-src 'self';"), () => policy.ShouldContain("frame-ancestors 'none'"),
            () => policy.ShouldContain("base-uri 'none'"), () => policy.ShouldContain("form-action 'self'"),
            () => policy.ShouldNotContain("unsafe"), () => policy.ShouldNotContain("http"), () => policy.ShouldNotContain("*"));
        Header(response, "Cross-Origin-Opener-Policy").ShouldBe("same-origin");
        Header(response, "Cross-Origin-Resource-Policy").ShouldBe("same-origin");
        Header(response, "X-Content-Type-Options").ShouldBe("nosniff");
        Header(response, "X-Frame-Options").ShouldBe("DENY");
        Header(response, "Permissions-Policy").ShouldContain("camera=()");
    }

    [Fact]
    public async Task Only_what_came_over_https_asks_for_https_from_then_on()
    {
        using var browser = web.Browser();
        (await browser.GetAsync("/en")).Headers.Contains("Strict-Transport-Security").ShouldBeFalse();
        browser.DefaultRequestHeaders.Add("X-Forwarded-Proto", "https");
        Header(await browser.GetAsync("/en"), "Strict-Transport-Security").ShouldStartWith("max-age=31536000");
    }

    [Fact]
    public async Task An_address_with_a_token_is_no_referrer()
    {
        using var browser = web.Browser();
        Header(await browser.GetAsync("/en/sign-in?token=abc"), "Referrer-Policy").ShouldBe("no-referrer");
        Header(await browser.GetAsync("/en/sign-in"), "Referrer-Policy").ShouldBe("strict-origin-when-cross-origin");
    }

    [Theory]
    [MemberData(nameof(PagesTests.InEnglish), MemberType = typeof(PagesTests))]
    public async Task A_page_names_no_other_site(string path, string? role)
    {
        using var browser = web.Browser(role);
        var page = await browser.PageAsync(path);
        var named = page.All.SelectMany(element => element.Attributes
                .Where(attribute => Loading.Contains(attribute.Name) || attribute.Name is "href" or "xlink:href"))
            .Select(attribute => attribute.Value).ToArray();
        named.Length.ShouldBeGreaterThan(10);
        named.Where(address => !IsOurs(address)).ShouldBeEmpty();
        page.QuerySelectorAll("iframe, object, embed, base").ShouldBeEmpty();
        page.QuerySelectorAll("meta[http-equiv]").ShouldAllBe(meta => !meta.GetAttribute("content")!.Contains("url"));
    }

    [Fact]
    public async Task The_stylesheet_loads_nothing_from_another_site()
    {
        using var browser = web.Browser();
        var page = await browser.PageAsync("/en");
        var css = await browser.GetStringAsync(page.QuerySelector("link[rel=stylesheet]")!.GetAttribute("href"));
        css.ShouldNotContain("@import");
        Urls().Matches(css).Select(match => match.Groups[1].Value)
            .Where(address => !address.StartsWith("data:", StringComparison.Ordinal) && !address.StartsWith('#')).ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Elsewhere))]
    public async Task Choosing_a_theme_leads_to_no_other_site(string from)
    {
        using var browser = web.Browser();
        var page = await browser.PageAsync("/en/jobs");
        var response = await browser.SubmitAsync(page.QuerySelector(".theme-choice")!, ("from", from), ("theme", "dark"));
        response.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        response.Headers.Location!.ToString().ShouldBe("/en");
    }

    [Fact]
    public async Task A_theme_once_chosen_is_every_pages_theme()
    {
        using var browser = web.Browser();
        var page = await browser.PageAsync("/zh/jobs?q=plc");
        page.DocumentElement.HasAttribute("data-bs-theme").ShouldBeFalse();
        var response = await browser.SubmitAsync(page.QuerySelector(".theme-choice")!, ("theme", "dark"));
        response.Headers.Location!.ToString().ShouldBe("/zh/jobs?q=plc");
        var dark = await browser.PageAsync("/en");
        dark.DocumentElement.GetAttribute("data-bs-theme").ShouldBe("dark");
        dark.QuerySelector(".theme-choice [aria-pressed=true]")!.GetAttribute("value").ShouldBe("dark");
        await browser.SubmitAsync(dark.QuerySelector(".theme-choice")!, ("theme", "system"));
        (await browser.PageAsync("/en")).DocumentElement.HasAttribute("data-bs-theme").ShouldBeFalse();
    }

    [Theory]
    [MemberData(nameof(PagesTests.InEnglish), MemberType = typeof(PagesTests))]
    public async Task No_form_of_a_page_is_taken_without_its_token(string path, string? role)
    {
        using var browser = web.Browser(role);
        var page = await browser.PageAsync(path);
        foreach (var form in page.QuerySelectorAll("form[method=post]"))
        {
            var response = await browser.SubmitAsync(form, ("form-token", null));
            response.StatusCode.ShouldBe(HttpStatusCode.BadRequest, form.GetAttribute("action"));
        }
    }

    [Theory]
    [InlineData("/en/employer/jobs/new", Roles.Employer)]
    [InlineData("/zh/graduate/profile", Roles.Graduate)]
    public async Task Every_field_of_a_form_says_what_belongs_in_it(string path, string role)
    {
        using var browser = web.Browser(role);
        var page = await browser.PageAsync(path);
        var controls = page.QuerySelectorAll("form[data-guard] :is(input:not([type=hidden], [type=checkbox]), select, textarea, fieldset)");
        controls.Length.ShouldBeGreaterThan(15);
        controls.Where(control => Hint(page, control).Length == 0).Select(control => control.Id ?? control.ClassName).ShouldBeEmpty();
    }

    static string Hint(IDocument page, IElement control) => string.Concat((control.GetAttribute("aria-describedby") ?? "")
        .Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(id => page.GetElementById(id)?.TextContent.Trim()));

    bool IsOurs(string address) => address is ['#', ..] or ['?', ..] || LocalPath.Is(address)
        || address.StartsWith("data:image/svg+xml;base64,", StringComparison.Ordinal) || address.StartsWith("otpauth://", StringComparison.Ordinal)
        || address.StartsWith(web.Address + "/", StringComparison.Ordinal) || address == web.Address;

    static string Header(HttpResponseMessage response, string name) => string.Join(", ", response.Headers.GetValues(name));

    [GeneratedRegex("""url\(\s*["']?([^"')]+)""")]
    private static partial Regex Urls();
}

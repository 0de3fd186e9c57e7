using AngleSharp.Dom;
using Talent.Platform.Security;
using Talent.Web.Layout;

namespace Talent.Web.Tests;

public sealed class PagesTests(WebServer web) : IClassFixture<WebServer>
{
    static readonly (string Path, string? Role)[] Pages =
    [
        ("", null), ("/jobs", null), ("/jobs?q=plc&country=DE", null), ("/jobs?q=nothing&mode=remote", null),
        ($"/jobs/{Samples.Job.Id}", null), ($"/jobs/{Samples.RemoteJob.Id}", null), ("/sign-in", null),
        ("/register", null), ("/register?as=employer", null), ("/register/sent", null), ("/verify?token=a", null), ("/verify", null),
        ("/forgot", null), ("/forgot/sent", null), ("/reset?token=a", null), ("/set-up?token=a", null), ("/invitation?token=good", null),
        ("/account", Roles.Graduate), ("/account/security", Roles.Employer), ("/account/second-factor", Roles.Employer),
        ("/account/recovery-codes", Roles.Employer), ("/inbox", Roles.Employer), ("/inbox?after=3", Roles.Graduate),
        ("/account/notifications", Roles.Graduate), ("/calendar", Roles.Graduate), ("/act", Roles.Employer),
        ("/organisations/new", Roles.Graduate), ("/organisation", Roles.Employer), ("/organisation/members", Roles.Employer),
        ("/organisation/keys", Roles.Employer), ("/organisation/audit", Roles.Employer), ("/office", Roles.Office),
        ($"/office/organisations/{IdentitySamples.OrganisationId}", Roles.Office), ("/employer/jobs/first", Roles.Employer),
        ("/coordinator/enrol", Roles.Coordinator), ("/employer", Roles.Employer), ("/employer/jobs/new", Roles.Employer),
        ($"/employer/jobs/{Samples.Job.Id}/edit", Roles.Employer), ($"/employer/jobs/{Samples.Job.Id}/candidates", Roles.Employer),
        ("/employer/import", Roles.Employer), ($"/employer/imports/{Samples.Job.Id}", Roles.Employer),
        ("/graduate", Roles.Graduate), ($"/graduate/jobs/{Samples.Job.Id}", Roles.Graduate), ("/graduate/profile", Roles.Graduate),
        ("/coordinator", Roles.Coordinator), ("/coordinator/cohorts/2026%20Robotics%20A", Roles.Coordinator),
        ("/coordinator/import", Roles.Coordinator), ($"/coordinator/imports/{Samples.Job.Id}", Roles.Coordinator),
        ("/coordinator/board", Roles.Coordinator), ("/office/board", Roles.Office), ("/coordinator/placements", Roles.Coordinator),
        ("/office/placements?overdue=true&sort=due", Roles.Office), ("/today", Roles.Employer), ("/today", Roles.Graduate),
        ("/today", Roles.Coordinator), ("/graduate/consents", Roles.Graduate),
    ];

    public static TheoryData<string, string?> All => In([.. PageLanguage.All.Select(language => language.Code)]);

    /// <summary>For what does not depend on the language.</summary>
    public static TheoryData<string, string?> InEnglish => In("en");

    static TheoryData<string, string?> In(params string[] languages)
    {
        var data = new TheoryData<string, string?>();
        foreach (var (path, role) in Pages)
            foreach (var language in languages)
                data.Add($"/{language}{path}", role);
        return data;
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task Is_whole_and_readable(string path, string? role)
    {
        using var browser = web.Browser(role);
        var page = await browser.PageAsync(path);
        page.DocumentElement.GetAttribute("lang").ShouldBe(path[1..3]);
        page.Title.ShouldNotBeNullOrWhiteSpace();
        page.QuerySelectorAll("h1").Length.ShouldBe(1);
        page.QuerySelectorAll("main, header.masthead, footer").Length.ShouldBe(3);
        page.QuerySelector("a.skip-link")!.GetAttribute("href").ShouldBe("#main");
        HeadingsAreInOrder(page);
        IdsAreUnique(page);
        EveryControlIsNamed(page);
        page.Body!.TextContent.ShouldNotContain("_title");
        page.QuerySelectorAll("[class*='icon'] use").ShouldAllBe(use => use.GetAttribute("href")!.StartsWith("/assets/icons."));
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task Needs_no_script_and_runs_none_of_its_own(string path, string? role)
    {
        using var browser = web.Browser(role);
        var page = await browser.PageAsync(path);
        page.QuerySelectorAll("[style], style").ShouldBeEmpty();
        page.QuerySelectorAll("script:not([src]):not([type='application/ld+json'])").ShouldBeEmpty();
        page.QuerySelectorAll("*").SelectMany(element => element.Attributes)
            .ShouldNotContain(attribute => attribute.Name.StartsWith("on", StringComparison.Ordinal));
        foreach (var form in page.QuerySelectorAll("form"))
        {
            form.GetAttribute("action").ShouldNotBeNullOrEmpty();
            form.QuerySelectorAll("button[type=submit]").ShouldNotBeEmpty();
            if (form.GetAttribute("method") == "post")
                form.QuerySelector("input[name=form-token]")!.GetAttribute("value").ShouldNotBeNullOrEmpty();
        }
        page.QuerySelectorAll("a").ShouldAllBe(link => !string.IsNullOrEmpty(link.GetAttribute("href")));
        page.QuerySelectorAll("[src]:not([src^='data:image/svg+xml']), link[rel=stylesheet]").Select(element => element.GetAttribute("src") ?? element.GetAttribute("href"))
            .ShouldAllBe(address => address!.StartsWith("/assets/"));
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task Weighs_less_than_100_kilobytes_with_all_it_loads(string path, string? role)
    {
        using var browser = web.Browser(role);
        browser.DefaultRequestHeaders.AcceptEncoding.ParseAdd("br");
        var html = await browser.GetByteArrayAsync(path);
        using var plain = web.Browser(role);
        var page = await plain.PageAsync(path);
        var loads = page.QuerySelectorAll("script[src], link[rel=stylesheet], link[rel=icon], use")
            .Select(element => (element.GetAttribute("src") ?? element.GetAttribute("href"))!.Split('#')[0]).Distinct().ToArray();
        // Who is signed in gets the live updates as well, a board its charts.
        loads.Length.ShouldBeInRange(role is null ? 4 : 5, role is null ? 4 : 6);
        var weight = html.Length;
        foreach (var load in loads)
        {
            var response = await browser.GetAsync(load);
            response.Content.Headers.ContentEncoding.ShouldBe(["br"]);
            response.Headers.CacheControl!.ToString().ShouldContain("immutable");
            weight += (await response.Content.ReadAsByteArrayAsync()).Length;
        }
        weight.ShouldBeLessThan(100_000);
    }

    [Theory]
    [InlineData("/en/employer", null, 302)]
    [InlineData("/en/employer", Roles.Graduate, 403)]
    [InlineData("/zh/coordinator", Roles.Employer, 403)]
    [InlineData("/en/nowhere", null, 404)]
    [InlineData("/nowhere", null, 404)]
    [InlineData("/en/jobs/00000000-0000-0000-0000-000000000000", null, 404)]
    [InlineData("/en/jobs?country=ZZ", null, 400)]
    public async Task Refuses_with_a_page_and_its_status(string path, string? role, int status)
    {
        using var browser = web.Browser(role);
        var response = await browser.GetAsync(path);
        ((int)response.StatusCode).ShouldBe(status);
        if (status == 302)
            response.Headers.Location!.ToString().ShouldContain("/sign-in");
        else
            (await response.PageAsync()).QuerySelectorAll("h1").Length.ShouldBe(1);
    }

    [Fact]
    public async Task An_unknown_code_in_a_search_is_answered_with_suggestions()
    {
        using var browser = web.Browser();
        var page = await (await browser.GetAsync("/en/jobs?country=ZZ")).PageAsync();
        page.QuerySelector("#problem")!.TextContent.ShouldContain("ZZ is no country.");
        page.QuerySelector("#problem")!.TextContent.ShouldContain("ZA, ZM");
    }

    [Theory]
    [InlineData("zh-CN,zh;q=0.9,en;q=0.8", "/zh")]
    [InlineData("en-GB,en;q=0.9", "/en")]
    [InlineData("sw;q=0.9,zh;q=0.3,en;q=0.2", "/zh")]
    [InlineData("pt-PT,en;q=0.5", "/pt")]
    [InlineData("fr-CA;q=0.4,es-MX;q=0.6", "/es")]
    [InlineData("sw", "/en")]
    public async Task The_root_leads_to_the_language_that_the_browser_asks_for(string accepted, string address)
    {
        using var browser = web.Browser();
        browser.DefaultRequestHeaders.Add("Accept-Language", accepted);
        (await browser.GetAsync("/")).Headers.Location!.ToString().ShouldBe(address);
    }

    [Fact]
    public async Task The_root_remembers_the_language_last_read()
    {
        using var browser = web.Browser();
        browser.DefaultRequestHeaders.Add("Accept-Language", "en");
        browser.DefaultRequestHeaders.Add("Cookie", "talent-language=zh");
        (await browser.GetAsync("/")).Headers.Location!.ToString().ShouldBe("/zh");
    }

    [Fact]
    public async Task Each_public_page_names_itself_in_every_language()
    {
        using var browser = web.Browser();
        var page = await browser.PageAsync("/en/jobs?q=plc");
        page.QuerySelectorAll("link[hreflang]").Select(link => link.GetAttribute("href")).ShouldBe(
            [.. PageLanguage.All.Append(PageLanguage.Default).Select(language => $"{web.Address}/{language.Code}/jobs?q=plc")]);
        page.QuerySelectorAll("link[hreflang]").Select(link => link.GetAttribute("hreflang")).ShouldBe(
            [.. PageLanguage.All.Select(language => language.Code), "x-default"]);
        page.QuerySelector(".language-choice a[lang=zh]")!.GetAttribute("href").ShouldBe("/zh/jobs?q=plc");
    }

    [Fact]
    public async Task Numbers_dates_and_countries_follow_the_language()
    {
        using var browser = web.Browser();
        var english = await browser.PageAsync($"/en/jobs/{Samples.Job.Id}");
        english.QuerySelector(".fact-table")!.TextContent.ShouldContain("31 Jan 2027");
        english.QuerySelector(".fact-table")!.TextContent.ShouldContain("2,800–3,400 EUR per month");
        english.QuerySelector(".fact-table")!.TextContent.ShouldContain("Rostock, Germany");
        var chinese = await browser.PageAsync($"/zh/jobs/{Samples.Job.Id}");
        chinese.QuerySelector(".fact-table")!.TextContent.ShouldContain("2027年1月31日");
        chinese.QuerySelector(".fact-table")!.TextContent.ShouldContain("德国");
    }

    [Theory]
    [InlineData("ru", "31 янв. 2027", "2\u00a0800–3\u00a0400 EUR", "Германия")]
    [InlineData("pt", "31 de jan. de 2027", "2.800–3.400 EUR", "Alemanha")]
    [InlineData("ar", "31 يناير 2027", "2,800–3,400 EUR", "Rostock\u2069، ألمانيا")]
    [InlineData("fr", "31 janv. 2027", "2\u202f800–3\u202f400 EUR", "Allemagne")]
    [InlineData("es", "31 ene 2027", "2.800–3.400 EUR", "Alemania")]
    public async Task Dates_money_and_places_are_written_as_in(string language, string date, string pay, string country)
    {
        using var browser = web.Browser();
        var page = await browser.PageAsync($"/{language}/jobs/{Samples.Job.Id}");
        page.DocumentElement.GetAttribute("lang").ShouldBe(language);
        page.DocumentElement.GetAttribute("dir").ShouldBe(language == "ar" ? "rtl" : "ltr");
        var facts = page.QuerySelector(".fact-table")!.TextContent;
        facts.ShouldContain(date);
        facts.ShouldContain(pay);
        facts.ShouldContain(country);
    }

    [Fact]
    public async Task Countries_are_listed_as_the_language_sorts_them()
    {
        using var browser = web.Browser(Roles.Employer);
        foreach (var language in PageLanguage.All)
        {
            var page = await browser.PageAsync($"/{language.Code}/employer/jobs/new");
            var names = page.QuerySelectorAll("#f-country option[value]:not([value=''])").Select(option => option.TextContent).ToList();
            names.Count.ShouldBeGreaterThan(200);
            names.ShouldBe(names.Order(StringComparer.Create(language.Culture, ignoreCase: true)));
        }
        // By code points É would stand behind Z.
        var french = (await browser.PageAsync("/fr/employer/jobs/new")).QuerySelectorAll("#f-country option").ToList();
        french.FindIndex(option => option.TextContent == "Éthiopie").ShouldBeLessThan(french.FindIndex(option => option.TextContent == "Fidji"));
    }

    static void HeadingsAreInOrder(IDocument page)
    {
        var level = 0;
        foreach (var heading in page.QuerySelectorAll("h1, h2, h3, h4, h5, h6"))
        {
            var own = heading.LocalName[1] - '0';
            own.ShouldBeLessThanOrEqualTo(level + 1, heading.TextContent);
            level = own;
        }
    }

    static void IdsAreUnique(IDocument page) =>
        page.QuerySelectorAll("[id]").GroupBy(element => element.Id).Where(group => group.Count() > 1)
            .Select(group => group.Key).ShouldBeEmpty();

    static void EveryControlIsNamed(IDocument page)
    {
        foreach (var control in page.QuerySelectorAll("input:not([type=hidden]), select, textarea"))
        {
            page.QuerySelector($"label[for='{control.Id}']").ShouldNotBeNull(control.OuterHtml);
            foreach (var id in (control.GetAttribute("aria-describedby") ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries))
                page.GetElementById(id).ShouldNotBeNull(control.OuterHtml);
        }
    }
}

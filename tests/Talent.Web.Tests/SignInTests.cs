using System.Net;
using System.Text.Json;
using AngleSharp.Dom;
using Microsoft.AspNetCore.Http;
using Talent.Contracts.Identity;
using Talent.Platform.Http;
using Talent.Platform.Security;

namespace Talent.Web.Tests;

public sealed class SignInTests : IAsyncLifetime
{
    const string Password = "quiet harbour lantern seven";

    readonly WebServer _web = new();

    public ValueTask InitializeAsync() => _web.InitializeAsync();

    public ValueTask DisposeAsync() => _web.DisposeAsync();

    [Fact]
    public async Task Whoever_signs_in_is_led_back_to_the_page_that_was_wanted_and_stays_signed_in()
    {
        using var browser = _web.Browser();
        var response = await SignInAsync(browser, "/en/sign-in?from=%2Fen%2Femployer%2Fimport");
        response.Headers.Location!.ToString().ShouldBe("/en/employer/import");
        var cookies = response.Headers.GetValues("Set-Cookie").ToArray();
        foreach (var name in new[] { "__Host-talent=", "__Host-talent-device=" })
        {
            var cookie = cookies.Single(line => line.StartsWith(name, StringComparison.Ordinal)).ToLowerInvariant();
            cookie.ShouldSatisfyAllConditions(() => cookie.ShouldContain("; secure"), () => cookie.ShouldContain("; httponly"),
                () => cookie.ShouldContain("; samesite=lax"), () => cookie.ShouldContain("; path=/"),
                () => cookie.ShouldNotContain("domain="));
        }
        (await browser.PageAsync("/en/employer/import")).QuerySelector(".account")!.TextContent.ShouldContain("Ada Probe");
    }

    [Theory]
    [MemberData(nameof(SafetyTests.Elsewhere), MemberType = typeof(SafetyTests))]
    public async Task Signing_in_leads_to_no_other_site(string from)
    {
        using var browser = _web.Browser();
        var page = await browser.PageAsync("/en/sign-in");
        var response = await browser.SubmitAsync(Form(page), ("email", "ada@example.com"), ("password", Password), ("from", from));
        response.Headers.Location!.ToString().ShouldBe("/en/employer");
    }

    [Fact]
    public async Task A_second_factor_is_asked_for_without_giving_the_password_back_to_the_page()
    {
        _web.Services.Identity.AsksForCode = true;
        using var browser = _web.Browser();
        var response = await SignInAsync(browser, "/en/sign-in?from=%2Fen%2Femployer%2Fimport");
        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        var page = await response.PageAsync();
        page.DocumentElement.OuterHtml.ShouldNotContain(Password);
        page.QuerySelector("#f-code")!.GetAttribute("autocomplete").ShouldBe("one-time-code");
        var second = await browser.SubmitAsync(Form(page), ("code", "123 456"));
        second.Headers.Location!.ToString().ShouldBe("/en/employer/import");
        var sent = Sent();
        (sent.Email, sent.Password, sent.Code).ShouldBe(("ada@example.com", Password, "123456"));
    }

    [Fact]
    public async Task A_recovery_code_stands_in_for_the_app()
    {
        _web.Services.Identity.AsksForCode = true;
        using var browser = _web.Browser();
        var page = await (await SignInAsync(browser, "/en/sign-in")).PageAsync();
        await browser.SubmitAsync(Form(page), ("recoveryCode", "abcd-efgh"));
        Sent().ShouldSatisfyAllConditions(sent => sent.Code.ShouldBeNull(), sent => sent.RecoveryCode.ShouldBe("abcd-efgh"));
    }

    [Fact]
    public async Task What_was_wrong_is_not_said_and_the_password_is_not_shown_again()
    {
        using var browser = _web.Browser();
        _web.Services.Refusal = Problems.Of(StatusCodes.Status401Unauthorized, "wrong-credentials", "The address is unknown.");
        var response = await SignInAsync(browser, "/en/sign-in");
        response.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        var page = await response.PageAsync();
        page.QuerySelector("#problem")!.TextContent.ShouldContain("Address or password is not right");
        page.DocumentElement.OuterHtml.ShouldSatisfyAllConditions(html => html.ShouldNotContain(Password), html => html.ShouldNotContain("unknown"));
        page.QuerySelector("#f-email")!.GetAttribute("value").ShouldBe("ada@example.com");
    }

    [Fact]
    public async Task Too_many_attempts_are_told_when_to_try_again()
    {
        using var browser = _web.Browser();
        _web.Services.Refusal = new Later(TimeSpan.FromMinutes(7));
        var response = await SignInAsync(browser, "/en/sign-in");
        response.StatusCode.ShouldBe(HttpStatusCode.TooManyRequests);
        (await response.PageAsync()).QuerySelector("#problem")!.TextContent.ShouldContain("Try again in 7 minutes");
    }

    [Fact]
    public async Task Who_misses_the_second_factor_is_led_to_it_and_then_on()
    {
        _web.Services.Identity.Role = Roles.Pending;
        using var browser = _web.Browser();
        await SignInAsync(browser, "/en/sign-in");
        var response = await browser.GetAsync("/en/employer/import");
        response.Headers.Location!.ToString().ShouldBe("/en/account/second-factor?next=%2Fen%2Femployer%2Fimport");
        var page = await browser.PageAsync(response.Headers.Location.ToString());
        page.QuerySelector("img.qr")!.GetAttribute("src")!.ShouldStartWith("data:image/svg+xml;base64,");
        var codes = await (await browser.SubmitAsync(Form(page), ("code", "123456"))).PageAsync();
        codes.QuerySelectorAll(".codes li").Length.ShouldBe(10);
        codes.QuerySelector(".btn-primary")!.GetAttribute("href").ShouldBe("/en/employer/import");
    }

    [Fact]
    public async Task A_mistyped_code_keeps_the_secret_that_the_app_has_taken()
    {
        using var browser = _web.Browser(Roles.Employer);
        var page = await browser.PageAsync("/en/account/second-factor?next=https%3A%2F%2Felsewhere.example");
        var secret = page.QuerySelector("code.secret")!.TextContent;
        _web.Services.Refusal = Problems.Of(StatusCodes.Status400BadRequest, "wrong-code", "Wrong.");
        var again = await (await browser.SubmitAsync(Form(page), ("code", "000000"))).PageAsync();
        again.QuerySelector("code.secret")!.TextContent.ShouldBe(secret);
        again.QuerySelector("#f-code-error").ShouldNotBeNull();
        again.QuerySelector("input[name=next]")!.GetAttribute("value").ShouldBeNullOrEmpty();
    }

    [Fact]
    public async Task A_passkeys_answer_signs_in()
    {
        using var browser = _web.Browser();
        var page = await browser.PageAsync("/en/sign-in");
        var response = await browser.SubmitAsync(page.QuerySelector("form[data-passkey]")!,
            ("state", "sealed"), ("credential", """{"id":"AQ"}"""));
        response.Headers.Location!.ToString().ShouldBe("/en/employer");
        _web.Services.Calls.Last().Body.ShouldContain("\"state\":\"sealed\"");
    }

    [Fact]
    public async Task Signing_out_ends_the_session_at_the_service_too()
    {
        using var browser = _web.Browser();
        await SignInAsync(browser, "/en/sign-in");
        var page = await browser.PageAsync("/en/employer");
        await browser.SubmitAsync(page.QuerySelector("form[action='/en/sign-out']")!);
        _web.Services.Calls.ShouldContain(call => call.Path == "/api/v1/identity/sessions/end" && call.Body.Contains("session-secret"));
        (await browser.GetAsync("/en/employer")).StatusCode.ShouldBe(HttpStatusCode.Redirect);
    }

    static async Task<HttpResponseMessage> SignInAsync(HttpClient browser, string address)
    {
        var page = await browser.PageAsync(address);
        return await browser.SubmitAsync(Form(page), ("email", "ada@example.com"), ("password", Password));
    }

    SignInInput Sent() => JsonSerializer.Deserialize<SignInInput>(
        _web.Services.Calls.Last(call => call.Path == "/api/v1/identity/sessions").Body, JsonSerializerOptions.Web)!;

    static IElement Form(IDocument page) => page.QuerySelector("main form.panel:not([data-passkey])")!;

    sealed class Later(TimeSpan wait) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext)
        {
            httpContext.Response.Headers.RetryAfter = ((int)wait.TotalSeconds).ToString(System.Globalization.CultureInfo.InvariantCulture);
            return Problems.Of(StatusCodes.Status429TooManyRequests, "too-many-requests", "Later.").ExecuteAsync(httpContext);
        }
    }
}

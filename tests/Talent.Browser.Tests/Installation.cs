using Microsoft.Playwright;
using Talent.Contracts.Notifications;
using Talent.Browser.Tests;
using Talent.Platform.Security;
using Talent.Testing;

[assembly: AssemblyFixture(typeof(Installation))]

namespace Talent.Browser.Tests;

/// <summary>Talent with its demo data and a Chromium to look at it, shared by all tests of this assembly.</summary>
public sealed class Installation : IAsyncLifetime
{
    static readonly string[] Places = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];
    static readonly string? Chromium = Array.Find(Places, File.Exists);
    static readonly TimeSpan Seeding = TimeSpan.FromMinutes(3);
    HostProcess? host;
    IPlaywright? playwright;
    IBrowser? browser;

    public Uri Address => host!.Address;

    public async ValueTask InitializeAsync()
    {
        if (Chromium is null)
            return;
        host = await HostProcess.StartAsync(["--Talent:RateLimit", "0"]);
        playwright = await Playwright.CreateAsync();
        browser = await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = Chromium,
            Args =
            [
                "--no-sandbox", "--disable-background-networking", "--disable-component-update", "--disable-sync",
                "--no-first-run",
            ],
        });
        await Eventually.ShouldAsync(
            () => host.Output.ShouldContain(line => line.StartsWith("Demo data are in", StringComparison.Ordinal)), Seeding);
        await ShouldHaveArrivedAsync();
    }

    // What is in the services is on its way to matching for a moment more.
    async Task ShouldHaveArrivedAsync()
    {
        using var client = new HttpClient { BaseAddress = Address };
        await Eventually.ShouldAsync(async () =>
            (await client.GetStringAsync(new Uri("/health/ready", UriKind.Relative)))
                .ShouldContain("400 jobs, 3000 graduates"), Seeding);
    }

    /// <summary>A browser session of its own; the test is skipped, visibly, when there is no Chromium here.</summary>
    public async Task<Session> OpenAsync(string language, bool script = true)
    {
        Skips.When(Chromium is null ? $"no Chromium here ({string.Join(", ", Places)})" : null);
        return await Session.OpenAsync(browser!, Address, language, script);
    }

    /// <summary>The same with another installation, on a device that stands in a time zone.</summary>
    public async Task<Session> OpenAsync(Uri address, string language, string zone)
    {
        Skips.When(Chromium is null ? $"no Chromium here ({string.Join(", ", Places)})" : null);
        return await Session.OpenAsync(browser!, address, language, script: true, zone);
    }

    /// <summary>A link that signs in as the first demo person of a role.</summary>
    public string LinkOf(string role) =>
        $"{Address}sign-in?token={DemoAccounts.Of(host!.DataFolder, role).Token}";

    /// <summary>The e-mail address and password of the first demo person of a role.</summary>
    public (string Email, string Password) AccountOf(string role) =>
        DemoAccounts.Of(host!.DataFolder, role) is var account ? (account.Email, account.Password!) : default;

    /// <summary>A sign-in link for a graduate whom nobody has enrolled and who has no profile yet.</summary>
    public string LinkOfNewGraduate()
    {
        var account = Guid.CreateVersion7();
        var caller = new Caller(account, Roles.Graduate, "Example Newcomer", $"{account:N}@example.org", null, null);
        return $"{Address}sign-in?token={HostClients.TokenOf(caller, Path.Combine(host!.DataFolder, "keys"))}";
    }

    /// <summary>Publishes job needs as the first demo employer does through the interface.</summary>
    public async Task PublishJobsAsync(byte[] workbook)
    {
        using var client = new HttpClient { BaseAddress = Address };
        client.DefaultRequestHeaders.Authorization = new("Bearer", DemoAccounts.Of(host!.DataFolder, "employer").Token);
        (await client.ImportAsync("jobs", "jobs.xlsx", workbook)).Rejected.ShouldBe(0);
    }

    /// <summary>Tells a demo person something, as a service does.</summary>
    /// <param name="weight">One of <see cref="NoticeWeights"/>.</param>
    public Task TellAsync(string email, string kind, string weight) => Notices.RaiseAsync(host!.DataFolder, new NoticeRaised(
        Guid.CreateVersion7(), kind, weight, [AccountIdOf(email)], [], null, "placement", Guid.CreateVersion7(),
        new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["graduate"] = "Lin Example", ["job"] = "Robot welder", ["employer"] = "Example Robotics", ["stage"] = "screened",
        },
        "/jobs", TimeProvider.System.GetUtcNow()));

    Guid AccountIdOf(string email)
    {
        var token = DemoAccounts.Read(host!.DataFolder).Single(account => account.Email == email).Token;
        using var claims = System.Text.Json.JsonDocument.Parse(
            System.Buffers.Text.Base64Url.DecodeFromChars(token.Split('.')[1]));
        return claims.RootElement.GetProperty("sub").GetGuid();
    }

    /// <summary>The address, without the host, of a link in the newest mail to somebody, e.g. of kind <c>verify</c>.</summary>
    public Task<string> MailedLinkAsync(string to, string kind) => Mailbox.LinkAsync(host!.DataFolder, to, kind);

    public async ValueTask DisposeAsync()
    {
        if (browser is not null)
            await browser.DisposeAsync();
        playwright?.Dispose();
        if (host is not null)
            await host.DisposeAsync();
    }
}

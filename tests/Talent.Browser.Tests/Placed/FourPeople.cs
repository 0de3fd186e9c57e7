using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Talent.Contracts.Identity;
using Talent.Platform.Security;
using Talent.Testing;
using DemoAccounts = Talent.Host.Demo.DemoAccounts;

namespace Talent.Browser.Tests.Placed;

/// <summary>An employer, a graduate, a coordinator and the programme office, each at a device of their own in a city of
/// their own, over one installation whose clock the test holds.</summary>
sealed class FourPeople : IAsyncDisposable
{
    static readonly (string Role, string Language, string Zone)[] Places =
    [
        (Roles.Employer, "zh", "Asia/Shanghai"), (Roles.Graduate, "ar", "Africa/Cairo"),
        (Roles.Coordinator, "en", "Asia/Kuala_Lumpur"), (Roles.Office, "zh", "Asia/Shanghai"),
    ];

    readonly Dictionary<string, Session> sessions = new(StringComparer.Ordinal);
    readonly List<string> delays = [];

    FourPeople(TalentApp app) => App = app;

    public TalentApp App { get; }

    public Session Employer => sessions[Roles.Employer];

    public Session Graduate => sessions[Roles.Graduate];

    public Session Coordinator => sessions[Roles.Coordinator];

    public Session Office => sessions[Roles.Office];

    public IEnumerable<Session> All => sessions.Values;

    /// <summary>How long after a move the others saw it, one line for each move.</summary>
    public string Delays => string.Join(Environment.NewLine, delays);

    public static async Task<FourPeople> MeetAsync(Installation installation)
    {
        var app = await TalentApp.StartAsync(
            new Dictionary<string, string?>(StringComparer.Ordinal) { ["Talent:Demo"] = "true" },
            adjust: builder => builder.Services.AddSingleton(DemoAccounts.Starting(builder.Configuration)));
        var people = new FourPeople(app);
        foreach (var (role, language, zone) in Places)
        {
            var caller = Of(role);
            using var moved = await app.ClientOf(caller).PutAsJsonAsync(
                new Uri("/api/v1/identity/me", UriKind.Relative), new MeInput(caller.Name, language, zone));
            moved.EnsureSuccessStatusCode();
            people.sessions[role] = await installation.OpenAsync(app.Address, language, zone);
        }
        await people.SignInAsync();
        return people;
    }

    public static Caller Of(string role) => DemoAccounts.People.First(person => person.Role == role);

    /// <summary>Everybody closes their page and, when the clock has gone past the end of their sessions, signs in again.</summary>
    public async Task ComeBackAfterAsync(TimeSpan time)
    {
        foreach (var session in All)
            await session.Page.GotoAsync("about:blank");
        App.Clock.Advance(time);
        await SignInAsync();
    }

    async Task SignInAsync()
    {
        foreach (var (role, session) in sessions)
        {
            var token = App.Services.GetRequiredService<AccessTokens>().Issue(Of(role), TimeSpan.FromDays(1));
            await session.SignInAsync($"{App.Address}sign-in?token={token}");
        }
    }

    /// <summary>Everybody opens a page each and leaves it open.</summary>
    public async Task WatchAsync(Func<string, string> pageOf)
    {
        foreach (var (role, session) in sessions)
        {
            await session.GotoAsync(pageOf(role));
            await session.Page.EvaluateAsync("() => { window.sameAllAlong = true; }");
        }
    }

    /// <summary>One does something; all the others see it on the page that they have open, without loading it again.</summary>
    /// <param name="seen">What there is to see then.</param>
    public async Task EveryoneSeesAsync(string what, Session by, Func<Task> does, Func<IPage, ILocator> seen)
    {
        await does();
        var done = Stopwatch.StartNew();
        var watching = sessions.Where(one => one.Value != by).Select(async one =>
        {
            await Assertions.Expect(seen(one.Value.Page)).ToBeVisibleAsync(new() { Timeout = 10_000 });
            (await one.Value.Page.EvaluateAsync<bool>("() => window.sameAllAlong === true"))
                .ShouldBeTrue($"{one.Key} had to load the page again to see: {what}");
            return string.Create(CultureInfo.InvariantCulture, $"{one.Key} {done.ElapsedMilliseconds} ms");
        });
        delays.Add($"{what}: {string.Join(", ", await Task.WhenAll(watching))}");
        await by.Page.EvaluateAsync("() => { window.sameAllAlong = true; }");
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var session in sessions.Values)
            await session.DisposeAsync();
        await App.DisposeAsync();
    }
}

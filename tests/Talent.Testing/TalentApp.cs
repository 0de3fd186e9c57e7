using System.Globalization;
using System.Net.Http.Headers;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Talent.Contracts.Identity;
using Talent.Host;
using Talent.Platform.Http;
using Talent.Platform.Security;

namespace Talent.Testing;

/// <summary>The real application inside the test process, listening on a free port, with an empty installation of its
/// own and the clock that the test holds. Quicker than <see cref="HostProcess"/>, and its parts can be looked into.</summary>
public sealed class TalentApp : IAsyncDisposable
{
    static readonly Guid Space = new("018f0000-0000-7000-8000-000000000000");
    readonly TempFolder? ownFolder;
    readonly WebApplication running;
    readonly List<HttpClient> clients = [];

    TalentApp(WebApplication app, TempFolder? ownFolder, string dataFolder, TestClock clock)
    {
        (running, this.ownFolder, DataFolder, Clock) = (app, ownFolder, dataFolder, clock);
        Address = app.Services.GetRequiredService<ServiceAddresses>().Own()!;
    }

    public Uri Address { get; }

    public string DataFolder { get; }

    public TestClock Clock { get; }

    public IServiceProvider Services => running.Services;

    /// <summary>Starts it; returns when it listens.</summary>
    /// <param name="settings">Configuration, e.g. <c>Talent:Store</c> = <c>postgres</c>. Default: sqlite, local bus, no
    /// rate limit.</param>
    /// <param name="services">Default: all, the web included.</param>
    /// <param name="dataFolder">Default: a fresh one that goes when this is disposed. Give the same to start again on the
    /// same data.</param>
    /// <param name="adjust">Last changes to what is built.</param>
    public static async Task<TalentApp> StartAsync(
        IReadOnlyDictionary<string, string?>? settings = null, IEnumerable<string>? services = null,
        string? dataFolder = null, TestClock? clock = null, Action<WebApplicationBuilder>? adjust = null)
    {
        var fresh = dataFolder is null ? new TempFolder() : null;
        var folder = dataFolder ?? fresh!.FullPath;
        var all = new Dictionary<string, string?>(StringComparer.OrdinalIgnoreCase)
        {
            ["Talent:RateLimit"] = "0", ["Talent:StartPause"] = "0",
        };
        foreach (var (name, value) in settings ?? new Dictionary<string, string?>(StringComparer.Ordinal))
            all[name] = value;
        var options = new HostOptions(
            Port: 0, folder, Demo: false, (services ?? HostOptions.AllServices).ToHashSet(StringComparer.Ordinal),
            [.. all.Select(setting => $"--{setting.Key}={setting.Value}")]);
        var time = clock ?? new TestClock();
        var app = TalentApplication.Build(options, builder =>
        {
            builder.Logging.ClearProviders();
            builder.Services.Replace(ServiceDescriptor.Singleton<TimeProvider>(time));
            adjust?.Invoke(builder);
        });
        try
        {
            await TalentApplication.StartAsync(app, options);
            return new TalentApp(app, fresh, folder, time);
        }
        catch
        {
            await app.DisposeAsync();
            fresh?.Dispose();
            throw;
        }
    }

    /// <summary>A person of a role; the same number is the same person, the same organisation number the same
    /// organisation, which is verified.</summary>
    public static Caller Person(string role, int number = 1, int organisation = 1) => new(
        IdOf(role, number), role, $"{role} {number}", $"{role}{number}@example.org",
        role == Roles.Graduate ? null : IdOf(role + " organisation", organisation),
        role == Roles.Graduate ? null : $"Example {role} organisation {organisation}",
        role switch { Roles.Graduate => null, Roles.Office => MemberRoles.Administrator, _ => MemberRoles.Owner },
        OrganisationVerified: role != Roles.Graduate);

    /// <summary>A client that calls as somebody; null: as nobody. Redirects are not followed.</summary>
    public HttpClient ClientOf(Caller? caller, string? language = null)
    {
        var client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false })
        {
            BaseAddress = Address,
            Timeout = TimeSpan.FromSeconds(100),
        };
        if (caller is not null)
            client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue(
                "Bearer", Services.GetRequiredService<AccessTokens>().Issue(caller, TimeSpan.FromDays(1000)));
        if (language is not null)
            client.DefaultRequestHeaders.AcceptLanguage.ParseAdd(language);
        clients.Add(client);
        return client;
    }

    public HttpClient Anonymous(string? language = null) => ClientOf(null, language);

    public HttpClient Employer(int organisation = 1, string? language = null) =>
        ClientOf(Person(Roles.Employer, organisation, organisation), language);

    public HttpClient Coordinator(int organisation = 1, string? language = null) =>
        ClientOf(Person(Roles.Coordinator, organisation, organisation), language);

    public HttpClient Graduate(int number = 1, string? language = null) =>
        ClientOf(Person(Roles.Graduate, number), language);

    public HttpClient Office(string? language = null) => ClientOf(Person(Roles.Office), language);

    /// <summary>Stops it as on SIGTERM; the data folder stays when it was given.</summary>
    public async ValueTask DisposeAsync()
    {
        foreach (var client in clients)
            client.Dispose();
        await running.StopAsync();
        await running.DisposeAsync();
        // SQLite's pool would keep the files of this installation open for the rest of the run.
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        ownFolder?.Dispose();
    }

    static Guid IdOf(string what, int number)
    {
        var bytes = Space.ToByteArray(bigEndian: true);
        var hash = System.Security.Cryptography.SHA256.HashData(
            System.Text.Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{what} {number}")));
        hash.AsSpan(0, 7).CopyTo(bytes.AsSpan(9));
        return new Guid(bytes, bigEndian: true);
    }
}

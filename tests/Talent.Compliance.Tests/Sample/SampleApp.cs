using System.Net.Http.Headers;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Talent.Platform;
using Talent.Platform.Http;
using Talent.Platform.Messaging;
using Talent.Platform.Security;
using Talent.Platform.Store;
using Talent.Testing;

namespace Talent.Compliance.Tests.Sample;

/// <summary>An application that hosts the sample service alone, on a given store and bus.</summary>
sealed class SampleApp : IAsyncDisposable
{
    readonly WebApplication running;

    SampleApp(WebApplication app) => running = app;

    static SampleApp() => MessageTypes.Register(typeof(NoteWritten));

    public Faults Faults => running.Services.GetRequiredService<Faults>();

    public TestClock Clock => (TestClock)running.Services.GetRequiredService<TimeProvider>();

    /// <param name="consuming">False: nobody in this application consumes what it publishes.</param>
    /// <param name="expecting">True: another application will, sooner or later.</param>
    public static async Task<SampleApp> StartAsync(
        Installation installation, bool consuming = true, bool started = true, bool expecting = false)
    {
        var builder = WebApplication.CreateBuilder(
            [.. installation.Settings.Select(setting => $"--{setting.Key}={setting.Value}")]);
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddSingleton<TimeProvider>(new TestClock());
        builder.Services.AddSingleton<Faults>();
        builder.AddTalentPlatform();
        builder.Logging.ClearProviders();
        builder.AddServiceStore<SampleDb>();
        var consumers = new ServiceConsumers("sample").With<CountNote>().With<MirrorNote>();
        if (consuming)
            builder.AddConsumers(consumers);
        else if (expecting)
            builder.ExpectConsumers(consumers);
        builder.AddTalentBus();
        var app = builder.Build();
        app.UseTalentPlatform();
        app.MapTalentPlatform();
        await app.MigrateStoresAsync();
        if (started)
            await app.StartAsync();
        return new SampleApp(app);
    }

    public Task StartAsync() => running.StartAsync();

    /// <summary>Publishes one message for each note, in one transaction.</summary>
    public Task WriteAsync(params (Guid Note, int Version)[] notes) => InStoreAsync(async db =>
    {
        foreach (var (note, version) in notes)
            db.Publish(new NoteWritten(note, version), Clock);
        return await db.SaveChangesAsync();
    });

    public async Task<T> InStoreAsync<T>(Func<SampleDb, Task<T>> work)
    {
        await using var scope = running.Services.CreateAsyncScope();
        return await work(scope.ServiceProvider.GetRequiredService<SampleDb>());
    }

    /// <summary>A client for the programme office.</summary>
    public HttpClient Office()
    {
        var client = new HttpClient { BaseAddress = running.Services.GetRequiredService<ServiceAddresses>().Own() };
        var token = running.Services.GetRequiredService<AccessTokens>().Issue(TalentApp.Person(Roles.Office), TimeSpan.FromDays(365));
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return client;
    }

    public async ValueTask DisposeAsync()
    {
        await running.StopAsync();
        await running.DisposeAsync();
    }
}

/// <summary>A store and a bus that outlive the applications running on them.</summary>
sealed class Installation : IAsyncDisposable
{
    readonly TempFolder folder = new();
    RabbitVirtualHost? broker;

    public Dictionary<string, string> Settings { get; } = new(StringComparer.Ordinal);

    /// <summary>The broker's state; null on the local bus.</summary>
    public RabbitVirtualHost? Broker => broker;

    public static async Task<Installation> CreateAsync(string store, string bus = "local")
    {
        var installation = new Installation();
        installation.Settings["Talent:Data"] = installation.folder.FullPath;
        installation.Settings["Talent:RateLimit"] = "0";
        installation.Settings["Talent:StartPause"] = "0";
        installation.Settings["Talent:Store"] = store;
        installation.Settings["Talent:Bus"] = bus;
        if (store == "postgres")
            installation.Settings["Talent:Postgres"] = await PostgresServer.CreateDatabaseAsync();
        if (bus == "rabbitmq")
        {
            installation.broker = await RabbitServer.CreateVirtualHostAsync();
            installation.Settings["Talent:RabbitMq"] = installation.broker.Address.ToString();
        }
        return installation;
    }

    public async ValueTask DisposeAsync()
    {
        if (broker is not null)
            await broker.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        folder.Dispose();
    }
}

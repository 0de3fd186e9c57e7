using System.Globalization;
using Talent.Graduates;
using Talent.Host.Demo;
using Talent.Identity;
using Talent.Jobs;
using Talent.Matching;
using Talent.Notifications;
using Talent.Placements;
using Talent.Platform;
using Talent.Platform.Http;
using Talent.Platform.Messaging;
using Talent.Web;

namespace Talent.Host;

/// <summary>Builds and runs a process that hosts some or all of the services.</summary>
public static class TalentApplication
{
    static readonly Service[] Services =
    [
        new("identity", IdentityModule.AddIdentity, IdentityModule.MapIdentity, IdentityModule.Consumers),
        new("jobs", JobsModule.AddJobs, JobsModule.MapJobs, JobsModule.Consumers),
        new("graduates", GraduatesModule.AddGraduates, GraduatesModule.MapGraduates, GraduatesModule.Consumers),
        new("matching", MatchingModule.AddMatching, MatchingModule.MapMatching, MatchingModule.Consumers),
        new("notifications", NotificationsModule.AddNotifications, NotificationsModule.MapNotifications, NotificationsModule.Consumers),
        new("placements", PlacementsModule.AddPlacements, PlacementsModule.MapPlacements, PlacementsModule.Consumers),
        new("web", WebModule.AddWeb, WebModule.MapWeb, null),
    ];

    /// <summary>Runs until told to stop; returns the exit code.</summary>
    public static async Task<int> RunAsync(string[] arguments)
    {
        HostOptions options;
        try
        {
            options = HostOptions.Parse(arguments);
        }
        catch (FormatException wrong)
        {
            await Console.Error.WriteLineAsync(wrong.Message);
            return 2;
        }
        await using var app = Build(options);
        try
        {
            await StartAsync(app, options);
        }
        catch (IOException busy) when (busy.InnerException is Microsoft.AspNetCore.Connections.AddressInUseException)
        {
            await Console.Error.WriteLineAsync(
                $"Port {options.Port} is taken; choose another with --port N (0 takes any free one).");
            return 1;
        }
        Console.WriteLine($"Talent is ready at {app.Services.GetRequiredService<PublicAddress>().Local}");
        foreach (var line in app.Services.GetRequiredService<StartNotices>().Lines)
            Console.WriteLine(line);
        app.BeginDemo(options);
        await app.WaitForShutdownAsync();
        return 0;
    }

    /// <summary>The application, not yet started.</summary>
    public static WebApplication Build(HostOptions options, Action<WebApplicationBuilder>? adjust = null)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            Args = [.. options.Configuration],
            ApplicationName = typeof(TalentApplication).Assembly.GetName().Name,
            ContentRootPath = AppContext.BaseDirectory,
        });
        builder.Configuration["Talent:Data"] = options.Data;
        // Links that sign in without a password are for the demo alone.
        builder.Configuration["Talent:Demo"] ??= options.Demo ? "true" : "false";
        builder.WebHost.UseUrls(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{options.Port}"));
        if (builder.Configuration["urls"] is { Length: > 0 } urls)
            builder.WebHost.UseUrls(urls);
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            // Above the largest file that is taken, so that one a little larger is answered with what the limit is.
            kestrel.Limits.MaxRequestBodySize = 32 * 1024 * 1024;
        });
        builder.AddTalentPlatform();
        // What begins with the process begins at once, beside the other: half the time on two cores.
        builder.Services.Configure<Microsoft.Extensions.Hosting.HostOptions>(host => host.ServicesStartConcurrently = true);
        if (options.HasDemoPeople())
            builder.Services.AddSingleton(DemoAccounts.Starting(builder.Configuration));
        foreach (var service in Services)
        {
            if (options.Services.Contains(service.Name))
                service.Add(builder);
            else if (service.Consumers is { } consumers)
                builder.ExpectConsumers(consumers);
        }
        builder.AddTalentBus();
        adjust?.Invoke(builder);
        var app = builder.Build();
        app.UseTalentPlatform();
        foreach (var service in Services.Where(service => options.Services.Contains(service.Name)))
            service.Map(app);
        app.MapTalentPlatform();
        return app;
    }

    /// <summary>Brings the stores up to date and starts listening.</summary>
    public static async Task StartAsync(WebApplication app, HostOptions options)
    {
        await app.MigrateStoresAsync();
        await app.StartAsync();
    }

    /// <param name="Consumers">What it consumes; null: nothing.</param>
    sealed record Service(
        string Name, Action<WebApplicationBuilder> Add, Action<WebApplication> Map, ServiceConsumers? Consumers);
}

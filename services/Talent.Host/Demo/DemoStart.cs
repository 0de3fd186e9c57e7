using Talent.Platform;
using Talent.Platform.Http;
using Talent.Platform.Security;

namespace Talent.Host.Demo;

/// <summary>What a process does for the demo when it starts.</summary>
static class DemoStart
{
    static readonly string[] Needed = ["identity", "jobs", "graduates"];

    /// <summary>Whether this process is the one that knows the demo's people.</summary>
    public static bool HasDemoPeople(this HostOptions options) => options.Demo && options.Services.Contains("identity");

    /// <summary>Prints how to sign in as each of the demo's people, and begins to fill an empty installation in the
    /// background, if this process holds the services for it.</summary>
    public static void BeginDemo(this WebApplication app, HostOptions options)
    {
        if (!options.HasDemoPeople())
            return;
        PrintPeople(DemoAccounts.Write(app), app.Services.GetRequiredService<PublicAddress>());
        if (Needed.All(options.Services.Contains))
            _ = Task.Run(() => SeedAsync(app, options));
    }

    static void PrintPeople(IReadOnlyList<DemoPerson> people, PublicAddress address)
    {
        Console.WriteLine($"  Demo accounts; sign in at {address.Of("/en/sign-in")}");
        var width = people.Max(one => one.Person.Email.Length);
        foreach (var (person, password, _) in people)
        {
            var who = person.Name + (person.OrganisationName is { } name ? ", " + name : "");
            Console.WriteLine($"  {person.Role,-12} {person.Email.PadRight(width)}  {password}  {who}");
        }
    }

    static async Task SeedAsync(WebApplication app, HostOptions options)
    {
        var services = app.Services;
        using var seeder = new DemoSeeder(
            services.GetRequiredService<ServiceAddresses>(), services.GetRequiredService<AccessTokens>(),
            services.GetRequiredService<TimeProvider>(), new DemoState(DataFolder.Path(app.Configuration)), Console.Out)
        {
            WithPlacements = options.Services.Contains("placements")
                || app.Configuration["Talent:Services:placements"] is { Length: > 0 },
        };
        try
        {
            await seeder.SeedAsync(app.Lifetime.ApplicationStopping);
        }
        catch (OperationCanceledException)
        {
            // The process is told to stop; the next start goes on.
        }
    }
}

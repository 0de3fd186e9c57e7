using Talent.Platform;
using Talent.Platform.Http;
using Talent.Platform.Security;

namespace Talent.Host.Demo;

/// <summary>What a process does for the demo when it starts.</summary>
static class DemoStart
{
    static readonly string[] Needed = ["jobs", "graduates"];

    /// <summary>Prints a sign-in link for each demo person, if this process serves pages, and begins to fill an empty
    /// installation in the background, if it holds the services for it.</summary>
    public static void BeginDemo(this WebApplication app, HostOptions options, IReadOnlyList<(Caller Person, string Token)> people)
    {
        if (options.Services.Contains("web"))
            PrintLinks(people, app.Services.GetRequiredService<ServiceAddresses>().Own());
        if (options.Demo && Needed.All(options.Services.Contains))
            _ = Task.Run(() => SeedAsync(app));
    }

    static void PrintLinks(IReadOnlyList<(Caller Person, string Token)> people, Uri? own)
    {
        foreach (var (person, token) in people)
        {
            Console.WriteLine($"  {person.Role,-12} {own?.GetLeftPart(UriPartial.Authority)}/sign-in?token={token}");
            Console.WriteLine($"  {"",-12} {person.Name}{(person.OrganisationName is { } name ? ", " + name : "")}");
        }
    }

    static async Task SeedAsync(WebApplication app)
    {
        var services = app.Services;
        using var seeder = new DemoSeeder(
            services.GetRequiredService<ServiceAddresses>(), services.GetRequiredService<AccessTokens>(),
            services.GetRequiredService<TimeProvider>(), new DemoState(DataFolder.Path(app.Configuration)), Console.Out);
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

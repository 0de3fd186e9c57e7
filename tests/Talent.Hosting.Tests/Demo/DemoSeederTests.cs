using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Talent.Host;
using Talent.Host.Demo;
using Talent.Platform.Http;
using Talent.Platform.Security;
using Talent.Testing;

namespace Talent.Hosting.Tests.Demo;

public sealed class DemoSeederTests
{
    static readonly DateOnly Today = new(2026, 11, 22);

    [Fact]
    public void An_interrupted_seeding_goes_on_with_the_day_it_began_with()
    {
        using var folder = new TempFolder();
        new DemoState(folder.FullPath).Begin(Today).ShouldBe(Today);

        var next = new DemoState(folder.FullPath);

        next.IsBegun.ShouldBeTrue();
        next.IsDone.ShouldBeFalse();
        next.Begin(Today.AddDays(3)).ShouldBe(Today);
    }

    [Fact]
    public async Task A_finished_seeding_is_not_repeated()
    {
        using var folder = new TempFolder();
        var state = new DemoState(folder.FullPath);
        state.Begin(Today);
        state.Finish();
        await using var app = BuildWithoutServices(folder);
        await using var output = new StringWriter();
        using var seeder = Seeder(app, new DemoState(folder.FullPath), output);

        await seeder.SeedAsync(CancellationToken.None);

        output.ToString().ShouldBeEmpty();
    }

    [Fact]
    public async Task A_seeding_that_fails_says_so_and_is_tried_again_at_the_next_start()
    {
        using var folder = new TempFolder();
        new DemoState(folder.FullPath).Begin(Today);
        await using var app = BuildWithoutServices(folder);
        await using var output = new StringWriter();
        using var seeder = Seeder(app, new DemoState(folder.FullPath), output);

        await seeder.SeedAsync(CancellationToken.None);

        output.ToString().ShouldContain("Demo data could not be brought in");
        new DemoState(folder.FullPath).IsDone.ShouldBeFalse();
    }

    static DemoSeeder Seeder(WebApplication app, DemoState state, TextWriter output) => new(
        app.Services.GetRequiredService<ServiceAddresses>(), app.Services.GetRequiredService<AccessTokens>(),
        TimeProvider.System, state, output);

    // Port 9 is the discard service's: nothing listens there.
    static WebApplication BuildWithoutServices(TempFolder folder) => TalentApplication.Build(HostOptions.Parse(
    [
        "--port", "0", "--data", folder.FullPath,
        "--Talent:Services:jobs", "http://127.0.0.1:9", "--Talent:Services:graduates", "http://127.0.0.1:9",
    ]));
}

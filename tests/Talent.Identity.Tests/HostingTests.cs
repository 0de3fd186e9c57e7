using Talent.Testing;

namespace Talent.Identity.Tests;

public sealed class HostingTests
{
    [Fact]
    public async Task The_service_runs_alone_and_its_store_is_ready()
    {
        await using var app = await TalentApp.StartAsync(services: ["identity"]);
        using var answer = await app.Anonymous().GetAsync(new Uri("/health/ready", UriKind.Relative));
        (await answer.Content.ReadAsStringAsync()).ShouldContain("store:identity");
    }
}

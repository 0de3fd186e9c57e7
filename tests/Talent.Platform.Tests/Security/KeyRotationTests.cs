using Microsoft.Extensions.Configuration;
using Talent.Platform.Security;
using Talent.Testing;

namespace Talent.Platform.Tests.Security;

public sealed class KeyRotationTests : IDisposable
{
    static readonly Caller Ada = new(
        new Guid("018f0000-0000-7000-8000-000000000001"), Roles.Graduate, "Ada", "ada@example.org", null, null);

    readonly TempFolder folder = new();
    readonly TestClock clock = new();

    IConfiguration Configuration => new ConfigurationBuilder().AddInMemoryCollection([new("Talent:Keys", folder.FullPath)]).Build();

    [Fact]
    public async Task The_next_key_is_published_a_day_before_it_signs_and_the_last_one_outlives_its_tokens()
    {
        var keys = new SigningKeys(Configuration, clock);
        // Another process, which has only the published set.
        var published = new PublishedKeys(Configuration, clock);
        var elsewhere = new AccessTokens(new Lazy<SigningKeys>(() => throw new InvalidOperationException()), published, clock);
        var here = new AccessTokens(new Lazy<SigningKeys>(keys), published, clock);
        var first = keys.Credentials.Key.KeyId;

        clock.Advance(TimeSpan.FromDays(28.9));
        keys.Rotate();
        Published().Count.ShouldBe(1);
        clock.Advance(TimeSpan.FromDays(0.2));
        keys.Rotate();
        Published().Count.ShouldBe(2);
        keys.Credentials.Key.KeyId.ShouldBe(first);
        clock.Advance(TimeSpan.FromDays(0.8));
        var old = here.Issue(Ada, TimeSpan.FromDays(1));

        clock.Advance(TimeSpan.FromDays(0.2));
        var second = keys.Credentials.Key.KeyId;
        second.ShouldNotBe(first);
        keys.Rotate();
        (await elsewhere.ReadAsync(old)).ShouldBe(Ada);
        (await elsewhere.ReadAsync(here.Issue(Ada, TimeSpan.FromMinutes(10)))).ShouldBe(Ada);

        clock.Advance(TimeSpan.FromDays(1.2));
        keys.Rotate();
        Published().ShouldBe([second]);
        (await new AccessTokens(new Lazy<SigningKeys>(keys), new PublishedKeys(Configuration, clock), clock).ReadAsync(old)).ShouldBeNull();
    }

    [Fact]
    public void Processes_that_start_at_once_agree_on_one_key_and_no_other_account_can_read_it()
    {
        var ids = new System.Collections.Concurrent.ConcurrentBag<string>();
        Parallel.For(0, 8, _ => ids.Add(new SigningKeys(Configuration, clock).Credentials.Key.KeyId));
        ids.Distinct().Count().ShouldBe(1);
        var file = Directory.GetFiles(folder["signing"]).ShouldHaveSingleItem();
        if (!OperatingSystem.IsWindows())
            File.GetUnixFileMode(file).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
    }

    [Fact]
    public void The_published_set_holds_no_private_part()
    {
        _ = new SigningKeys(Configuration, clock);
        var set = new PublishedKeys(Configuration, clock).ReadSet()!;
        foreach (var key in System.Text.Json.JsonDocument.Parse(set).RootElement.GetProperty("keys").EnumerateArray())
            key.EnumerateObject().Select(member => member.Name).ShouldBe(["kty", "crv", "x", "y", "kid", "use", "alg"]);
    }

    public void Dispose() => folder.Dispose();

    List<string> Published() =>
        [.. System.Text.Json.JsonDocument.Parse(new PublishedKeys(Configuration, clock).ReadSet()!).RootElement
            .GetProperty("keys").EnumerateArray().Select(key => key.GetProperty("kid").GetString()!)];
}

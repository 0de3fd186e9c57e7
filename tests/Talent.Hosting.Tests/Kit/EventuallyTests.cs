using System.Globalization;
using Talent.Testing;

namespace Talent.Hosting.Tests.Kit;

public sealed class EventuallyTests
{
    [Fact]
    public async Task Returns_as_soon_as_the_assertion_passes()
    {
        var tries = 0;
        await Eventually.ShouldAsync(() => (++tries).ShouldBe(3));
        tries.ShouldBe(3);
    }

    [Fact]
    public async Task Fails_at_the_deadline_with_the_last_failure()
    {
        var tries = 0;
        var failure = await Should.ThrowAsync<TimeoutException>(() => Eventually.ShouldAsync(
            () => throw new InvalidOperationException($"try {(++tries).ToString(CultureInfo.InvariantCulture)}"),
            TimeSpan.FromMilliseconds(200)));
        tries.ShouldBeGreaterThan(1);
        failure.Message.ShouldContain($"try {tries.ToString(CultureInfo.InvariantCulture)}");
    }

    [Fact]
    public async Task Fails_naming_what_it_waited_for()
    {
        var failure = await Should.ThrowAsync<TimeoutException>(() => Eventually.ShouldAsync(
            () => Task.FromResult(false), "the import is done", TimeSpan.FromMilliseconds(100)));
        failure.Message.ShouldContain("the import is done");
    }

    [Fact]
    public async Task Hands_back_the_first_answer()
    {
        var tries = 0;
        var answer = await Eventually.GetAsync(() => Task.FromResult(++tries < 3 ? null : "here"));
        answer.ShouldBe("here");
    }
}

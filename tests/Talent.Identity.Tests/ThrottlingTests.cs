using System.Net;
using Talent.Contracts.Identity;
using Talent.Testing;
using static Talent.Identity.Tests.Installation;

namespace Talent.Identity.Tests;

public sealed class ThrottlingTests
{
    [Theory, StoreData]
    public async Task Fifty_wrong_passwords_stop_the_attacker_and_not_the_owner_of_a_known_device(string store)
    {
        await using var app = await StartAsync(store);
        var owner = await app.JoinAsync("ada@example.org");
        using var client = app.ClientWith(null);
        var answers = new List<(HttpStatusCode Status, string Code)>();
        for (var guess = 0; guess < 50; guess++)
            answers.Add(await client.ProblemAsync("/token", new SignInInput("ada@example.org", $"wrong guess {guess}")));

        answers.Take(10).ShouldAllBe(answer => answer.Status == HttpStatusCode.Unauthorized);
        answers.Skip(10).ShouldAllBe(answer => answer.Status == HttpStatusCode.TooManyRequests);
        // Not even the right one helps the attacker now.
        (await client.ProblemAsync("/token", new SignInInput("ada@example.org", Password)))
            .ShouldBe((HttpStatusCode.TooManyRequests, "too-many-attempts"));
        (await client.AnswerAsync<SessionAnswer>(
            "/sessions", new SignInInput("ada@example.org", Password, DeviceToken: owner.DeviceToken)))
            .Caller.AccountId.ShouldBe(owner.Caller.AccountId);

        app.Clock.Advance(TimeSpan.FromMinutes(15.1));
        (await client.ProblemAsync("/token", new SignInInput("ada@example.org", Password))).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Attempts_at_the_same_moment_are_counted_each()
    {
        await using var app = await StartAsync();
        await app.JoinAsync("ada@example.org");
        using var client = app.ClientWith(null);
        var answers = await Task.WhenAll(Enumerable.Range(0, 30).Select(
            guess => client.ProblemAsync("/token", new SignInInput("ada@example.org", $"wrong guess {guess}"))));
        answers.Count(answer => answer.Status == HttpStatusCode.Unauthorized).ShouldBe(10);
    }

    [Fact]
    public async Task A_known_device_counts_by_itself_and_only_for_its_own_account()
    {
        await using var app = await StartAsync();
        var ada = await app.JoinAsync("ada@example.org");
        var eve = await app.JoinAsync("eve@example.org");
        using var client = app.ClientWith(null);
        for (var guess = 0; guess < 10; guess++)
            (await client.ProblemAsync("/token", new SignInInput("ada@example.org", "wrong", DeviceToken: ada.DeviceToken)))
                .Status.ShouldBe(HttpStatusCode.Unauthorized);
        (await client.ProblemAsync("/token", new SignInInput("ada@example.org", Password, DeviceToken: ada.DeviceToken)))
            .Status.ShouldBe(HttpStatusCode.TooManyRequests);
        (await client.ProblemAsync("/token", new SignInInput("ada@example.org", Password))).Status.ShouldBe(HttpStatusCode.OK);

        // Another account's device is as unknown as any.
        for (var guess = 0; guess < 10; guess++)
            await client.ProblemAsync("/token", new SignInInput("ada@example.org", "wrong", DeviceToken: eve.DeviceToken));
        (await client.ProblemAsync("/token", new SignInInput("ada@example.org", "wrong", DeviceToken: eve.DeviceToken)))
            .Status.ShouldBe(HttpStatusCode.TooManyRequests);
        (await client.ProblemAsync("/token", new SignInInput("eve@example.org", Password))).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Right_passwords_do_not_count()
    {
        await using var app = await StartAsync();
        await app.JoinAsync("ada@example.org");
        using var client = app.ClientWith(null);
        for (var time = 0; time < 15; time++)
            (await client.ProblemAsync("/token", new SignInInput("ada@example.org", Password))).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_network_that_tries_one_address_after_the_other_is_stopped_too()
    {
        await using var app = await StartAsync();
        using var client = app.ClientWith(null);
        var answers = new List<HttpStatusCode>();
        for (var guess = 0; guess < 101; guess++)
            answers.Add((await client.ProblemAsync("/token", new SignInInput($"person{guess}@example.org", "wrong"))).Status);
        answers.Take(100).ShouldAllBe(status => status == HttpStatusCode.Unauthorized);
        answers[100].ShouldBe(HttpStatusCode.TooManyRequests);
    }
}

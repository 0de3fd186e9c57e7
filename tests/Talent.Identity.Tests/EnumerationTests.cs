using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Talent.Contracts.Identity;
using Talent.Identity.Domain;
using static Talent.Identity.Tests.Installation;

namespace Talent.Identity.Tests;

/// <summary>No answer tells whether an address has an account, neither by what it says nor by the work behind it.</summary>
public sealed class EnumerationTests
{
    [Fact]
    public async Task Answers_and_work_are_the_same_whether_or_not_the_address_has_an_account()
    {
        await using var app = await StartAsync(adjust: builder =>
            builder.Services.AddSingleton<Counts>().AddScoped<IPasswordHasher<Account>, CountingHasher>());
        await app.JoinAsync("ada@example.org");
        var counts = app.Services.GetRequiredService<Counts>();
        using var client = app.ClientWith(null);
        foreach (var (path, body) in new (string, Func<string, object>)[]
        {
            ("/token", email => new SignInInput(email, "not the password")),
            ("/token", email => new SignInInput(email, "not the password", Code: "123456")),
            ("/sessions", email => new SignInInput(email, "not the password", DeviceToken: "made up")),
            ("/register", email => new RegisterInput(email, Other, "Ada Example", "en", null, "graduate")),
            ("/password/forgot", email => new ForgotInput(email)),
        })
        {
            var known = await AskAsync(client, counts, path, body("ada@example.org"));
            var unknown = await AskAsync(client, counts, path, body("nobody@example.org"));
            known.ShouldBe(unknown, path);
        }
        counts.Verified.ShouldBe(6);
    }

    [Fact]
    public async Task The_mailbox_alone_learns_whether_there_is_an_account()
    {
        await using var app = await StartAsync();
        await app.JoinAsync("ada@example.org");
        using var client = app.ClientWith(null);
        await client.SendAsync("/register", new RegisterInput("ada@example.org", Other, "Eve", "en", null, "graduate"));
        await client.SendAsync("/password/forgot", new ForgotInput("nobody@example.org"));

        var again = await app.MailToAsync("ada@example.org", number: 2);
        again.ShouldContain("has an account already");
        TokenIn(again).ShouldBeEmpty();
        (await app.MailToAsync("nobody@example.org")).ShouldContain("no account here");
        (await client.ProblemAsync("/token", new SignInInput("ada@example.org", Other))).Code.ShouldBe("wrong-credentials");
    }

    static async Task<string> AskAsync(HttpClient client, Counts counts, string path, object body)
    {
        var before = (counts.Hashed, counts.Verified);
        using var answer = await client.PostAsJsonAsync(Path(path), body);
        var text = await answer.Content.ReadAsStringAsync();
        var said = text.Length == 0 ? new JsonObject() : JsonNode.Parse(text)!.AsObject();
        said.Remove("traceId");
        var headers = string.Join(' ', answer.Headers.Select(header => header.Key).Where(name => name != "Date").Order());
        return $"{answer.StatusCode} {said} {headers} {counts.Hashed - before.Hashed} {counts.Verified - before.Verified}";
    }

    sealed class Counts
    {
        public int Hashed { get; set; }
        public int Verified { get; set; }
    }

    sealed class CountingHasher(Counts counts, IOptions<PasswordHasherOptions> options) : PasswordHasher<Account>(options)
    {
        public override string HashPassword(Account user, string password)
        {
            counts.Hashed++;
            return base.HashPassword(user, password);
        }

        public override PasswordVerificationResult VerifyHashedPassword(
            Account user, string hashedPassword, string providedPassword)
        {
            // The same number of rounds is the same work.
            Rounds(hashedPassword).ShouldBe(1000);
            counts.Verified++;
            return base.VerifyHashedPassword(user, hashedPassword, providedPassword);
        }

        static int Rounds(string hash) =>
            System.Buffers.Binary.BinaryPrimitives.ReadInt32BigEndian(Convert.FromBase64String(hash).AsSpan(5));
    }
}

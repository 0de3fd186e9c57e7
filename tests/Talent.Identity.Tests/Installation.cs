using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Talent.Contracts.Identity;
using Talent.Testing;

namespace Talent.Identity.Tests;

/// <summary>The service with an empty store and a folder for its mail. Passwords are hashed with few rounds: how many is
/// not what these tests look at.</summary>
static partial class Installation
{
    public const string Password = "seven herons cross the delta";
    public const string Other = "copper kettles sing at noon";

    public static async Task<TalentApp> StartAsync(
        string store = "sqlite", Action<WebApplicationBuilder>? adjust = null, string? address = null,
        TestClock? clock = null, string? dataFolder = null) => await TalentApp.StartAsync(
        new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["Talent:Store"] = store,
            ["Talent:Postgres"] = store == "postgres" ? await PostgresServer.CreateDatabaseAsync() : null,
            ["Talent:Address"] = address,
        },
        services: ["identity"], dataFolder, clock, builder =>
        {
            builder.Services.Configure<PasswordHasherOptions>(options => options.IterationCount = 1000);
            adjust?.Invoke(builder);
        });

    public static Uri Path(string path) => new($"/api/v1/identity{path}", UriKind.Relative);

    /// <summary>Registers, follows the link in the mail, is signed in.</summary>
    public static async Task<SessionAnswer> JoinAsync(
        this TalentApp app, string email, string role = "graduate", OrganisationInput? organisation = null)
    {
        using var client = app.ClientWith(null);
        using var registered = await client.PostAsJsonAsync(Path("/register"), new RegisterInput(
            email, Password, "Ada Example", "en", "Africa/Cairo", role, organisation));
        registered.StatusCode.ShouldBe(HttpStatusCode.Accepted, await registered.Content.ReadAsStringAsync());
        var token = TokenIn(await app.MailToAsync(email));
        return await client.AnswerAsync<SessionAnswer>("/verify", new VerifyInput(token));
    }

    public static Task<SessionAnswer> JoinAsEmployerAsync(this TalentApp app, string email) => app.JoinAsync(
        email, "employer", new OrganisationInput { Name = "Example Robotics", Country = "MY", Kind = "enterprise" });

    /// <summary>The mail that was sent last to an address, once it is there.</summary>
    public static Task<string> MailToAsync(this TalentApp app, string email, int number = 1) => Eventually.GetAsync(async () =>
    {
        var mails = new List<string>();
        var folder = Directory.CreateDirectory(System.IO.Path.Combine(app.DataFolder, "mail")).FullName;
        foreach (var file in Directory.GetFiles(folder, "*.eml").Order(StringComparer.Ordinal))
        {
            var text = await File.ReadAllTextAsync(file);
            if (text.Contains($"To: {email}", StringComparison.OrdinalIgnoreCase))
                mails.Add(text);
        }
        return mails.Count >= number ? mails[number - 1] : null;
    });

    public static string TokenIn(string mail) => LinkToken().Match(mail).Groups["token"].Value;

    public static HttpClient ClientWith(this TalentApp app, string? accessToken)
    {
        var client = new HttpClient(new SocketsHttpHandler { UseCookies = false }) { BaseAddress = app.Address };
        if (accessToken is not null)
            client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", accessToken);
        return client;
    }

    public static Task<HttpResponseMessage> SendAsync(this HttpClient client, string path, object body) =>
        client.PostAsJsonAsync(Path(path), body);

    public static async Task<T> AnswerAsync<T>(this HttpClient client, string path, object body)
    {
        using var answer = await client.SendAsync(path, body);
        answer.IsSuccessStatusCode.ShouldBeTrue($"{path}: {answer.StatusCode} {await answer.Content.ReadAsStringAsync()}");
        return (await answer.Content.ReadFromJsonAsync<T>())!;
    }

    public static async Task<(HttpStatusCode Status, string Code)> ProblemAsync(
        this HttpClient client, string path, object body)
    {
        using var answer = await client.SendAsync(path, body);
        return (answer.StatusCode, answer.IsSuccessStatusCode ? "" : (await ProblemDocument.ReadAsync(answer)).Code);
    }

    public static async Task<HttpStatusCode> StatusOfMeAsync(this HttpClient client)
    {
        using var answer = await client.GetAsync(Path("/me"));
        return answer.StatusCode;
    }

    [GeneratedRegex(@"[?]token=(?<token>[\w-]+)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex LinkToken();
}

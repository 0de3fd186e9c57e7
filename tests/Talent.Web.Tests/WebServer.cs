using System.Net.Http.Headers;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Talent.Contracts.Identity;
using Talent.Platform;
using Talent.Platform.Security;
using Talent.Testing;

namespace Talent.Web.Tests;

/// <summary>The web on the real platform and a real port; only the services behind it are canned.</summary>
public sealed class WebServer : IAsyncLifetime
{
    readonly string _folder = Directory.CreateTempSubdirectory("talent-web-").FullName;
    WebApplication? _app;

    public FakeServices Services { get; private set; } = null!;

    public string Address => _app!.Urls.First();

    public ValueTask InitializeAsync() => StartAsync(0);

    public async ValueTask StartAsync(int port)
    {
        Services = await FakeServices.StartAsync();
        var builder = WebApplication.CreateBuilder();
        builder.WebHost.UseUrls($"http://127.0.0.1:{port}");
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Talent:Data"] = _folder, ["Talent:RateLimit"] = "0", ["Talent:Services:jobs"] = Services.Address,
            ["Talent:Services:graduates"] = Services.Address, ["Talent:Services:matching"] = Services.Address,
            ["Talent:Services:identity"] = Services.Address, ["Talent:Services:placements"] = Services.Address,
            ["Talent:Services:notifications"] = Services.Address,
        });
        builder.AddTalentPlatform();
        builder.AddWeb();
        builder.Logging.ClearProviders();
        _app = builder.Build();
        _app.UseTalentPlatform();
        _app.MapWeb();
        await _app.StartAsync();
        Services.Identity.Token = Token(Roles.Employer);
    }

    public async ValueTask DisposeAsync()
    {
        if (_app is not null)
            await _app.DisposeAsync();
        await Services.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    public string Token(string role) => _app!.Services.GetRequiredService<AccessTokens>().Issue(
        new Caller(Guid.CreateVersion7(), role, "Ada Probe", "ada@example.com",
            role == Roles.Graduate ? null : Guid.CreateVersion7(), role == Roles.Graduate ? null : "Nordhavn Automation",
            role == Roles.Graduate ? null : MemberRoles.Owner),
        TimeSpan.FromHours(12));

    /// <summary>A browser without scripts; signed in when a role is given.</summary>
    public HttpClient Browser(string? role = null)
    {
        var http = new HttpClient(new CookieJar()) { BaseAddress = new Uri(Address) };
        http.DefaultRequestHeaders.Accept.ParseAdd("text/html");
        if (role is not null)
            http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", Token(role));
        return http;
    }
}

static class Reading
{
    static readonly HtmlParser Parser = new();

    public static async Task<IHtmlDocument> PageAsync(this HttpClient http, string path)
    {
        var response = await http.GetAsync(path);
        ((int)response.StatusCode).ShouldBe(200, path);
        return await response.PageAsync();
    }

    public static async Task<IHtmlDocument> PageAsync(this HttpResponseMessage response) =>
        Parser.ParseDocument(await response.Content.ReadAsStringAsync());

    /// <summary>Sends a form as a browser without scripts does: every field with what stands in it, changed as told.</summary>
    public static async Task<HttpResponseMessage> SubmitAsync(
        this HttpClient http, IElement form, params (string Name, string? Value)[] changes)
    {
        var fields = Fields(form).Where(field => changes.All(change => change.Name != field.Key))
            .Concat(changes.Where(change => change.Value is not null)
                .Select(change => KeyValuePair.Create(change.Name, change.Value!)));
        using var content = new FormUrlEncodedContent(fields);
        return await http.PostAsync(form.GetAttribute("action"), content);
    }

    public static IEnumerable<KeyValuePair<string, string>> Fields(IElement form)
    {
        foreach (var field in form.QuerySelectorAll("input[name], select[name], textarea[name]"))
        {
            var name = field.GetAttribute("name")!;
            if (field is IHtmlInputElement { Type: "checkbox" or "radio", IsChecked: false } or IHtmlInputElement { Type: "file" })
                continue;
            yield return KeyValuePair.Create(name, field switch
            {
                IHtmlSelectElement select => select.Value ?? "",
                IHtmlTextAreaElement area => area.Value,
                IHtmlInputElement input => input.Value,
                _ => "",
            });
        }
    }
}

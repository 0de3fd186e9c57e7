using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Talent.Contracts.Graduates;
using Talent.Contracts.Jobs;
using Talent.Contracts.Platform;

namespace Talent.Web.Tests;

/// <summary>The services that the pages ask, at the edge of the process: answers canned records, and remembers what it was sent.</summary>
public sealed class FakeServices : IAsyncDisposable
{
    readonly WebApplication _app;

    public List<(string Method, string Path, string? IfMatch, string Body)> Calls { get; } = [];

    /// <summary>What the next change answers instead of success; taken once.</summary>
    public IResult? Refusal { get; set; }

    public string ImportState { get; set; } = "running";

    public bool Empty { get; set; }

    /// <summary>True while matching does not know the profile yet.</summary>
    public bool OnItsWay { get; set; }

    public string Title { get; set; } = Samples.Title;

    FakeServices()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        _app = builder.Build();
        _app.Use(Remember);
        MapJobs();
        MapGraduates();
        MapMatching();
        Identity.Map(_app);
        Placements.Map(_app);
        Overview.Map(_app);
        FakeNotifications.Map(_app);
    }

    public FakeIdentity Identity { get; } = new();

    public FakePlacements Placements { get; } = new();
    public FakeOverview Overview { get; } = new();

    public string Address => _app.Urls.First();

    public static async Task<FakeServices> StartAsync()
    {
        var services = new FakeServices();
        await services._app.StartAsync();
        return services;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    async Task Remember(HttpContext http, RequestDelegate next)
    {
        http.Request.EnableBuffering();
        var body = await new StreamReader(http.Request.Body, leaveOpen: true).ReadToEndAsync();
        http.Request.Body.Position = 0;
        lock (Calls)
            Calls.Add((http.Request.Method, http.Request.Path + http.Request.QueryString,
                http.Request.Headers.IfMatch.ToString() is { Length: > 0 } tag ? tag : null, body));
        if (!HttpMethods.IsGet(http.Request.Method) && Refusal is { } refusal)
        {
            Refusal = null;
            await refusal.ExecuteAsync(http);
            return;
        }
        await next(http);
    }

    void MapJobs()
    {
        _app.MapGet("/api/v1/jobs", () => new Page<JobNeed>(Empty ? [] : Samples.Jobs, null));
        _app.MapPost("/api/v1/jobs", () => Results.Created("/", Samples.Job));
        _app.MapGet("/api/v1/jobs/{id:guid}", (Guid id) => id == Guid.Empty ? Results.NotFound()
            : Results.Ok((Samples.Jobs.FirstOrDefault(job => job.Id == id) ?? Samples.Job) with { Title = Title }));
        _app.MapPut("/api/v1/jobs/{id:guid}", () => Samples.Job);
        _app.MapPost("/api/v1/jobs/{id:guid}/{transition}", () => Samples.Job);
        _app.MapPost("/api/v1/jobs/imports", () => Results.Accepted(null, Samples.Import("queued")));
        _app.MapGet("/api/v1/jobs/imports/{id}", () => Samples.Import(ImportState));
        _app.MapGet("/api/v1/jobs/imports", () => new Page<ImportReport>(Empty ? [] : [Samples.Import("done")], null));
    }

    void MapGraduates()
    {
        _app.MapGet("/api/v1/graduates/me", () => Empty ? Results.NotFound() : Results.Ok(Samples.Graduate));
        _app.MapPut("/api/v1/graduates/me", () => Samples.Graduate);
        _app.MapPost("/api/v1/graduates/me/cv", () => Samples.Reading);
        _app.MapGet("/api/v1/graduates/cohorts", () => Empty ? [] : Samples.Cohorts);
        _app.MapGet("/api/v1/graduates", () => new Page<GraduateView>(Samples.Views, null));
        _app.MapPost("/api/v1/graduates/imports", () => Results.Accepted(null, Samples.Import("queued")));
        _app.MapGet("/api/v1/graduates/imports/{id}", () => Samples.Import(ImportState));
        _app.MapGet("/api/v1/graduates/imports", () => new Page<ImportReport>([], null));
    }

    void MapMatching()
    {
        _app.MapGet("/api/v1/matching/search/jobs", (string? q, string? country) => country == "ZZ"
            ? Results.Json(Samples.UnknownCountry, contentType: "application/problem+json", statusCode: 400)
            : Results.Ok(Samples.Found(q, country, Empty || q == "nothing", Title)));
        _app.MapGet("/api/v1/matching/jobs/{id:guid}/graduates", () => Empty ? Samples.NoGraduates : Samples.RankedGraduates);
        _app.MapGet("/api/v1/matching/graduates/me/jobs", () => OnItsWay ? Results.NotFound() : Results.Ok(Samples.RankedJobs));
        _app.MapGet("/api/v1/matching/cohorts", () => Samples.Standings);
    }
}

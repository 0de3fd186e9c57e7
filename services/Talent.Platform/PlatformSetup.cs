using System.IO.Compression;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Talent.Platform.Auditing;
using Talent.Platform.Http;
using Talent.Platform.Messaging;
using Talent.Platform.Operations;
using Talent.Platform.Security;
using Talent.Platform.Store;

namespace Talent.Platform;

/// <summary>What every process of the platform stands on. Call order: <see cref="AddTalentPlatform"/>, the services'
/// own <c>Add…</c>, <see cref="AddTalentBus"/>, build, <see cref="MigrateStoresAsync"/>,
/// <see cref="UseTalentPlatform"/>, the services' <c>Map…</c>, <see cref="MapTalentPlatform"/>.</summary>
public static class PlatformSetup
{
    public static void AddTalentPlatform(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<OutboxSignal>();
        services.TryAddSingleton<Migrator>();
        services.TryAddSingleton<ServiceAddresses>();
        services.TryAddSingleton<Audit>();
        services.TryAddSingleton<PublicAddress>();
        services.TryAddSingleton<StartNotices>();
        builder.AddSecurity();
        builder.AddTelemetry();
        builder.AddRateLimits();
        builder.AddApiDescription();
        services.AddHealthChecks();
        services.AddProblemDetails(options => options.CustomizeProblemDetails = CompleteProblem);
        services.AddExceptionHandler<BadRequests>();
        services.ConfigureHttpJsonOptions(options =>
        {
            options.SerializerOptions.DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull;
            options.SerializerOptions.MaxDepth = 16;
        });
        services.AddResponseCompression(options =>
        {
            options.EnableForHttps = true;
            options.MimeTypes = ResponseCompressionDefaults.MimeTypes.Concat(
                ["image/svg+xml", "application/problem+json", "application/ld+json"]);
        });
        services.Configure<BrotliCompressionProviderOptions>(options => options.Level = CompressionLevel.Fastest);
        services.Configure<ForwardedHeadersOptions>(options => BelieveProxies(options, builder.Configuration));
        // Else the framework answers a body that is no JSON with an empty 400, outside Development.
        services.Configure<RouteHandlerOptions>(options => options.ThrowOnBadRequest = true);
        services.Configure<RouteOptions>(options => options.LowercaseUrls = true);
    }

    /// <summary>Starts the bus with the consumers that the services registered.</summary>
    public static void AddTalentBus(this WebApplicationBuilder builder) => builder.AddBus();

    /// <summary>Brings every service's database up to date; returns when all are.</summary>
    public static Task MigrateStoresAsync(this WebApplication app, CancellationToken cancellationToken = default) =>
        app.Services.GetRequiredService<Migrator>().MigrateAllAsync(cancellationToken);

    public static void UseTalentPlatform(this WebApplication app)
    {
        app.UseForwardedHeaders();
        app.UseMiddleware<ReaderLanguage>();
        app.UseResponseCompression();
        app.UseExceptionHandler();
        app.UseMiddleware<SecurityHeaders>();
        app.UseWhen(IsApi, api => api.UseStatusCodePages(UnreadableParameters.AnswerAsync));
        // The names of our cookies promise browsers that they are secure; over plain HTTP browsers keep them for localhost.
        app.UseCookiePolicy(new CookiePolicyOptions { Secure = CookieSecurePolicy.Always });
        app.UseRouting();
        app.UseAuthentication();
        app.UseRateLimiter();
        app.UseMiddleware<CrossSiteGuard>();
        app.UseMiddleware<KeyScopeGuard>();
        app.UseAuthorization();
        app.UseBufferedBodiesForKeys();
    }

    public static void MapTalentPlatform(this WebApplication app)
    {
        app.MapHealth();
        app.MapDeadLetters();
        app.MapSignIn();
        app.MapOpenApi("/openapi/{documentName}.json").AllowAnonymous();
    }

    /// <summary>Proxies on this machine are believed, nginx and the web service being such, and the networks that
    /// <c>Talent:Proxies</c> names (<c>10.0.0.0/8, 192.168.1.7/32</c>); nobody else says where a call came from.</summary>
    static void BelieveProxies(ForwardedHeadersOptions options, IConfiguration configuration)
    {
        options.ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto
            | ForwardedHeaders.XForwardedHost;
        foreach (var network in (configuration["Talent:Proxies"] ?? "").Split(
            ',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
            options.KnownIPNetworks.Add(System.Net.IPNetwork.Parse(network));
    }

    static bool IsApi(HttpContext context) =>
        context.Request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase);

    static void CompleteProblem(ProblemDetailsContext context)
    {
        var problem = context.ProblemDetails;
        problem.Title = ProblemTexts.Title(problem.Status ?? context.HttpContext.Response.StatusCode);
        problem.Instance ??= context.HttpContext.Request.Path;
        if (problem.Type?.StartsWith("urn:talent:", StringComparison.Ordinal) != true)
            problem.Type = Problems.TypeOf(problem.Status ?? context.HttpContext.Response.StatusCode);
        problem.Extensions.TryAdd("traceId", System.Diagnostics.Activity.Current?.Id ?? context.HttpContext.TraceIdentifier);
    }
}

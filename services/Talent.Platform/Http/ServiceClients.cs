using System.Net.Http.Headers;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Talent.Platform.Security;

namespace Talent.Platform.Http;

/// <summary>Typed HTTP clients to other services. The address is the setting <c>Talent:Services:NAME</c>; without it,
/// this process's own address. The caller's bearer token, language, network address and browser travel along.</summary>
public static class ServiceClients
{
    /// <summary>Registers <typeparamref name="TClient"/>, whose constructor takes an <see cref="HttpClient"/>.</summary>
    /// <param name="service">The service's name: <c>identity</c>, <c>jobs</c>, <c>graduates</c>, <c>matching</c>.</param>
    public static void AddServiceClient<TClient>(this WebApplicationBuilder builder, string service)
        where TClient : class
    {
        builder.Services.TryAddTransient<ForwardCaller>();
        builder.AddAnonymousClient<TClient>(service).AddHttpMessageHandler<ForwardCaller>();
    }

    /// <summary>A client that proves nothing about the caller.</summary>
    internal static IHttpClientBuilder AddAnonymousClient<TClient>(this WebApplicationBuilder builder, string service)
        where TClient : class
    {
        builder.Services.TryAddTransient<ForwardOrigin>();
        builder.Services.TryAddSingleton<ServiceAddresses>();
        return builder.Services.AddHttpClient<TClient>((services, client) =>
            {
                client.BaseAddress = services.GetRequiredService<ServiceAddresses>().Of(service);
                client.Timeout = TimeSpan.FromSeconds(30);
            })
            .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler
            {
                UseCookies = false,
                AllowAutoRedirect = false,
                PooledConnectionLifetime = TimeSpan.FromMinutes(5),
            })
            .AddHttpMessageHandler<ForwardOrigin>();
    }

    /// <summary>Tells the service where the call came from in the first place: it counts, limits and lists by that.</summary>
    sealed class ForwardOrigin(IHttpContextAccessor accessor) : DelegatingHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(
            HttpRequestMessage request, CancellationToken cancellationToken)
        {
            if (accessor.HttpContext is { } context)
            {
                request.Headers.AcceptLanguage.Clear();
                request.Headers.AcceptLanguage.ParseAdd(
                    System.Globalization.CultureInfo.CurrentUICulture.TwoLetterISOLanguageName);
                if (context.Connection.RemoteIpAddress is { } address)
                    request.Headers.TryAddWithoutValidation("X-Forwarded-For", address.ToString());
                request.Headers.TryAddWithoutValidation("X-Forwarded-Proto", context.Request.Scheme);
                request.Headers.TryAddWithoutValidation("X-Forwarded-Host", context.Request.Host.Value);
                request.Headers.TryAddWithoutValidation("User-Agent", context.Request.Headers.UserAgent.ToString());
            }
            return base.SendAsync(request, cancellationToken);
        }
    }

    sealed class ForwardCaller(IHttpContextAccessor accessor) : DelegatingHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(
            HttpRequestMessage request, CancellationToken cancellationToken)
        {
            if (accessor.HttpContext is { } context && await TokenAsync(context) is { } token)
                request.Headers.Authorization ??= new AuthenticationHeaderValue("Bearer", token);
            return await base.SendAsync(request, cancellationToken);
        }

        static async Task<string?> TokenAsync(HttpContext context)
        {
            if (context.User.FindFirst(TalentClaims.AccessToken) is { } claim)
                return claim.Value;
            return await context.GetTokenAsync("access_token");
        }
    }
}

/// <summary>Where each service answers.</summary>
public sealed class ServiceAddresses(IConfiguration configuration, IServer server)
{
    /// <summary>The base address of a service.</summary>
    /// <exception cref="InvalidOperationException">No address is configured and this process does not listen yet.</exception>
    public Uri Of(string service) =>
        configuration[$"Talent:Services:{service}"] is { Length: > 0 } configured
            ? new Uri(configured)
            : Own() ?? throw new InvalidOperationException($"No address for the service {service}.");

    /// <summary>This process's own address; null before it listens.</summary>
    public Uri? Own()
    {
        var address = server.Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault();
        return address is null
            ? null
            : new Uri(address.Replace("//0.0.0.0", "//127.0.0.1", StringComparison.Ordinal)
                .Replace("//[::]", "//127.0.0.1", StringComparison.Ordinal)
                .Replace("//*", "//127.0.0.1", StringComparison.Ordinal));
    }
}

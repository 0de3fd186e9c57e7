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
/// this process's own address. The caller's bearer token, languages, network address and program travel along.</summary>
public static class ServiceClients
{
    /// <summary>Registers <typeparamref name="TClient"/>, whose constructor takes an <see cref="HttpClient"/>.</summary>
    /// <param name="service">The service's name: <c>jobs</c>, <c>graduates</c>, <c>matching</c>.</param>
    public static void AddServiceClient<TClient>(this WebApplicationBuilder builder, string service)
        where TClient : class
    {
        builder.Services.TryAddTransient<ForwardCaller>();
        builder.Services.TryAddSingleton<ServiceAddresses>();
        builder.Services.AddHttpClient<TClient>((services, client) =>
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
            .AddHttpMessageHandler<ForwardCaller>();
    }

    sealed class ForwardCaller(IHttpContextAccessor accessor) : DelegatingHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(
            HttpRequestMessage request, CancellationToken cancellationToken)
        {
            if (accessor.HttpContext is { } context)
            {
                if (await TokenAsync(context) is { } token)
                    request.Headers.Authorization ??= new AuthenticationHeaderValue("Bearer", token);
                // What the caller is limited by and what the audit trail names is the visitor, not the page.
                if (context.Connection.RemoteIpAddress is { } address)
                    request.Headers.TryAddWithoutValidation("X-Forwarded-For", address.ToString());
                if (context.Request.Headers.UserAgent is { Count: > 0 } agent)
                    request.Headers.TryAddWithoutValidation("User-Agent", agent.ToString());
                request.Headers.AcceptLanguage.Clear();
                request.Headers.AcceptLanguage.ParseAdd(
                    System.Globalization.CultureInfo.CurrentUICulture.TwoLetterISOLanguageName);
            }
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

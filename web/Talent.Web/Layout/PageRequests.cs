using System.Globalization;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Talent.Web.Clients;
using Talent.Web.Pages;

namespace Talent.Web.Layout;

/// <summary>Surrounds every request for a page, sign-in checks included: sets the culture from the address, and turns what
/// went wrong, here or in the service a page asked, into a page a person can read.</summary>
internal sealed partial class PageRequests(ILogger<PageRequests> log) : IStartupFilter
{
    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
    {
        app.Use(HandleAsync);
        next(app);
    };

    async Task HandleAsync(HttpContext http, RequestDelegate next)
    {
        var language = PageLanguage.OfPath(http.Request.Path.Value);
        if (language is null && !IsStrayPage(http.Request))
        {
            await next(http);
            return;
        }
        language ??= PageLanguage.Preferred(http.Request.Headers.AcceptLanguage);
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = language.Culture;
        await TryAsync(http, next);
        await ExplainAsync(http, language);
    }

    async Task TryAsync(HttpContext http, RequestDelegate next)
    {
        try
        {
            await next(http);
        }
        catch (Exception failure) when (!http.Response.HasStarted && !http.RequestAborted.IsCancellationRequested)
        {
            http.Response.Clear();
            http.Response.StatusCode = StatusOf(failure);
            if (http.Response.StatusCode >= 500)
                LogFailure(log, failure);
        }
    }

    static async Task ExplainAsync(HttpContext http, PageLanguage language)
    {
        var response = http.Response;
        if (response.HasStarted || response.StatusCode < 400 || response.ContentLength > 0
            || response.ContentType is not null)
            return;
        if (response.StatusCode == StatusCodes.Status401Unauthorized)
        {
            var wanted = HttpMethods.IsGet(http.Request.Method) ? http.Request.Path + http.Request.QueryString : "";
            response.Redirect($"/{language.Code}/sign-in?return={Uri.EscapeDataString(wanted)}");
            return;
        }
        await Page.Of<ErrorPage, int>(response.StatusCode, response.StatusCode).ExecuteAsync(http);
    }

    static int StatusOf(Exception failure) => failure switch
    {
        ApiException { Problem.Status: 401 or 403 or 404 or 429 } api => api.Problem.Status,
        ApiException or HttpRequestException => StatusCodes.Status503ServiceUnavailable,
        BadHttpRequestException bad => bad.StatusCode,
        AntiforgeryValidationException => StatusCodes.Status400BadRequest,
        _ => StatusCodes.Status500InternalServerError,
    };

    /// <summary>An address outside every language that a person may have typed: it gets the page for 404.</summary>
    static bool IsStrayPage(HttpRequest request) =>
        HttpMethods.IsGet(request.Method)
        && request.Headers.Accept.ToString().Contains("text/html", StringComparison.OrdinalIgnoreCase)
        && !request.Path.StartsWithSegments("/api") && !request.Path.StartsWithSegments("/health");

    [LoggerMessage(Level = LogLevel.Error, Message = "A page failed")]
    static partial void LogFailure(ILogger log, Exception failure);
}

using System.Globalization;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Talent.Platform.Texts;
using Talent.Web.Clients;

namespace Talent.Web.Layout;

/// <summary>Surrounds the pages: sets the culture that the address asks for, remembers it, and turns what a page could not
/// do into a status, which <see cref="ErrorPages"/> explains.</summary>
internal sealed partial class PageRequests(RequestDelegate next, ILogger<PageRequests> log)
{
    public async Task InvokeAsync(HttpContext http)
    {
        if (PageLanguage.OfPath(http.Request.Path.Value) is not { } language)
        {
            await next(http);
            return;
        }
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = language.Culture;
        Remember(http, language);
        if (HttpMethods.IsGet(http.Request.Method))
            http.RequestServices.GetRequiredService<WaitingNews>().Ask();
        try
        {
            await next(http);
        }
        catch (Exception failure) when (!http.Response.HasStarted && !http.RequestAborted.IsCancellationRequested)
        {
            http.Response.ContentType = null;
            http.Response.ContentLength = null;
            http.Response.StatusCode = StatusOf(failure);
            if (http.Response.StatusCode >= 500)
                LogFailure(log, failure);
        }
    }

    static void Remember(HttpContext http, PageLanguage language)
    {
        if (http.Request.Cookies[TextLanguage.Cookie] == language.Code)
            return;
        http.Response.Cookies.Append(TextLanguage.Cookie, language.Code, new CookieOptions
        {
            MaxAge = TimeSpan.FromDays(365), SameSite = SameSiteMode.Lax, HttpOnly = true, IsEssential = true,
            Secure = http.Request.IsHttps,
        });
    }

    static int StatusOf(Exception failure) => failure switch
    {
        ApiException { Problem.Status: 401 or 403 or 404 or 429 } api => api.Problem.Status,
        ApiException or HttpRequestException or TaskCanceledException => StatusCodes.Status503ServiceUnavailable,
        AntiforgeryValidationException { InnerException: BadHttpRequestException bad } => bad.StatusCode,
        AntiforgeryValidationException => StatusCodes.Status400BadRequest,
        BadHttpRequestException bad => bad.StatusCode,
        _ => StatusCodes.Status500InternalServerError,
    };

    [LoggerMessage(Level = LogLevel.Error, Message = "A page failed")]
    static partial void LogFailure(ILogger log, Exception failure);
}

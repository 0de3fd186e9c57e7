using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Talent.Platform.Security;
using Talent.Web.Clients;
using Talent.Web.Pages;

namespace Talent.Web.Layout;

/// <summary>Gives every refusal without a body, the sign-in check's included, a page that a person can read. It stands
/// outermost, because authorization and rate limits answer before any page is reached.</summary>
internal sealed class ErrorPages : IStartupFilter
{
    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
    {
        app.Use(ExplainAsync);
        next(app);
    };

    static async Task ExplainAsync(HttpContext http, RequestDelegate next)
    {
        await next(http);
        var language = PageLanguage.OfPath(http.Request.Path.Value);
        if (language is null && !IsStrayPage(http.Request))
            return;
        var response = http.Response;
        if (response.HasStarted || response.StatusCode < 400 || response.ContentType is not null)
            return;
        language ??= PageLanguage.Preferred(http.Request.Headers.AcceptLanguage);
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = language.Culture;
        if (response.StatusCode == StatusCodes.Status403Forbidden && Caller.From(http.User)?.Role == Roles.Pending)
            response.Redirect($"/{language.Code}{Onward.SecondFactor}{ApiCalls.Query(("next", Wanted(http.Request)))}");
        else if (response.StatusCode == StatusCodes.Status401Unauthorized)
            response.Redirect($"/{language.Code}/sign-in?from={Uri.EscapeDataString(http.Request.Path)}");
        else
            await Page.Of<ErrorPage, int>(response.StatusCode, response.StatusCode).ExecuteAsync(http);
    }

    // A form is not sent again by being led back to it.
    static string? Wanted(HttpRequest request) => HttpMethods.IsGet(request.Method)
        ? Onward.Local(request.Path + request.QueryString)
        : null;

    /// <summary>An address outside every language that a person may have typed.</summary>
    static bool IsStrayPage(HttpRequest request) =>
        HttpMethods.IsGet(request.Method)
        && request.Headers.Accept.ToString().Contains("text/html", StringComparison.OrdinalIgnoreCase)
        && !request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase) && !request.Path.StartsWithSegments("/health", StringComparison.Ordinal);
}

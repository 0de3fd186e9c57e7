using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;
using Talent.Platform.Texts;

namespace Talent.Platform.Http;

/// <summary>Answers in the reader's language: the one last read on the pages, which a browser tells by a cookie, else the
/// first known one of <c>Accept-Language</c>. It stands outermost, so that failures are worded in it too.</summary>
public sealed class ReaderLanguage(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext context)
    {
        var language = Of(context);
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = language.Culture;
        if (context.Request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase))
        {
            context.Response.Headers.ContentLanguage = language.Code;
            context.Response.Headers.Append(HeaderNames.Vary, HeaderNames.AcceptLanguage);
        }
        return next(context);
    }

    /// <summary>The language of whoever sent this request.</summary>
    public static TextLanguage Of(HttpContext context) =>
        TextLanguage.Find(context.Request.Cookies[TextLanguage.Cookie])
        ?? TextLanguage.Preferred(context.Request.Headers.AcceptLanguage);
}

using Microsoft.AspNetCore.Http;

namespace Talent.Platform.Http;

/// <summary>Headers that every answer carries. Nothing is loaded from another site, nothing inline runs, no other site
/// frames us, reads us or keeps a handle on our window.</summary>
sealed class SecurityHeaders(RequestDelegate next)
{
    // No nonce: a page has nothing inline that one could be for. Pictures as data: are the stylesheet's arrows and a QR code.
    const string ContentPolicy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; " +
        "connect-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    const string Permissions =
        "accelerometer=(), autoplay=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), hid=(), " +
        "magnetometer=(), microphone=(), midi=(), payment=(), serial=(), usb=(), " +
        "publickey-credentials-create=(self), publickey-credentials-get=(self)";

    const string HttpsForAYear = "max-age=31536000; includeSubDomains";

    public Task InvokeAsync(HttpContext context)
    {
        var (request, headers) = (context.Request, context.Response.Headers);
        headers.ContentSecurityPolicy = ContentPolicy;
        headers.XContentTypeOptions = "nosniff";
        headers.XFrameOptions = "DENY";
        // An address with a token in it is nobody's referrer, not even our own pages'.
        headers["Referrer-Policy"] =
            request.Query.ContainsKey("token") ? "no-referrer" : "strict-origin-when-cross-origin";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        headers["Permissions-Policy"] = Permissions;
        if (request.IsHttps)
            headers.StrictTransportSecurity = HttpsForAYear;
        return next(context);
    }
}

using System.Net;

namespace Talent.Hosting.Tests.Access;

/// <summary>How an endpoint or a page turns a caller away.</summary>
static class Refusal
{
    // Pages that send everybody on to where they belong.
    static readonly string[] Crossroads = ["/en/sign-in", "/en/home", "/en/welcome"];

    /// <summary>True when the caller was not let in; a page sends who is not signed in to the page for it.</summary>
    public static bool Is(HttpResponseMessage answer) =>
        answer.StatusCode is HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden
        || (answer.StatusCode is HttpStatusCode.Redirect
            && answer.Headers.Location?.ToString() is { } page
            && (page.StartsWith("/sign-in?from=", StringComparison.Ordinal) || IsForSecondFactor(answer, page)));

    // Who lacks the second factor is sent to the page where it is set up; that page itself comes back to itself.
    static bool IsForSecondFactor(HttpResponseMessage answer, string page) =>
        page.Contains("/account/second-factor", StringComparison.Ordinal)
        && answer.RequestMessage?.RequestUri?.AbsolutePath is { } from
        && !from.Contains("/account", StringComparison.Ordinal) && !Crossroads.Contains(from, StringComparer.Ordinal);
}

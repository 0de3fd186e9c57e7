using Microsoft.AspNetCore.Http;
using Talent.Platform.Security;

namespace Talent.Platform.Http;

/// <summary>Refuses changes, and connections to a hub, that a page of another site asks for with our cookie. Browsers state
/// the origin's relation in <c>Sec-Fetch-Site</c>, for websockets in <c>Origin</c>; the cookie is SameSite=Lax besides, and
/// the pages' own forms carry antiforgery tokens.</summary>
sealed class CrossSiteGuard(RequestDelegate next, PublicAddress address)
{
    public Task InvokeAsync(HttpContext context)
    {
        var request = context.Request;
        var safe = HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method)
            || HttpMethods.IsOptions(request.Method);
        var relation = request.Headers["Sec-Fetch-Site"].ToString();
        var foreign = relation is "cross-site" or "same-site";
        var allowed = HubToken.IsHub(context)
            ? !foreign && IsOurs(request.Headers.Origin.ToString(), request.Host)
            : safe || !foreign;
        return allowed || request.Headers.Authorization.Count > 0 || HubToken.Of(context) is not null
            ? next(context)
            : Problems.Of(StatusCodes.Status403Forbidden, "cross-site", ProblemTexts.Of("cross-site"))
                .ExecuteAsync(context);
    }

    bool IsOurs(string origin, HostString host) =>
        origin.Length == 0
        || (Uri.TryCreate(origin, UriKind.Absolute, out var uri)
            && (string.Equals(uri.Authority, host.Value, StringComparison.OrdinalIgnoreCase)
                || (address.Configured is { } own && Uri.Compare(
                    uri, own, UriComponents.SchemeAndServer, UriFormat.Unescaped, StringComparison.OrdinalIgnoreCase) == 0)));
}

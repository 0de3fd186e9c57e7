using Microsoft.AspNetCore.Http;

namespace Talent.Platform.Http;

/// <summary>Refuses changes that a page of another site asks for with our cookie. Browsers state the origin's relation
/// in <c>Sec-Fetch-Site</c>; the cookie is SameSite=Lax besides, and the pages' own forms carry antiforgery tokens.</summary>
sealed class CrossSiteGuard(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext context)
    {
        var request = context.Request;
        var safe = HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method)
            || HttpMethods.IsOptions(request.Method);
        var relation = request.Headers["Sec-Fetch-Site"].ToString();
        var foreign = relation is "cross-site" or "same-site";
        return safe || !foreign || request.Headers.Authorization.Count > 0
            ? next(context)
            : Problems.Of(StatusCodes.Status403Forbidden, "cross-site", ProblemTexts.Of("cross-site"))
                .ExecuteAsync(context);
    }
}

using Microsoft.AspNetCore.Http;
using Talent.Platform.Http;

namespace Talent.Platform.Security;

/// <summary>Keeps an API key to its scopes, whatever the endpoint says of callers, also where anyone may call: there
/// too an organisation's own eyes see more. <c>SERVICE:read</c> is for GET, <c>SERVICE:write</c> for all else; pages
/// and accounts are for people.</summary>
sealed class KeyScopeGuard(RequestDelegate next)
{
    const string Api = "/api/v1/";
    const string Own = Api + "identity/me";
    static readonly string[] Open = ["/health", "/openapi", "/.well-known"];

    public Task InvokeAsync(HttpContext context)
    {
        if (Caller.From(context.User)?.Scopes is not { } scopes)
            return next(context);
        var path = context.Request.Path;
        var reads = HttpMethods.IsGet(context.Request.Method) || HttpMethods.IsHead(context.Request.Method);
        if (reads && (path == Own || Open.Any(open => path.StartsWithSegments(open, StringComparison.OrdinalIgnoreCase))))
            return next(context);
        var needed = ScopeFor(path, reads);
        if (needed is not null && scopes.Contains(needed, StringComparer.Ordinal))
            return next(context);
        return Problems.Of(
            StatusCodes.Status403Forbidden, "scope-missing",
            needed is null
                ? ProblemTexts.Of("key-not-for-this")
                : ProblemTexts.Of("scope-missing", string.Join(", ", scopes), needed)).ExecuteAsync(context);
    }

    static string? ScopeFor(PathString path, bool reads)
    {
        var text = path.Value ?? "";
        if (!text.StartsWith(Api, StringComparison.OrdinalIgnoreCase))
            return null;
        var service = text[Api.Length..].Split('/')[0].ToLowerInvariant();
        return service is "jobs" or "graduates" or "matching" or "placements"
            ? $"{service}:{(reads ? "read" : "write")}"
            : null;
    }
}

using System.Text;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Talent.Testing;

namespace Talent.Hosting.Tests.Access;

/// <summary>Who may call which endpoint: each of the running application stands here. One table, and long for it.</summary>
static class AccessTable
{
    internal const string All = "anonymous employer graduate coordinator office pending";
    const string Acting = "employer graduate coordinator office";
    const string SignedIn = Acting + " pending";
    internal const string Id = "{id:guid}";
    const string Sample = "018f0000-0000-7000-8000-000000000001";

    /// <summary>Method, route pattern, who may call it. The pages follow rules of their own, below.</summary>
    static readonly (string Method, string Route, string Who)[] Api =
    [
        ("GET", "/api/v1/jobs/feed", All),
        ("GET", $"/api/v1/jobs/{Id}", All),
        ("GET", "/api/v1/jobs", "employer"),
        ("POST", "/api/v1/jobs", "employer"),
        ("PUT", $"/api/v1/jobs/{Id}", "employer"),
        ("POST", $"/api/v1/jobs/{Id}/publish", "employer"),
        ("POST", $"/api/v1/jobs/{Id}/pause", "employer"),
        ("POST", $"/api/v1/jobs/{Id}/close", "employer"),
        .. Imports("jobs", "employer"),
        ("GET", "/api/v1/graduates/me", "graduate"),
        ("PUT", "/api/v1/graduates/me", "graduate"),
        ("GET", "/api/v1/graduates/me/cv", "graduate"),
        ("POST", "/api/v1/graduates/me/cv", "graduate"),
        ("GET", $"/api/v1/graduates/{Id}", Acting),
        ("GET", "/api/v1/graduates", "coordinator"),
        ("GET", "/api/v1/graduates/cohorts", "coordinator"),
        .. Imports("graduates", "coordinator"),
        ("GET", "/api/v1/operations/dead-letters", "office"),
        ("POST", $"/api/v1/operations/dead-letters/{{service}}/{Id}/replay", "office"),
        ("GET", "/health/live", All),
        ("GET", "/health/ready", All),
        ("GET", "/openapi/{documentName}.json", All),
        ("GET", "/sign-in", All),
        ("POST", "/sign-out", All),
        .. Matching,
        .. Placements,
        .. Notifications,
        .. Organisations,
        .. Identity,
    ];

    static (string Method, string Route, string Who)[] Identity =>
    [
        ("POST", "/api/v1/identity/token", All),
        ("POST", "/api/v1/identity/token/refresh", All),
        ("POST", "/api/v1/identity/sessions", All),
        ("POST", "/api/v1/identity/sessions/access", All),
        ("POST", "/api/v1/identity/sessions/end", All),
        ("POST", "/api/v1/identity/passkeys/sign-in/options", All),
        ("POST", "/api/v1/identity/passkeys/sign-in", All),
        ("POST", "/api/v1/identity/register", All),
        ("POST", "/api/v1/identity/verify", All),
        ("POST", "/api/v1/identity/password/forgot", All),
        ("POST", "/api/v1/identity/password/reset", All),
        ("POST", "/api/v1/identity/set-up", All),
        ("GET", "/.well-known/jwks.json", All),
        ("GET", "/api/v1/identity/me", SignedIn),
        ("PUT", "/api/v1/identity/me", SignedIn),
        ("PUT", "/api/v1/identity/password", SignedIn),
        ("GET", "/api/v1/identity/sessions", SignedIn),
        ("DELETE", "/api/v1/identity/sessions", SignedIn),
        ("DELETE", $"/api/v1/identity/sessions/{Id}", SignedIn),
        ("POST", "/api/v1/identity/sessions/act", SignedIn),
        ("POST", "/api/v1/identity/second-factor", SignedIn),
        ("POST", "/api/v1/identity/second-factor/confirm", SignedIn),
        ("POST", "/api/v1/identity/second-factor/recovery-codes", SignedIn),
        ("DELETE", "/api/v1/identity/second-factor", SignedIn),
        ("POST", "/api/v1/identity/passkeys/options", SignedIn),
        ("POST", "/api/v1/identity/passkeys", SignedIn),
        ("GET", "/api/v1/identity/passkeys", SignedIn),
        ("DELETE", "/api/v1/identity/passkeys/{id}", SignedIn),
    ];

    static (string Method, string Route, string Who)[] Notifications =>
    [
        ("GET", "/api/v1/notifications", Acting),
        ("POST", "/api/v1/notifications/read", Acting),
        ("GET", "/api/v1/notifications/preferences", Acting),
        ("PUT", "/api/v1/notifications/preferences", Acting),
        ("GET", "/hubs/live", Acting),
        ("GET", "/hubs/live/negotiate", Acting),
    ];

    static (string Method, string Route, string Who)[] Matching =>
    [
        ("GET", "/api/v1/matching/concepts", All),
        ("GET", "/api/v1/matching/search/jobs", All),
        ("GET", "/api/v1/matching/search/graduates", "employer coordinator office"),
        ("GET", $"/api/v1/matching/jobs/{Id}/graduates", "employer"),
        ("GET", $"/api/v1/matching/graduates/{Id}/jobs", Acting),
        ("GET", "/api/v1/matching/graduates/me/jobs", "graduate"),
        ("GET", "/api/v1/matching/cohorts", "coordinator"),
    ];

    static (string Method, string Route, string Who)[] Placements
    {
        get
        {
            const string all = "/api/v1/placements";
            const string application = $"{all}/applications/{Id}";
            const string applying = "graduate coordinator";
            const string placing = "employer coordinator";
            return
            [
                ("GET", $"{all}/{Id}", Acting),
                ("POST", $"{all}/applications", applying),
                ("POST", $"{application}/advance", placing),
                ("POST", $"{application}/reject", "employer"),
                ("POST", $"{application}/withdraw", applying),
                ("POST", $"{application}/undo", "employer graduate coordinator"),
                ("POST", $"{application}/end", placing),
                ("POST", $"{application}/notes", "employer"),
                ("POST", $"{all}/applications/moves", "employer"),
                ("PUT", $"{all}/{Id}/permit", placing),
                ("POST", $"{all}/{Id}/follow-ups", applying),
                ("GET", all, Acting),
                ("GET", $"{all}/board", "coordinator office"),
                ("GET", $"{all}/export.csv", Acting),
                ("GET", $"{all}/export.xlsx", Acting),
                ("GET", $"{all}/today", Acting),
                ("GET", $"{all}/answering/{{organisation:guid}}", All),
                ("GET", $"{all}/consents", applying),
                ("POST", $"{all}/consents", applying),
                ("DELETE", $"{all}/consents/{Id}", applying),
                .. InterviewsAndOffers,
            ];
        }
    }

    static (string Method, string Route, string Who)[] InterviewsAndOffers
    {
        get
        {
            const string all = "/api/v1/placements";
            const string interview = $"{all}/interviews/{Id}";
            const string offer = $"{all}/offers/{Id}";
            const string sides = "employer graduate coordinator";
            return
            [
                ("POST", $"{all}/interviews", "employer"),
                ("GET", $"{all}/interviews/hours", "employer"),
                ("GET", interview, Acting),
                ("GET", $"{interview}.ics", Acting),
                ("POST", $"{interview}/book", "graduate coordinator"),
                ("POST", $"{interview}/move", sides),
                ("POST", $"{interview}/cancel", sides),
                ("PUT", $"{interview}/scorecard", "employer"),
                ("GET", $"{all}/calendar", sides),
                ("POST", $"{all}/calendar", sides),
                ("GET", $"{all}/calendar/{{secret}}.ics", All),
                ("POST", $"{all}/offers", "employer"),
                ("GET", $"{all}/offers/template", "employer"),
                ("GET", offer, Acting),
                ("POST", $"{offer}/accept", "graduate"),
                ("POST", $"{offer}/decline", "graduate"),
                ("POST", $"{offer}/withdraw", "employer"),
                ("GET", $"{all}/rates", Acting),
                ("PUT", $"{all}/rates", "office"),
            ];
        }
    }

    static (string Method, string Route, string Who)[] Organisations
    {
        get
        {
            const string members = "employer coordinator office";
            const string all = "/api/v1/identity/organisations";
            const string one = $"{all}/{Id}";
            return
            [
                ("POST", all, SignedIn),
                ("GET", all, "office"),
                ("POST", $"{one}/decide", "office"),
                ("GET", one, members),
                ("PUT", one, members),
                ("POST", $"{one}/submit", members),
                ("POST", $"{one}/documents", members),
                ("GET", $"{one}/documents/{{document:guid}}", members),
                ("DELETE", $"{one}/documents/{{document:guid}}", members),
                ("GET", $"{one}/members", members),
                ("PUT", $"{one}/members/{{account:guid}}", members),
                ("DELETE", $"{one}/members/{{account:guid}}", members),
                ("GET", $"{one}/invitations", members),
                ("POST", $"{one}/invitations", members),
                ("DELETE", $"{one}/invitations/{{invitation:guid}}", members),
                ("GET", $"{one}/audit", members),
                ("GET", $"{one}/audit.csv", members),
                ("POST", "/api/v1/identity/invitations/look", All),
                ("POST", "/api/v1/identity/invitations/accept", SignedIn),
                ("GET", "/api/v1/identity/invitations/mine", SignedIn),
                ("POST", "/api/v1/identity/invitations/{invitation:guid}/accept", SignedIn),
                ("POST", "/api/v1/identity/keys", members),
                ("GET", "/api/v1/identity/keys", members),
                ("DELETE", $"/api/v1/identity/keys/{Id}", members),
                ("POST", "/api/v1/identity/keys/resolve", All),
            ];
        }
    }

    static (string Method, string Route, string Who)[] Imports(string service, string who) =>
    [
        ("POST", $"/api/v1/{service}/imports", who),
        ("GET", $"/api/v1/{service}/imports", who),
        ("GET", $"/api/v1/{service}/imports/{Id}", who),
        ("GET", $"/api/v1/{service}/imports/{Id}/errors", who),
        ("GET", $"/api/v1/{service}/imports/template", who),
    ];

    internal static IEnumerable<(string Method, string Route, RouteEndpoint Endpoint)> Endpoints(TalentApp app) =>
        from endpoint in app.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
        let route = "/" + (endpoint.RoutePattern.RawText ?? "").Trim('/')
        from method in endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods ?? ["GET"]
        select (method, route, endpoint);

    internal static string? WhoMayCall(string method, string route)
    {
        foreach (var (known, pattern, who) in Api)
        {
            if (known == method && pattern == route)
                return who;
        }
        return PageRule(method, route);
    }

    /// <summary>Pages are reached by their area; what an area holds is for its role alone.</summary>
    static string? PageRule(string method, string route)
    {
        if (route.StartsWith("/api", StringComparison.Ordinal))
            return null;
        if (!route.StartsWith("/{lang:", StringComparison.Ordinal))
            return route == "/" || route.StartsWith("/assets/", StringComparison.Ordinal)
                || route.StartsWith("/{first:", StringComparison.Ordinal) ? All : null;
        var rest = route[(route.IndexOf(")$)}", StringComparison.Ordinal) + 4)..];
        return rest.Split('/') switch
        {
            ["", "employer", ..] => "employer",
            ["", "graduate", ..] => "graduate",
            ["", "coordinator", ..] => "coordinator",
            ["", "office", ..] => "office",
            ["", "organisation", ..] => "employer coordinator office",
            ["", "jobs", _, "apply"] => "graduate coordinator",
            ["", "today"] or ["", "placements", _, "offers", "{offer:guid}"] => Acting,
            ["", "placements", _] => method == "GET" ? Acting : "employer graduate coordinator",
            ["", "placements", _, "interviews" or "offers", ..] => "employer",
            ["", "calendar"] => "employer graduate coordinator",
            ["", "home" or "welcome" or "act" or "inbox" or "account" or "organisations", ..] => SignedIn,
            ["", "register" or "verify" or "forgot" or "reset" or "set-up", ..] => All,
            ["", "invitation"] => method == "GET" ? All : SignedIn,
            [""] or ["", ""] or ["", "jobs", ..] or ["", "sign-in" or "sign-out" or "theme", ..] => All,
            _ => null,
        };
    }

    // An endpoint that takes forms only is not even chosen for another body.
    internal static HttpContent BodyFor(string route) => route.EndsWith("/imports", StringComparison.Ordinal)
            || route.EndsWith("/documents", StringComparison.Ordinal) || route.EndsWith("/me/cv", StringComparison.Ordinal)
        ? new MultipartFormDataContent { { new StringContent(""), "none" } }
        : new StringContent("{}", Encoding.UTF8, "application/json");

    internal static Uri Filled(string route)
    {
        var lang = route.StartsWith("/{lang:", StringComparison.Ordinal) ? route.IndexOf(")$)}", StringComparison.Ordinal) + 4 : 0;
        var path = (lang > 0 ? "/en" + route[lang..] : route)
            .Replace(Id, Sample, StringComparison.Ordinal).Replace("{document:guid}", Sample, StringComparison.Ordinal)
            .Replace("{account:guid}", Sample, StringComparison.Ordinal)
            .Replace("{organisation:guid}", Sample, StringComparison.Ordinal)
            .Replace("{invitation:guid}", Sample, StringComparison.Ordinal).Replace("{service}", "jobs", StringComparison.Ordinal)
            .Replace("{interview:guid}", Sample, StringComparison.Ordinal).Replace("{offer:guid}", Sample, StringComparison.Ordinal)
            .Replace("{documentName}", "v1", StringComparison.Ordinal).Replace("{file}", "none.css", StringComparison.Ordinal)
            .Replace("{id}", "none", StringComparison.Ordinal).Replace("{secret}", "none", StringComparison.Ordinal).Replace("{name}", "none", StringComparison.Ordinal);
        return new Uri(path.StartsWith("/{first:", StringComparison.Ordinal) ? "/nowhere" : path, UriKind.Relative);
    }
}

using Microsoft.AspNetCore.Http;

namespace Talent.Platform.Security;

/// <summary>A browser's script cannot give a websocket a header: for the hubs alone, the token may stand in the address, as
/// <c>?access_token=</c>. Elsewhere it would end up in histories and be passed on.</summary>
static class HubToken
{
    public static bool IsHub(HttpContext context) =>
        context.Request.Path.StartsWithSegments("/hubs", StringComparison.OrdinalIgnoreCase);

    /// <summary>The token in the address of a hub; null without one, or when a header carries one.</summary>
    public static string? Of(HttpContext context) =>
        IsHub(context) && context.Request.Headers.Authorization.Count == 0
        && context.Request.Query["access_token"] is [{ Length: > 0 } token]
            ? token
            : null;
}

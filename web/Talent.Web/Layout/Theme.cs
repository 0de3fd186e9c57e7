using Microsoft.AspNetCore.Http;

namespace Talent.Web.Layout;

/// <summary>Light or dark: as the reader has chosen, remembered for a year; else as the reader's system says.</summary>
internal static class Theme
{
    public const string Cookie = "talent-theme";
    public const string System = "system";

    public static readonly IReadOnlyList<string> Choices = [System, "light", "dark"];

    /// <summary>The theme chosen; null: the system's.</summary>
    public static string? Of(HttpRequest request) => request.Cookies[Cookie] switch
    {
        "light" => "light",
        "dark" => "dark",
        _ => null,
    };

    public static async Task<IResult> PostAsync(HttpContext http, Visitor visitor, CancellationToken cancel)
    {
        var form = await http.Request.ReadFormAsync(cancel);
        var chosen = form["theme"].ToString();
        if (!Choices.Contains(chosen, StringComparer.Ordinal))
            return Results.BadRequest();
        if (chosen == System)
            http.Response.Cookies.Delete(Cookie);
        else
            http.Response.Cookies.Append(Cookie, chosen, new CookieOptions
            {
                MaxAge = TimeSpan.FromDays(365), SameSite = SameSiteMode.Lax, HttpOnly = true, IsEssential = true,
                Secure = http.Request.IsHttps,
            });
        return Results.LocalRedirect(Onward.Local(form["from"]) ?? visitor.Href(""));
    }
}

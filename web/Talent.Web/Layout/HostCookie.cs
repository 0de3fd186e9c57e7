using Microsoft.AspNetCore.Http;

namespace Talent.Web.Layout;

/// <summary>A cookie that only this host can set (<c>__Host-</c>): secure, for the whole site, for no subdomain. Browsers take
/// <c>http://localhost</c> for secure; antiforgery itself would insist on https.</summary>
internal sealed class HostCookie : CookieBuilder
{
    public HostCookie(string name) =>
        (Name, HttpOnly, SameSite, IsEssential) = ("__Host-" + name, true, SameSiteMode.Strict, true);

    public override CookieOptions Build(HttpContext context, DateTimeOffset expiresFrom)
    {
        var options = base.Build(context, expiresFrom);
        (options.Secure, options.Path, options.Domain) = (true, "/", null);
        return options;
    }
}

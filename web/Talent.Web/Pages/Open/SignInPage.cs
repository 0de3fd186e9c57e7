using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Http;
using Talent.Web.Layout;

namespace Talent.Web.Pages.Open;

/// <param name="Wanted">True when the reader was sent here from a page that only signed-in people see.</param>
public sealed record SignInModel(bool Wanted);

internal static class SignInPage
{
    public static IResult Get(HttpRequest request) =>
        Page.Of<SignIn, SignInModel>(new SignInModel(!string.IsNullOrEmpty(request.Query["from"])));

    public static async Task<IResult> PostOutAsync(HttpContext http, Visitor visitor)
    {
        await http.SignOutAsync(CookieAuthenticationDefaults.AuthenticationScheme);
        return Results.LocalRedirect(visitor.Href(""));
    }
}

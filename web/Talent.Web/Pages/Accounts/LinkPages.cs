using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Localization;
using Talent.Contracts.Identity;
using Talent.Platform.Security;
using Talent.Web.Clients;
using Talent.Web.Forms;
using Talent.Web.Layout;
using Talent.Web.Resources;

namespace Talent.Web.Pages.Accounts;

/// <param name="Token">Of the link that led here.</param>
public sealed record LinkModel(string? Token, FormState Form);

/// <summary>The pages that links in mails lead to. Opening one changes nothing, because mail programs open links by
/// themselves; its button does.</summary>
internal static class LinkPages
{
    public static IResult GetVerify(string? token) => Page.Of<Verify, LinkModel>(new LinkModel(token, new FormState(new FormValues())));

    public static async Task<IResult> PostVerifyAsync(HttpRequest request, IdentityClient identity, Visitor visitor, IStringLocalizer<Texts> texts, CancellationToken cancel)
    {
        var values = await FormValues.ReadAsync(request, cancel);
        var (answer, problem) = await identity.VerifyAsync(new VerifyInput(values["token"], WebSession.DeviceTokenOf(request.HttpContext)), cancel);
        if (answer is null)
            return Page.Of<Verify, LinkModel>(
                new LinkModel(null, new FormState(values, Used(problem!, texts))), problem!.Status);
        await WebSession.SignInAsync(request.HttpContext, answer);
        return Results.LocalRedirect(Onward.After(visitor, answer.Caller.Role, visitor.Href("/welcome")));
    }

    public static IResult GetForgot() => Page.Of<Forgot, FormState>(new FormState(new FormValues()));

    public static async Task<IResult> PostForgotAsync(
        HttpRequest request, IdentityClient identity, Visitor visitor, SignInWords words, CancellationToken cancel)
    {
        var values = await FormValues.ReadAsync(request, cancel);
        var problem = await identity.ForgotAsync(new ForgotInput(values["email"], visitor.Language.Code), cancel);
        if (problem is null)
            return Results.LocalRedirect(visitor.Href("/forgot/sent"));
        if (problem.Status == StatusCodes.Status429TooManyRequests)
            problem = ApiProblem.Saying(problem.Status, words.Wait(problem));
        return Page.Of<Forgot, FormState>(new FormState(values, problem), problem.Status);
    }

    public static IResult GetForgotSent() => Page.Of<MailSent, string>("Forgot_sent");

    public static IResult GetReset(string? token) => Page.Of<Reset, LinkModel>(new LinkModel(token, new FormState(new FormValues())));

    public static async Task<IResult> PostResetAsync(HttpRequest request, IdentityClient identity, Visitor visitor, IStringLocalizer<Texts> texts, CancellationToken cancel)
    {
        var values = await FormValues.ReadAsync(request, cancel);
        var problem = await identity.ResetAsync(new ResetInput(values["token"], values["newPassword"]), cancel);
        if (problem is not null)
            return Page.Of<Reset, LinkModel>(new LinkModel(values["token"],
                new FormState(values, problem.Errors.ContainsKey("newPassword") ? problem : Used(problem, texts))), problem.Status);
        await request.HttpContext.SignOutAsync(CookieAuthenticationDefaults.AuthenticationScheme);
        return Results.LocalRedirect(visitor.Href("/sign-in?done=reset"));
    }

    public static IResult GetSetUp(string? token) => Page.Of<SetUp, LinkModel>(new LinkModel(token, new FormState(new FormValues())));

    public static async Task<IResult> PostSetUpAsync(HttpRequest request, IdentityClient identity, Visitor visitor, IStringLocalizer<Texts> texts, CancellationToken cancel)
    {
        var form = await FormValues.ReadAsync(request, cancel);
        var (answer, problem) = await identity.SetUpAsync(new SetUpInput(form["token"], form["email"], form["password"],
            form["name"], visitor.Language.Code, AccountZones.Or(form["zone"]), form["officeName"], form["country"]), cancel);
        if (answer is null)
            return Page.Of<SetUp, LinkModel>(new LinkModel(form["token"],
                new FormState(form, problem!.Errors.Count > 0 ? problem : Used(problem, texts))), problem.Status);
        await WebSession.SignInAsync(request.HttpContext, answer);
        return Results.LocalRedirect(Onward.After(visitor, answer.Caller.Role, null));
    }

    static ApiProblem Used(ApiProblem problem, IStringLocalizer<Texts> texts) => problem.Status == StatusCodes.Status429TooManyRequests
        ? ApiProblem.Saying(problem.Status, texts["Error_429_text"])
        : ApiProblem.Saying(StatusCodes.Status409Conflict, texts["Link_used"]);
}

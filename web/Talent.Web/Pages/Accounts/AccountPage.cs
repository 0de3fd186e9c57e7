using Microsoft.AspNetCore.Http;
using Talent.Contracts.Identity;
using Talent.Platform.Security;
using Talent.Web.Clients;
using Talent.Web.Forms;
using Talent.Web.Layout;

namespace Talent.Web.Pages.Accounts;

/// <param name="Details">Name, language and zone.</param>
/// <param name="Password">The form that changes it.</param>
/// <param name="Done">What has just been done: <c>details</c> or <c>password</c>; null: nothing.</param>
public sealed record AccountModel(Me Me, FormState Details, FormState Password, string? Done = null);

internal static class AccountPage
{
    public static async Task<IResult> GetAsync(string? done, IdentityClient identity, CancellationToken cancel)
    {
        var me = await identity.MeAsync(cancel);
        return Show(new AccountModel(me, Fill(me), Empty, done is "details" or "password" ? done : null));
    }

    public static async Task<IResult> PostAsync(
        HttpRequest request, IdentityClient identity, Visitor visitor, CancellationToken cancel)
    {
        var values = await FormValues.ReadAsync(request, cancel);
        var input = new MeInput(values["name"], values["language"], values["zone"]);
        var problem = await identity.ChangeMeAsync(input, cancel);
        if (problem is not null)
            return Show(new AccountModel(await identity.MeAsync(cancel), new FormState(values, problem), Empty), problem.Status);
        await WebSession.RenewAsync(request.HttpContext);
        var language = PageLanguage.Find(input.Language) ?? visitor.Language;
        return Results.LocalRedirect($"/{language.Code}/account?done=details");
    }

    public static async Task<IResult> PostPasswordAsync(
        HttpRequest request, IdentityClient identity, Visitor visitor, SignInWords words, CancellationToken cancel)
    {
        var values = await FormValues.ReadAsync(request, cancel);
        var problem = await identity.ChangePasswordAsync(new PasswordInput(values["current"], values["new"]), cancel);
        if (problem is null)
            return Results.LocalRedirect(visitor.Href("/account?done=password"));
        if (problem.Status == StatusCodes.Status429TooManyRequests)
            problem = ApiProblem.Saying(problem.Status, words.Wait(problem));
        var me = await identity.MeAsync(cancel);
        return Show(new AccountModel(me, Fill(me), new FormState(values, problem)), problem.Status);
    }

    static FormState Empty => new(new FormValues());

    static FormState Fill(Me me) =>
        new(new FormValues { ["name"] = me.Name, ["language"] = me.Language, ["zone"] = me.Zone });

    static IResult Show(AccountModel model, int status = StatusCodes.Status200OK) =>
        Page.Of<Account, AccountModel>(model, status);
}

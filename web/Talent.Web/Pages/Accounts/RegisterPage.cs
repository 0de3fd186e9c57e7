using Microsoft.AspNetCore.Http;
using Talent.Contracts.Identity;
using Talent.Platform.Security;
using Talent.Web.Clients;
using Talent.Web.Forms;
using Talent.Web.Layout;

namespace Talent.Web.Pages.Accounts;

/// <param name="As">Who registers: <c>graduate</c>, <c>employer</c> or <c>coordinator</c>; null: not chosen yet.</param>
public sealed record RegisterModel(string? As, FormState Form);

internal static class RegisterPage
{
    /// <summary>Who may register by themselves.</summary>
    public static readonly IReadOnlyList<string> Kinds = [Roles.Graduate, Roles.Employer, Roles.Coordinator];

    public static IResult Get([Microsoft.AspNetCore.Mvc.FromQuery(Name = "as")] string? kind, string? email) =>
        Show(kind, new FormState(new FormValues { ["email"] = email }));

    public static async Task<IResult> PostAsync(
        HttpRequest request, IdentityClient identity, Visitor visitor, SignInWords words, CancellationToken cancel)
    {
        var values = await FormValues.ReadAsync(request, cancel);
        var problem = await identity.RegisterAsync(Read(values, visitor.Language.Code), cancel);
        if (problem is null)
            return Results.LocalRedirect(visitor.Href("/register/sent"));
        if (problem.Status == StatusCodes.Status429TooManyRequests)
            problem = ApiProblem.Saying(problem.Status, words.Wait(problem));
        return Show(values["as"], new FormState(values, problem));
    }

    public static IResult GetSent() => Page.Of<MailSent, string>("Register_sent");

    static IResult Show(string? kind, FormState form) => Page.Of<Register, RegisterModel>(
        new RegisterModel(Kinds.Contains(kind, StringComparer.Ordinal) ? kind : null, form), form.Problem?.Status ?? StatusCodes.Status200OK);

    static RegisterInput Read(FormValues form, string language)
    {
        var kind = form["as"];
        var organisation = kind is Roles.Employer or Roles.Coordinator && form["invited"] is null
            ? new OrganisationInput
            {
                Name = form["organisation.name"],
                Kind = kind == Roles.Employer ? OrganisationKinds.Enterprise : OrganisationKinds.College,
                Country = form["organisation.country"],
                RegistrationNumber = form["organisation.registrationNumber"],
            }
            : null;
        return new RegisterInput(form["email"], form["password"], form["name"], language, AccountZones.Or(form["zone"]), kind,
            organisation);
    }
}

using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Localization;
using Talent.Contracts.Identity;
using Talent.Platform.Security;
using Talent.Web.Clients;
using Talent.Web.Forms;
using Talent.Web.Layout;
using Talent.Web.Resources;

namespace Talent.Web.Pages.Organisations;

/// <param name="Done">What has just been done, one of <see cref="OrganisationPage.Doings"/>; null: nothing.</param>
/// <param name="Refusal">Why papers or the submission were refused.</param>
public sealed record OrganisationModel(
    OrganisationView Organisation, FormState Form, string? Done = null, ApiProblem? Refusal = null);

internal static class OrganisationPage
{
    public static readonly IReadOnlyList<string> Doings =
        ["saved", "document-added", "document-removed", "submitted", "joined", "created"];

    public static async Task<IResult> GetAsync(
        string? done, OrganisationsClient organisations, Caller caller, CancellationToken cancel)
    {
        var organisation = await organisations.GetAsync(caller.Organisation, cancel);
        return Show(new OrganisationModel(organisation, Fill(organisation), Doings.Contains(done, StringComparer.Ordinal) ? done : null));
    }

    public static async Task<IResult> PostAsync(HttpRequest request, OrganisationsClient organisations, Caller caller,
        Visitor visitor, CancellationToken cancel)
    {
        var values = await FormValues.ReadAsync(request, cancel);
        var (changed, problem) = await organisations.ChangeAsync(
            caller.Organisation, Read(values, values["kind"]), values.Number("version") ?? 0, cancel);
        if (changed is null)
            return Show(new OrganisationModel(
                await organisations.GetAsync(caller.Organisation, cancel), new FormState(values, problem)));
        await WebSession.RenewAsync(request.HttpContext);
        return Done(visitor, "saved");
    }

    public static async Task<IResult> PostDocumentAsync(HttpRequest request, OrganisationsClient organisations,
        Caller caller, Visitor visitor, IStringLocalizer<Texts> texts, CancellationToken cancel)
    {
        var file = (await request.ReadFormAsync(cancel)).Files.GetFile("file");
        var problem = file is null or { Length: 0 }
            ? ApiProblem.Of(StatusCodes.Status400BadRequest, ("file", texts["Import_file_missing"]))
            : await organisations.AddDocumentAsync(caller.Organisation, file, cancel);
        return await AfterAsync(problem, "document-added", organisations, caller, visitor, cancel);
    }

    public static async Task<IResult> PostRemoveDocumentAsync(HttpRequest request, OrganisationsClient organisations,
        Caller caller, Visitor visitor, CancellationToken cancel)
    {
        var values = await FormValues.ReadAsync(request, cancel);
        if (!Guid.TryParse(values["id"], out var document))
            return Results.BadRequest();
        var problem = await organisations.RemoveDocumentAsync(caller.Organisation, document, cancel);
        return await AfterAsync(problem, "document-removed", organisations, caller, visitor, cancel);
    }

    public static async Task<IResult> PostSubmitAsync(
        OrganisationsClient organisations, Caller caller, Visitor visitor, CancellationToken cancel) =>
        await AfterAsync(await organisations.SubmitAsync(caller.Organisation, cancel), "submitted", organisations, caller,
            visitor, cancel);

    public static IResult GetNew() => Page.Of<NewOrganisation, FormState>(new FormState(new FormValues()));

    public static async Task<IResult> PostNewAsync(HttpRequest request, OrganisationsClient organisations,
        IdentityClient identity, Visitor visitor, CancellationToken cancel)
    {
        var values = await FormValues.ReadAsync(request, cancel);
        var (made, problem) = await organisations.CreateAsync(Read(values, values["kind"]), cancel);
        if (made is null)
            return Page.Of<NewOrganisation, FormState>(new FormState(values, problem), problem!.Status);
        await identity.ActAsync(new ActInput(made.Id), cancel);
        await WebSession.RenewAsync(request.HttpContext);
        return Results.LocalRedirect(visitor.Href("/welcome"));
    }

    static async Task<IResult> AfterAsync(ApiProblem? problem, string done, OrganisationsClient organisations, Caller caller,
        Visitor visitor, CancellationToken cancel)
    {
        if (problem is null)
            return Done(visitor, done);
        var organisation = await organisations.GetAsync(caller.Organisation, cancel);
        return Show(new OrganisationModel(organisation, Fill(organisation), Refusal: problem));
    }

    static IResult Done(Visitor visitor, string done) => Results.LocalRedirect(visitor.Href($"/organisation?done={done}"));

    static RazorComponentResult<Organisation> Show(OrganisationModel model) => Page.Of<Organisation, OrganisationModel>(
        model, (model.Refusal ?? model.Form.Problem)?.Status ?? StatusCodes.Status200OK);

    static FormState Fill(OrganisationView organisation) => new(new FormValues
    {
        ["name"] = organisation.Name, ["country"] = organisation.Country, ["website"] = organisation.Website,
        ["registrationNumber"] = organisation.RegistrationNumber,
    });

    static OrganisationInput Read(FormValues form, string? kind) => new()
    {
        Name = form["name"], Kind = kind, Country = form["country"], Website = form["website"],
        RegistrationNumber = form["registrationNumber"],
    };
}

using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Talent.Identity.Domain;
using Talent.Platform.Http;
using Talent.Platform.Intake;
using Talent.Platform.Texts;

namespace Talent.Identity.Features.Organisations;

static class OrganisationErrors
{
    public static ProblemHttpResult Unknown() => Problems.NotFound("organisation");

    public static ProblemHttpResult UnknownDocument() => Problems.NotFound("document");

    public static ProblemHttpResult OwnersOnly() => Problems.Of(
        StatusCodes.Status403Forbidden, "owners-only", OrganisationTexts.Of("owners-only"));

    public static ProblemHttpResult TooManyOrganisations(int most) => Problems.Conflict(
        "too-many-organisations", OrganisationTexts.Of("too-many-organisations", most));

    public static ProblemHttpResult TooManyDocuments() => Problems.Conflict(
        "too-many-documents", OrganisationTexts.Of("too-many-documents", Paper.Most));

    public static ProblemHttpResult DocumentsInUse(string state) => Problems.Conflict(
        "documents-in-use", OrganisationTexts.Of("documents-in-use", OrganisationTexts.State(state)));

    public static ProblemHttpResult TooLarge() => Problems.Of(
        StatusCodes.Status413PayloadTooLarge, "file-too-large",
        OrganisationTexts.Of("file-too-large", Paper.LargestSize / 1024 / 1024));

    public static ProblemHttpResult WrongState(string from, string wanted, IReadOnlyList<string> possible) => Problems.Conflict(
        "wrong-state", OrganisationTexts.Of("wrong-state", OrganisationTexts.State(from), OrganisationTexts.State(wanted),
            string.Join(TextLanguage.Current.ListSeparator, possible.Select(OrganisationTexts.State))));

    public static ProblemHttpResult OwnCase() => Problems.Conflict(
        "own-organisation", OrganisationTexts.Of("own-organisation"));

    public static ProblemHttpResult Invalid(IReadOnlyList<RowError> errors) => Problems.Invalid([.. errors.Select(Field)]);

    static FieldProblem Field(RowError error) => new(
        JsonPath(error.Column ?? ""), error.Code, IntakeMessages.Render(error, CultureInfo.CurrentUICulture));

    /// <summary><c>$.registrationNumber</c> for <c>registration_number</c>.</summary>
    static string JsonPath(string column)
    {
        var words = column.Split('_');
        return "$." + words[0] + string.Concat(words.Skip(1).Select(word => char.ToUpperInvariant(word[0]) + word[1..]));
    }
}

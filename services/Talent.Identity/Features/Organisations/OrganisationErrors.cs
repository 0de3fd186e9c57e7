using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Talent.Identity.Domain;
using Talent.Platform.Http;
using Talent.Platform.Intake;

namespace Talent.Identity.Features.Organisations;

static class OrganisationErrors
{
    public static ProblemHttpResult Unknown() => Problems.NotFound("organisation");

    public static ProblemHttpResult UnknownDocument() => Problems.NotFound("document");

    public static ProblemHttpResult OwnersOnly() => Problems.Of(
        StatusCodes.Status403Forbidden, "owners-only", "This is for the owner of the organisation; ask one of them.");

    public static ProblemHttpResult TooManyOrganisations(int most) => Problems.Conflict(
        "too-many-organisations", $"You own {most} organisations that are not verified; let the office look at those first.");

    public static ProblemHttpResult TooManyDocuments() => Problems.Conflict(
        "too-many-documents", $"An organisation has at most {Paper.Most} documents; remove one first.");

    public static ProblemHttpResult DocumentsInUse(string state) => Problems.Conflict(
        "documents-in-use", $"The organisation is {state}; what the office looks at stays.");

    public static ProblemHttpResult TooLarge() => Problems.Of(
        StatusCodes.Status413PayloadTooLarge, "file-too-large",
        $"The file is too large; at most {Paper.LargestSize / 1024 / 1024} MB are taken.");

    public static ProblemHttpResult WrongState(string from, string wanted, IReadOnlyList<string> possible) => Problems.Conflict(
        "wrong-state", $"The organisation is {from}; only {string.Join(" or ", possible)} ones can become {wanted}.");

    public static ProblemHttpResult OwnCase() => Problems.Conflict(
        "own-organisation", "You are a member of this organisation; somebody else of the office has to decide.");

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

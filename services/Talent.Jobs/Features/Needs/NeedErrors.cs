using System.Globalization;
using Microsoft.AspNetCore.Http.HttpResults;
using Talent.Jobs.Domain;
using Talent.Platform.Http;
using Talent.Platform.Intake;

namespace Talent.Jobs.Features.Needs;

static class NeedErrors
{
    public static ProblemHttpResult Unknown() => Problems.NotFound("job-need");

    public static ProblemHttpResult Forbidden(TransitionError error) => Problems.Conflict(error.Code, error.Message);

    public static ProblemHttpResult DuplicateExternalId(string externalId) => Problems.Conflict(
        "duplicate-external-id", JobsTexts.Of("duplicate-external-id", externalId));

    public static ProblemHttpResult Invalid(IReadOnlyList<RowError> errors) => Problems.Invalid([.. errors.Select(error =>
        new FieldProblem(
            JobColumns.JsonPath(error.Column), error.Code, IntakeMessages.Render(error, CultureInfo.CurrentUICulture)))]);
}

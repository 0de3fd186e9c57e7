using System.Globalization;
using Microsoft.AspNetCore.Http.HttpResults;
using Talent.Platform.Http;
using Talent.Platform.Intake;

namespace Talent.Graduates.Features.Profiles;

static class ProfileErrors
{
    public static ProblemHttpResult Unknown() => Problems.NotFound("graduate");

    public static ProblemHttpResult NoProfileYet() => Problems.NotFound("profile");

    public static ProblemHttpResult Invalid(IReadOnlyList<RowError> errors) => Problems.Invalid([.. errors.Select(error =>
        new FieldProblem(
            GraduateColumns.JsonPath(error.Column), error.Code,
            IntakeMessages.Render(error, CultureInfo.CurrentUICulture)))]);
}

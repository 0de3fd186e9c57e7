using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Talent.Identity.Texts;
using Talent.Platform.Http;

namespace Talent.Identity.Features.Accounts;

static class AccountErrors
{
    public static ProblemHttpResult LinkEnded() => Problems.Of(
        StatusCodes.Status410Gone, "link-ended", IdentityTexts.Format("Link_ended"));

    public static ProblemHttpResult WrongPassword(string path) => Problems.Invalid(
        new FieldProblem(path, "wrong-password", IdentityTexts.Format("Wrong_credentials")));

    public static ProblemHttpResult WrongCode() => Problems.Invalid(
        new FieldProblem("$.code", "wrong-code", IdentityTexts.Format("Wrong_code")));

    public static ProblemHttpResult NoMember() => Problems.Of(
        StatusCodes.Status404NotFound, "no-member", IdentityTexts.Format("No_member"));
}

using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Talent.Contracts.Identity;
using Talent.Identity.Texts;
using Talent.Platform.Http;

namespace Talent.Identity.SigningIn;

static class SignInErrors
{
    const string SecondFactor = "second-factor-required";
    const int LongestPassword = 256;

    public static ProblemHttpResult Wrong() => Unauthorized("wrong-credentials", "Wrong_credentials");

    public static ProblemHttpResult WrongCode() => Unauthorized("wrong-code", "Wrong_code");

    public static ProblemHttpResult SecondFactorRequired() => Unauthorized(SecondFactor, "Second_factor_required");

    public static ProblemHttpResult SessionEnded() => Unauthorized("session-ended", "Session_ended");

    public static ProblemHttpResult PasskeyRefused() => Unauthorized("passkey-refused", "Passkey_refused");

    public static bool AsksForSecondFactor(ProblemHttpResult problem) =>
        problem.ProblemDetails.Type?.EndsWith(SecondFactor, StringComparison.Ordinal) == true;

    public static ProblemHttpResult TooMany(TimeSpan wait)
    {
        var seconds = (int)Math.Ceiling(wait.TotalSeconds);
        return Problems.Of(
            StatusCodes.Status429TooManyRequests, "too-many-attempts",
            IdentityTexts.Format("Too_many_attempts", (int)Math.Ceiling(wait.TotalMinutes)),
            new Dictionary<string, object?>(StringComparer.Ordinal) { ["retryAfter"] = seconds });
    }

    public static ProblemHttpResult Missing(string path) =>
        Problems.Invalid(new FieldProblem(path, "missing", IdentityTexts.Format("Missing")));

    public static ProblemHttpResult? Missing(SignInInput input)
    {
        var wrong = new List<FieldProblem>();
        Check("$.email", input.Email, Emails.Longest);
        Check("$.password", input.Password, LongestPassword);
        return wrong.Count == 0 ? null : Problems.Invalid(wrong);

        void Check(string path, string? value, int longest)
        {
            if (string.IsNullOrEmpty(value))
                wrong.Add(new FieldProblem(path, "missing", IdentityTexts.Format("Missing")));
            else if (value.Length > longest)
                wrong.Add(new FieldProblem(path, "too-long", IdentityTexts.Format(
                    "Too_long", longest.ToString(CultureInfo.InvariantCulture))));
        }
    }

    static ProblemHttpResult Unauthorized(string code, string text) =>
        Problems.Of(StatusCodes.Status401Unauthorized, code, IdentityTexts.Format(text));
}

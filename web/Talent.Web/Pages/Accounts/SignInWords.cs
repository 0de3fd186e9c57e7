using Microsoft.Extensions.Localization;
using Talent.Web.Clients;
using Talent.Web.Layout;
using Talent.Web.Resources;

namespace Talent.Web.Pages.Accounts;

/// <summary>Why a sign-in was refused, in words that tell nobody whether an address has an account.</summary>
internal sealed class SignInWords(IStringLocalizer<Texts> texts, Formats formats)
{
    public string Expired => texts["SignIn_expired"];

    /// <param name="isSecond">True when the password was right and the code is what failed.</param>
    public ApiProblem Of(ApiProblem problem, bool isSecond) => problem.Status switch
    {
        429 => ApiProblem.Saying(429, Wait(problem)),
        _ => ApiProblem.Saying(401, texts[isSecond ? "SignIn_wrong_code" : "SignIn_wrong"]),
    };

    public ApiProblem OfPasskey(ApiProblem problem) =>
        problem.Status == 429 ? Of(problem, false) : ApiProblem.Saying(401, texts["SignIn_wrong_passkey"]);

    /// <summary>A code of the authenticator app that was not taken, said at its field.</summary>
    public ApiProblem OfCode(ApiProblem problem) => problem.Status == 429
        ? Of(problem, true)
        : ApiProblem.Of(400, ("code", texts["SignIn_wrong_code"]));

    /// <summary>How long to wait, for anything that is asked too often.</summary>
    public string Wait(ApiProblem problem) => formats.Count("SignIn_wait",
        Math.Max(1, (int)Math.Ceiling((problem.RetryAfter ?? TimeSpan.FromMinutes(15)).TotalMinutes)));
}

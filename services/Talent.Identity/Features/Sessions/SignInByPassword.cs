using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Talent.Contracts.Identity;
using Talent.Identity.SigningIn;

namespace Talent.Identity.Features.Sessions;

/// <summary><c>POST /identity/token</c> for programs, <c>POST /identity/sessions</c> for the pages.</summary>
static class SignInByPassword
{
    public static async Task<Results<Ok<TokenAnswer>, ProblemHttpResult>> Token(
        SignInInput input, PasswordCheck check, SessionStarter sessions, CancellationToken cancellationToken)
    {
        var outcome = await check.CheckAsync(input, cancellationToken);
        return outcome.Account is { } account
            ? TypedResults.Ok(await sessions.BeginTokensAsync(account, outcome.SecondFactor, cancellationToken))
            : outcome.Problem!;
    }

    public static async Task<Results<Ok<SessionAnswer>, ProblemHttpResult>> Session(
        SignInInput input, PasswordCheck check, SessionStarter sessions, CancellationToken cancellationToken)
    {
        var outcome = await check.CheckAsync(input, cancellationToken);
        return outcome.Account is { } account
            ? TypedResults.Ok(
                await sessions.BeginAsync(account, outcome.SecondFactor, input.DeviceToken, cancellationToken))
            : outcome.Problem!;
    }
}

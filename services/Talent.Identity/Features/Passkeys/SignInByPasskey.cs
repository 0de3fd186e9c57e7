using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Talent.Contracts.Identity;
using Talent.Identity.Data;
using Talent.Identity.Domain;
using Talent.Identity.SigningIn;

namespace Talent.Identity.Features.Passkeys;

/// <summary><c>POST /identity/passkeys/sign-in/options</c> and <c>POST /identity/passkeys/sign-in</c>. The options name no
/// account and no credential: the device offers what it has, and nobody learns which addresses have passkeys.</summary>
static class SignInByPasskey
{
    const string SigningIn = "sign-in";

    public static async Task<Ok<PasskeyOptions>> Options(
        IPasskeyHandler<Account> passkeys, PasskeyStates states, HttpContext http)
    {
        var made = await passkeys.MakeRequestOptionsAsync(null, http);
        return TypedResults.Ok(new PasskeyOptions(
            JsonElement.Parse(made.RequestOptionsJson), states.Wrap(SigningIn, made.AssertionState ?? "")));
    }

    public static async Task<Results<Ok<SessionAnswer>, ProblemHttpResult>> Handle(
        PasskeySignInInput input, IPasskeyHandler<Account> passkeys, IUserStore<Account> store, PasskeyStates states,
        SessionStarter sessions, Throttle throttle, IdentityDb db, HttpContext http, TimeProvider clock,
        CancellationToken cancellationToken)
    {
        if (input.State is null || input.Credential is not { } credential)
            return SignInErrors.Missing(input.State is null ? "$.state" : "$.credential");
        var key = $"network:{throttle.Network}";
        if (await throttle.TakeAsync(key, PasswordCheck.MostFailuresOfNetwork, Throttle.Window, cancellationToken) is { } wait)
            return SignInErrors.TooMany(wait);
        if (states.Unwrap(SigningIn, input.State) is not { } state)
            return SignInErrors.PasskeyRefused();
        var result = await passkeys.PerformAssertionAsync(new PasskeyAssertionContext
        {
            HttpContext = http, CredentialJson = credential.GetRawText(), AssertionState = state,
        });
        if (!result.Succeeded)
            return SignInErrors.PasskeyRefused();
        await throttle.GiveBackAsync(key, cancellationToken);
        await ((IUserPasskeyStore<Account>)store).AddOrUpdatePasskeyAsync(result.User, result.Passkey, cancellationToken);
        var used = await db.Passkeys.SingleAsync(
            one => one.CredentialId == result.Passkey.CredentialId, cancellationToken);
        used.LastUsedAt = clock.GetUtcNow();
        return TypedResults.Ok(await sessions.BeginAsync(
            result.User, result.Passkey.IsUserVerified, input.DeviceToken, cancellationToken));
    }
}

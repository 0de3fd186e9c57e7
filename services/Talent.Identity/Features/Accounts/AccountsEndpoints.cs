using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Talent.Identity.Features.Passkeys;
using Talent.Identity.Features.SecondFactors;
using Talent.Identity.Features.Sessions;
using Talent.Identity.SigningIn;
using Talent.Platform.Security;

namespace Talent.Identity.Features.Accounts;

static class AccountsEndpoints
{
    public static void MapAccounts(this IEndpointRouteBuilder routes)
    {
        var identity = routes.MapGroup("/api/v1/identity").WithTags("identity").AddEndpointFilter(NoStoreAsync);
        MapOpen(identity.MapGroup("").AllowAnonymous());
        var own = identity.MapGroup("").RequireAuthorization(Policies.SignedIn).AddEndpointFilter(CurrentPerson.FilterAsync);
        MapAccount(own);
        MapSessions(own.MapGroup("/sessions"));
        MapSecondFactor(own.MapGroup("/second-factor"));
        MapPasskeys(own.MapGroup("/passkeys"));
        routes.MapGet("/.well-known/jwks.json", GetKeys).AllowAnonymous().ExcludeFromDescription();
    }

    static void MapOpen(RouteGroupBuilder open)
    {
        open.MapPost("/token", SignInByPassword.Token)
            .WithName("CreateToken").WithSummary("Signs a program in");
        open.MapPost("/token/refresh", RefreshAccess.Handle)
            .WithName("RefreshToken").WithSummary("The next access token; each refresh token is good once");
        open.MapPost("/sessions", SignInByPassword.Session)
            .WithName("CreateSession").WithSummary("Signs a person in to the pages");
        open.MapPost("/sessions/access", SessionAccesses.Access)
            .WithName("GetSessionAccess").WithSummary("A session's next access token");
        open.MapPost("/sessions/end", SessionAccesses.End)
            .WithName("EndSession").WithSummary("Signs out, by the session's secret");
        open.MapPost("/passkeys/sign-in/options", SignInByPasskey.Options)
            .WithName("BeginPasskeySignIn").WithSummary("What a browser is to be asked for a passkey");
        open.MapPost("/passkeys/sign-in", SignInByPasskey.Handle)
            .WithName("SignInByPasskey").WithSummary("Signs a person in to the pages with a passkey");
        open.MapPost("/register", Register.Handle)
            .WithName("Register").WithSummary("Asks for an account; a mail with a link follows");
        open.MapPost("/verify", Verify.Handle)
            .WithName("VerifyAddress").WithSummary("Takes the link in the mail; makes the account and signs in");
        open.MapPost("/password/forgot", ForgotPassword.Handle)
            .WithName("ForgotPassword").WithSummary("Asks for a link to set a new password");
        open.MapPost("/password/reset", ResetPassword.Handle)
            .WithName("ResetPassword").WithSummary("Sets a new password with the link in the mail");
        open.MapPost("/set-up", SetUp.Handle)
            .WithName("SetUp").WithSummary("Makes the first programme office, with the link that the start prints");
    }

    static void MapAccount(RouteGroupBuilder own)
    {
        own.MapGet("/me", MyAccount.Get).WithName("GetMe").WithSummary("The own account");
        own.MapPut("/me", MyAccount.Put).WithName("ChangeMe").WithSummary("Name, language and time zone");
        own.MapPut("/password", ChangePassword.Handle)
            .WithName("ChangePassword").WithSummary("Sets another password; ends the other sessions");
    }

    static void MapSessions(RouteGroupBuilder sessions)
    {
        sessions.MapGet("", MySessions.List).WithName("GetSessions").WithSummary("Where one is signed in");
        sessions.MapDelete("/{id:guid}", MySessions.End).WithName("EndOneSession").WithSummary("Signs out there");
        sessions.MapDelete("", MySessions.EndAll).WithName("EndSessions").WithSummary("Signs out everywhere");
        sessions.MapPost("/act", MySessions.Act)
            .WithName("Act").WithSummary("Chooses the organisation that the session acts for");
    }

    static void MapSecondFactor(RouteGroupBuilder factor)
    {
        factor.MapPost("", MySecondFactor.Begin)
            .WithName("BeginSecondFactor").WithSummary("A secret for an authenticator app");
        factor.MapPost("/confirm", MySecondFactor.Confirm)
            .WithName("ConfirmSecondFactor").WithSummary("Takes it into use; gives recovery codes");
        factor.MapPost("/recovery-codes", MySecondFactor.Renew)
            .WithName("RenewRecoveryCodes").WithSummary("Fresh recovery codes in place of the old ones");
        factor.MapDelete("", MySecondFactor.Remove)
            .WithName("RemoveSecondFactor").WithSummary("Signs in with the password alone from now on");
    }

    static void MapPasskeys(RouteGroupBuilder passkeys)
    {
        passkeys.MapPost("/options", MyPasskeys.Options)
            .WithName("BeginPasskey").WithSummary("What a browser is to be asked for a new passkey");
        passkeys.MapPost("", MyPasskeys.Add).WithName("AddPasskey").WithSummary("Keeps a new passkey");
        passkeys.MapGet("", MyPasskeys.List).WithName("GetPasskeys").WithSummary("The own passkeys");
        passkeys.MapDelete("/{id}", MyPasskeys.Remove).WithName("RemovePasskey").WithSummary("Forgets a passkey");
    }

    static IResult GetKeys(PublishedKeys keys, HttpResponse response)
    {
        response.Headers.CacheControl = "public, max-age=300";
        return keys.ReadSet() is { } set ? Results.Text(set, "application/jwk-set+json") : Results.NotFound();
    }

    /// <summary>Tokens and secrets are in these answers: nobody on the way keeps them.</summary>
    static ValueTask<object?> NoStoreAsync(EndpointFilterInvocationContext call, EndpointFilterDelegate next)
    {
        call.HttpContext.Response.Headers.CacheControl = "no-store";
        return next(call);
    }
}

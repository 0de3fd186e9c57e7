using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Talent.Platform.Security;

namespace Talent.Web.Pages.Accounts;

/// <summary>Getting an account, getting in, and what a person keeps about the own account.</summary>
internal static class AccountRoutes
{
    public static void MapAccounts(this RouteGroupBuilder pages)
    {
        MapOpen(pages.MapGroup("").AllowAnonymous());
        // A pending person comes here too: it is where the second factor is set up.
        var own = pages.MapGroup("").RequireAuthorization(Policies.SignedIn);
        own.MapGet("/home", RolePages.GetHome);
        own.MapGet("/welcome", RolePages.GetWelcome);
        own.MapGet("/act", RolePages.GetActAsync);
        own.MapPost("/act", RolePages.PostActAsync);
        own.MapGet("/inbox", InboxPage.GetAsync);
        own.MapPost("/inbox/read", InboxPage.PostReadAsync);
        own.MapPost("/inbox/invitation", InboxPage.PostInvitationAsync);
        MapAccount(own.MapGroup("/account"));
    }

    static void MapOpen(RouteGroupBuilder pages)
    {
        pages.MapGet("/sign-in", SignInPage.Get);
        pages.MapPost("/sign-in", SignInPage.PostAsync);
        pages.MapPost("/sign-in/passkey", SignInPage.PostPasskeyAsync);
        pages.MapPost("/sign-out", SignInPage.PostOutAsync);
        pages.MapGet("/register", RegisterPage.Get);
        pages.MapPost("/register", RegisterPage.PostAsync);
        pages.MapGet("/register/sent", RegisterPage.GetSent);
        pages.MapGet("/verify", LinkPages.GetVerify);
        pages.MapPost("/verify", LinkPages.PostVerifyAsync);
        pages.MapGet("/forgot", LinkPages.GetForgot);
        pages.MapPost("/forgot", LinkPages.PostForgotAsync);
        pages.MapGet("/forgot/sent", LinkPages.GetForgotSent);
        pages.MapGet("/reset", LinkPages.GetReset);
        pages.MapPost("/reset", LinkPages.PostResetAsync);
        pages.MapGet("/set-up", LinkPages.GetSetUp);
        pages.MapPost("/set-up", LinkPages.PostSetUpAsync);
    }

    static void MapAccount(RouteGroupBuilder pages)
    {
        pages.MapGet("", AccountPage.GetAsync);
        pages.MapPost("", AccountPage.PostAsync);
        pages.MapPost("/password", AccountPage.PostPasswordAsync);
        pages.MapGet("/notifications", NotificationsPage.GetAsync);
        pages.MapPost("/notifications", NotificationsPage.PostAsync);
        pages.MapGet("/security", SecurityPage.GetAsync);
        pages.MapPost("/passkeys", SecurityPage.PostPasskeyAsync);
        pages.MapPost("/passkeys/remove", SecurityPage.PostRemovePasskeyAsync);
        pages.MapPost("/sessions/end", SecurityPage.PostEndSessionAsync);
        pages.MapPost("/sessions/end-all", SecurityPage.PostEndSessionsAsync);
        pages.MapGet("/second-factor", SecondFactorPage.GetAsync);
        pages.MapPost("/second-factor", SecondFactorPage.PostAsync);
        pages.MapPost("/second-factor/remove", SecondFactorPage.PostRemoveAsync);
        pages.MapGet("/recovery-codes", SecondFactorPage.GetRecoveryCodes);
        pages.MapPost("/recovery-codes", SecondFactorPage.PostRecoveryCodesAsync);
    }
}

using Talent.Contracts.Identity;

namespace Talent.Web.Clients;

/// <summary>Accounts: signing in, and what a person keeps about the own account.</summary>
internal sealed class IdentityClient(HttpClient http)
{
    const string Root = "/api/v1/identity";

    public Task<ApiResult<SessionAnswer>> SignInAsync(SignInInput input, CancellationToken cancel) =>
        http.AskAsync<SessionAnswer>($"{Root}/sessions", ApiCalls.Json(input), cancel);

    public Task<ApiResult<SessionAnswer>> SignInByPasskeyAsync(PasskeySignInInput input, CancellationToken cancel) =>
        http.AskAsync<SessionAnswer>($"{Root}/passkeys/sign-in", ApiCalls.Json(input), cancel);

    public Task<ApiResult<SessionAnswer>> VerifyAsync(VerifyInput input, CancellationToken cancel) =>
        http.AskAsync<SessionAnswer>($"{Root}/verify", ApiCalls.Json(input), cancel);

    public Task<ApiResult<SessionAnswer>> SetUpAsync(SetUpInput input, CancellationToken cancel) =>
        http.AskAsync<SessionAnswer>($"{Root}/set-up", ApiCalls.Json(input), cancel);

    public Task<ApiProblem?> RegisterAsync(RegisterInput input, CancellationToken cancel) =>
        http.DoAsync(HttpMethod.Post, $"{Root}/register", ApiCalls.Json(input), cancel);

    public Task<ApiProblem?> ForgotAsync(ForgotInput input, CancellationToken cancel) =>
        http.DoAsync(HttpMethod.Post, $"{Root}/password/forgot", ApiCalls.Json(input), cancel);

    public Task<ApiProblem?> ResetAsync(ResetInput input, CancellationToken cancel) =>
        http.DoAsync(HttpMethod.Post, $"{Root}/password/reset", ApiCalls.Json(input), cancel);

    public Task<Me> MeAsync(CancellationToken cancel) => http.GetAsync<Me>($"{Root}/me", cancel);

    public Task<ApiProblem?> ChangeMeAsync(MeInput input, CancellationToken cancel) =>
        http.DoAsync(HttpMethod.Put, $"{Root}/me", ApiCalls.Json(input), cancel);

    public Task<ApiProblem?> ChangePasswordAsync(PasswordInput input, CancellationToken cancel) =>
        http.DoAsync(HttpMethod.Put, $"{Root}/password", ApiCalls.Json(input), cancel);

    public async Task<SecondFactorStart> BeginSecondFactorAsync(CancellationToken cancel) =>
        (await http.CallAsync<SecondFactorStart>(HttpMethod.Post, $"{Root}/second-factor", null, null, cancel)).Required;

    public Task<ApiResult<RecoveryCodes>> ConfirmSecondFactorAsync(CodeInput input, CancellationToken cancel) =>
        http.AskAsync<RecoveryCodes>($"{Root}/second-factor/confirm", ApiCalls.Json(input), cancel);

    public Task<ApiProblem?> RemoveSecondFactorAsync(CodeInput input, CancellationToken cancel) =>
        http.DoAsync(HttpMethod.Delete, $"{Root}/second-factor", ApiCalls.Json(input), cancel);

    public Task<ApiResult<RecoveryCodes>> NewRecoveryCodesAsync(CodeInput input, CancellationToken cancel) =>
        http.AskAsync<RecoveryCodes>($"{Root}/second-factor/recovery-codes", ApiCalls.Json(input), cancel);

    public Task<IReadOnlyList<PasskeyInfo>> PasskeysAsync(CancellationToken cancel) =>
        http.GetAsync<IReadOnlyList<PasskeyInfo>>($"{Root}/passkeys", cancel);

    public Task<ApiProblem?> AddPasskeyAsync(PasskeyInput input, CancellationToken cancel) =>
        http.DoAsync(HttpMethod.Post, $"{Root}/passkeys", ApiCalls.Json(input), cancel);

    public Task<ApiProblem?> RemovePasskeyAsync(string id, CancellationToken cancel) =>
        http.DoAsync(HttpMethod.Delete, $"{Root}/passkeys/{Uri.EscapeDataString(id)}", null, cancel);

    public Task<IReadOnlyList<SessionInfo>> SessionsAsync(CancellationToken cancel) =>
        http.GetAsync<IReadOnlyList<SessionInfo>>($"{Root}/sessions", cancel);

    public Task<ApiProblem?> EndSessionAsync(Guid id, CancellationToken cancel) =>
        http.DoAsync(HttpMethod.Delete, $"{Root}/sessions/{id}", null, cancel);

    /// <summary>Signs out everywhere, here included.</summary>
    public Task<ApiProblem?> EndSessionsAsync(CancellationToken cancel) =>
        http.DoAsync(HttpMethod.Delete, $"{Root}/sessions", null, cancel);

    public Task<ApiProblem?> ActAsync(ActInput input, CancellationToken cancel) =>
        http.DoAsync(HttpMethod.Post, $"{Root}/sessions/act", ApiCalls.Json(input), cancel);

    /// <summary>Who the session speaks for now.</summary>
    public Task<ApiResult<SessionAccess>> AccessAsync(SessionInput input, CancellationToken cancel) =>
        http.AskAsync<SessionAccess>($"{Root}/sessions/access", ApiCalls.Json(input), cancel);

    public Task<ApiProblem?> EndAsync(SessionInput input, CancellationToken cancel) =>
        http.DoAsync(HttpMethod.Post, $"{Root}/sessions/end", ApiCalls.Json(input), cancel);
}

using System.Net.Http.Headers;
using Microsoft.AspNetCore.Http;
using Talent.Contracts.Identity;
using Talent.Contracts.Platform;

namespace Talent.Web.Clients;

/// <summary>Organisations: what they say of themselves, their people, keys and trail; what the office decides.</summary>
internal sealed class OrganisationsClient(HttpClient http)
{
    const string Root = "/api/v1/identity";

    public Task<OrganisationView> GetAsync(Guid id, CancellationToken cancel) =>
        http.GetAsync<OrganisationView>(Of(id), cancel);

    public Task<ApiResult<OrganisationView>> CreateAsync(OrganisationInput input, CancellationToken cancel) =>
        http.CallAsync<OrganisationView>(HttpMethod.Post, $"{Root}/organisations", ApiCalls.Json(input), null, cancel);

    /// <param name="version">The version the change was made on.</param>
    public Task<ApiResult<OrganisationView>> ChangeAsync(
        Guid id, OrganisationInput input, int version, CancellationToken cancel) =>
        http.CallAsync<OrganisationView>(HttpMethod.Put, Of(id), ApiCalls.Json(input), version, cancel);

    public async Task<ApiProblem?> AddDocumentAsync(Guid id, IFormFile file, CancellationToken cancel)
    {
        await using var stream = file.OpenReadStream();
        using var form = new MultipartFormDataContent();
        using var content = new StreamContent(stream);
        if (MediaTypeHeaderValue.TryParse(file.ContentType, out var type))
            content.Headers.ContentType = type;
        form.Add(content, "file", file.FileName);
        return await http.DoAsync(HttpMethod.Post, $"{Of(id)}/documents", form, cancel);
    }

    public Task<ApiProblem?> RemoveDocumentAsync(Guid id, Guid document, CancellationToken cancel) =>
        http.DoAsync(HttpMethod.Delete, $"{Of(id)}/documents/{document}", null, cancel);

    public Task<ApiProblem?> SubmitAsync(Guid id, CancellationToken cancel) =>
        http.DoAsync(HttpMethod.Post, $"{Of(id)}/submit", null, cancel);

    public Task<ApiProblem?> DecideAsync(Guid id, OrganisationDecision decision, CancellationToken cancel) =>
        http.DoAsync(HttpMethod.Post, $"{Of(id)}/decide", ApiCalls.Json(decision), cancel);

    /// <summary>Those in a state, who have waited longest first; for the office.</summary>
    public Task<Page<OrganisationSummary>> InStateAsync(string state, string? after, CancellationToken cancel) =>
        http.GetAsync<Page<OrganisationSummary>>(
            $"{Root}/organisations" + ApiCalls.Query(("state", state), ("after", after)), cancel);

    public Task<IReadOnlyList<Member>> MembersAsync(Guid id, CancellationToken cancel) =>
        http.GetAsync<IReadOnlyList<Member>>($"{Of(id)}/members", cancel);

    public Task<ApiProblem?> ChangeMemberAsync(Guid id, Guid account, MemberRoleInput input, CancellationToken cancel) =>
        http.DoAsync(HttpMethod.Put, $"{Of(id)}/members/{account}", ApiCalls.Json(input), cancel);

    public Task<ApiProblem?> RemoveMemberAsync(Guid id, Guid account, CancellationToken cancel) =>
        http.DoAsync(HttpMethod.Delete, $"{Of(id)}/members/{account}", null, cancel);

    public Task<IReadOnlyList<Invitation>> InvitationsAsync(Guid id, CancellationToken cancel) =>
        http.GetAsync<IReadOnlyList<Invitation>>($"{Of(id)}/invitations", cancel);

    public Task<ApiProblem?> InviteAsync(Guid id, InvitationInput input, CancellationToken cancel) =>
        http.DoAsync(HttpMethod.Post, $"{Of(id)}/invitations", ApiCalls.Json(input), cancel);

    public Task<ApiProblem?> WithdrawAsync(Guid id, Guid invitation, CancellationToken cancel) =>
        http.DoAsync(HttpMethod.Delete, $"{Of(id)}/invitations/{invitation}", null, cancel);

    public Task<ApiResult<InvitationOffer>> LookAtInvitationAsync(InvitationToken token, CancellationToken cancel) =>
        http.AskAsync<InvitationOffer>($"{Root}/invitations/look", ApiCalls.Json(token), cancel);

    public Task<ApiResult<MembershipInfo>> AcceptAsync(InvitationToken token, CancellationToken cancel) =>
        http.AskAsync<MembershipInfo>($"{Root}/invitations/accept", ApiCalls.Json(token), cancel);

    /// <summary>Those that wait for the reader.</summary>
    public Task<IReadOnlyList<OwnInvitation>> OwnInvitationsAsync(CancellationToken cancel) =>
        http.GetAsync<IReadOnlyList<OwnInvitation>>($"{Root}/invitations/mine", cancel);

    public Task<ApiResult<MembershipInfo>> AcceptOwnAsync(Guid invitation, CancellationToken cancel) =>
        http.AskAsync<MembershipInfo>($"{Root}/invitations/{invitation}/accept", null, cancel);

    public Task<IReadOnlyList<ApiKey>> KeysAsync(CancellationToken cancel) =>
        http.GetAsync<IReadOnlyList<ApiKey>>($"{Root}/keys", cancel);

    public Task<ApiResult<NewApiKey>> CreateKeyAsync(ApiKeyInput input, CancellationToken cancel) =>
        http.AskAsync<NewApiKey>($"{Root}/keys", ApiCalls.Json(input), cancel);

    public Task<ApiProblem?> RevokeKeyAsync(Guid key, CancellationToken cancel) =>
        http.DoAsync(HttpMethod.Delete, $"{Root}/keys/{key}", null, cancel);

    public Task<Page<AuditEntry>> AuditAsync(Guid id, string? after, CancellationToken cancel) =>
        http.GetAsync<Page<AuditEntry>>($"{Of(id)}/audit" + ApiCalls.Query(("limit", "50"), ("after", after)), cancel);

    /// <summary>Where a browser fetches a paper of an organisation.</summary>
    public static string DocumentAddress(Guid id, Guid document) => $"{Of(id)}/documents/{document}";

    /// <summary>Where a browser fetches the trail as a table.</summary>
    public static string AuditTableAddress(Guid id) => $"{Of(id)}/audit.csv";

    static string Of(Guid id) => $"{Root}/organisations/{id}";
}

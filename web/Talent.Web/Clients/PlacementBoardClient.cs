using Talent.Contracts.Placements;
using Talent.Contracts.Platform;

namespace Talent.Web.Clients;

/// <summary>Placements in numbers and lists, who waits for whom, and consents.</summary>
internal sealed class PlacementBoardClient(HttpClient http)
{
    const string Root = "/api/v1/placements";

    /// <summary>The signed-in college's numbers; for the office everybody's. A problem when the country is unknown.</summary>
    public Task<ApiResult<PlacementBoard>> BoardAsync(string? programme, string? country, CancellationToken cancel) =>
        http.CallAsync<PlacementBoard>(HttpMethod.Get,
            $"{Root}/board" + ApiCalls.Query(("programme", programme), ("country", country)), null, null, cancel);

    public Task<ApiResult<PlacementPage>> ListAsync(OverseenQuery query, CancellationToken cancel) =>
        http.CallAsync<PlacementPage>(HttpMethod.Get, $"{Root}/" + ApiCalls.Query(query.Values()), null, null, cancel);

    public Task<IReadOnlyList<TodayItem>> TodayAsync(CancellationToken cancel) =>
        http.GetAsync<IReadOnlyList<TodayItem>>($"{Root}/today", cancel);

    /// <summary>The signed-in graduate's consents, or those that the college was given; newest first.</summary>
    /// <param name="cohort">Those of one cohort's graduates alone; null: all.</param>
    public Task<Page<Consent>> ConsentsAsync(string? cohort, string? after, CancellationToken cancel) =>
        http.GetAsync<Page<Consent>>(
            $"{Root}/consents" + ApiCalls.Query(("cohort", cohort), ("limit", "100"), ("after", after)), cancel);

    public Task<ApiResult<Consent>> RecordConsentAsync(ConsentInput input, CancellationToken cancel) =>
        http.AskAsync<Consent>($"{Root}/consents", ApiCalls.Json(input), cancel);

    public Task<ApiProblem?> WithdrawConsentAsync(Guid id, CancellationToken cancel) =>
        http.DoAsync(HttpMethod.Delete, $"{Root}/consents/{id}", null, cancel);
}

using System.Globalization;
using Talent.Contracts.Matching;

namespace Talent.Web.Clients;

internal sealed class MatchingClient(HttpClient http)
{
    const string Root = "/api/v1/matching";

    public Task<ApiResult<SearchPage<JobHit>>> SearchJobsAsync(JobQuery query, int limit, CancellationToken cancel) =>
        http.CallAsync<SearchPage<JobHit>>(HttpMethod.Get, $"{Root}/search/jobs" + ApiCalls.Query(
            [.. query.Values(), ("limit", limit.ToString(CultureInfo.InvariantCulture))]), null, null, cancel);

    /// <summary>Null when the job is not the caller's, or has not reached matching yet.</summary>
    public Task<RankedPage<RankedGraduate>?> GraduatesForAsync(Guid job, int limit, string? after, CancellationToken cancel) =>
        http.FindAsync<RankedPage<RankedGraduate>>($"{Root}/jobs/{job}/graduates" + Paging(limit, after), cancel);

    /// <summary>Null when the profile has not reached matching yet.</summary>
    public Task<RankedPage<RankedJob>?> JobsForMeAsync(int limit, string? after, CancellationToken cancel) =>
        http.FindAsync<RankedPage<RankedJob>>($"{Root}/graduates/me/jobs" + Paging(limit, after), cancel);

    /// <summary>At most one item: the job, when it can be ranked for the signed-in graduate; null when the profile has not
    /// reached matching yet.</summary>
    public Task<RankedPage<RankedJob>?> JobForMeAsync(Guid job, CancellationToken cancel) =>
        http.FindAsync<RankedPage<RankedJob>>(
            $"{Root}/graduates/me/jobs" + ApiCalls.Query(("job", job.ToString())), cancel);

    public Task<IReadOnlyList<CohortStanding>> CohortsAsync(CancellationToken cancel) =>
        http.GetAsync<IReadOnlyList<CohortStanding>>($"{Root}/cohorts", cancel);

    static string Paging(int limit, string? after) =>
        ApiCalls.Query(("limit", limit.ToString(CultureInfo.InvariantCulture)), ("after", after));
}

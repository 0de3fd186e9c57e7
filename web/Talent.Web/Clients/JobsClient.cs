using System.Globalization;
using Microsoft.AspNetCore.Http;
using Talent.Contracts.Jobs;
using Talent.Contracts.Platform;

namespace Talent.Web.Clients;

internal sealed class JobsClient(HttpClient http)
{
    const string Root = "/api/v1/jobs";

    public Task<JobNeed> GetAsync(Guid id, CancellationToken cancel) => http.GetAsync<JobNeed>($"{Root}/{id}", cancel);

    public Task<Page<JobNeed>> MineAsync(int limit, string? after, CancellationToken cancel) =>
        http.GetAsync<Page<JobNeed>>(Root + ApiCalls.Query(("mine", "true"),
            ("limit", limit.ToString(CultureInfo.InvariantCulture)), ("after", after)), cancel);

    public Task<ApiResult<JobNeed>> CreateAsync(JobNeedInput input, CancellationToken cancel) =>
        http.CallAsync<JobNeed>(HttpMethod.Post, Root, ApiCalls.Json(input), null, cancel);

    public Task<ApiResult<JobNeed>> ChangeAsync(Guid id, int version, JobNeedInput input, CancellationToken cancel) =>
        http.CallAsync<JobNeed>(HttpMethod.Put, $"{Root}/{id}", ApiCalls.Json(input), version, cancel);

    /// <param name="transition"><c>publish</c>, <c>pause</c> or <c>close</c>.</param>
    public Task<ApiResult<JobNeed>> MoveAsync(Guid id, string transition, string? reason, CancellationToken cancel) =>
        http.CallAsync<JobNeed>(HttpMethod.Post, $"{Root}/{id}/{transition}", ApiCalls.Json(new { reason }), null, cancel);

    public Task<ApiResult<ImportReport>> ImportAsync(IFormFile file, bool publish, CancellationToken cancel) =>
        http.ImportAsync($"{Root}/imports", file, publish, cancel);

    public Task<ImportReport> ImportReportAsync(Guid id, CancellationToken cancel) =>
        http.GetAsync<ImportReport>($"{Root}/imports/{id}", cancel);

    public Task<Page<ImportReport>> ImportsAsync(CancellationToken cancel) =>
        http.GetAsync<Page<ImportReport>>($"{Root}/imports?limit=10", cancel);
}

using Microsoft.AspNetCore.Http;
using Talent.Contracts.Graduates;
using Talent.Contracts.Platform;

namespace Talent.Web.Clients;

internal sealed class GraduatesClient(HttpClient http)
{
    const string Root = "/api/v1/graduates";

    /// <summary>The signed-in graduate's own profile; null before there is one.</summary>
    public Task<Graduate?> MeAsync(CancellationToken cancel) => http.FindAsync<Graduate>($"{Root}/me", cancel);

    /// <param name="version">The version the change was made on; null to write the first one.</param>
    public Task<ApiResult<Graduate>> ChangeMeAsync(GraduateInput input, int? version, CancellationToken cancel) =>
        http.CallAsync<Graduate>(HttpMethod.Put, $"{Root}/me", ApiCalls.Json(input), version, cancel);

    /// <summary>What a CV would make of the own profile; nothing is changed.</summary>
    public async Task<ApiResult<CvReading>> ReadCvAsync(IFormFile file, CancellationToken cancel)
    {
        await using var stream = file.OpenReadStream();
        using var form = new MultipartFormDataContent();
        using var content = new StreamContent(stream);
        form.Add(content, "file", file.FileName);
        return await http.CallAsync<CvReading>(HttpMethod.Post, $"{Root}/me/cv", form, null, cancel);
    }

    public Task<IReadOnlyList<CohortSummary>> CohortsAsync(CancellationToken cancel) =>
        http.GetAsync<IReadOnlyList<CohortSummary>>($"{Root}/cohorts", cancel);

    public Task<Page<GraduateView>> InCohortAsync(string cohort, string? after, CancellationToken cancel) =>
        http.GetAsync<Page<GraduateView>>(Root + ApiCalls.Query(("cohort", cohort), ("after", after)), cancel);

    public Task<ApiResult<ImportReport>> ImportAsync(IFormFile file, CancellationToken cancel) =>
        http.ImportAsync($"{Root}/imports", file, false, cancel);

    public Task<ImportReport> ImportReportAsync(Guid id, CancellationToken cancel) =>
        http.GetAsync<ImportReport>($"{Root}/imports/{id}", cancel);

    public Task<Page<ImportReport>> ImportsAsync(CancellationToken cancel) =>
        http.GetAsync<Page<ImportReport>>($"{Root}/imports?limit=10", cancel);
}

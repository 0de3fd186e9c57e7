using System.Diagnostics;
using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using Talent.Contracts.Placements;
using Talent.Contracts.Platform;
using Talent.Platform.Http;
using Talent.Platform.Security;

namespace Talent.Host.Demo;

/// <summary>Fills an empty installation: uploads the demo files through the public import endpoints, each as a person of
/// its organisation, so that demo data go the way all data go.</summary>
/// <param name="state">What of it has been done, kept between starts.</param>
/// <param name="output">One line when done, or what went wrong.</param>
public sealed class DemoSeeder(
    ServiceAddresses addresses, AccessTokens tokens, TimeProvider clock, DemoState state, TextWriter output) : IDisposable
{
    static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);
    static readonly TimeSpan TokenLifetime = TimeSpan.FromHours(1);

    readonly HttpClient _http = new() { Timeout = TimeSpan.FromSeconds(100) };

    /// <summary>Whether there is a placements service to tell of placements.</summary>
    public bool WithPlacements { get; init; }

    /// <summary>Fills the installation unless that was done or it holds data already. A seeding that was interrupted goes
    /// on: what is in stays as it is. Never throws but on cancellation.</summary>
    public async Task SeedAsync(CancellationToken cancellationToken)
    {
        try
        {
            if (state.IsDone || (!state.IsBegun && await HoldsJobsAsync(cancellationToken)))
                return;
            var started = Stopwatch.GetTimestamp();
            var today = state.Begin(DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime));
            var data = DemoData.Create(DemoData.DefaultSeed, today);
            await UploadAsync(data, cancellationToken);
            var placements = WithPlacements ? await TellAsync(data, today, cancellationToken) : 0;
            state.Finish();
            await output.WriteLineAsync(FormattableString.Invariant(
                $"Demo data are in: {data.JobFiles.Sum(file => file.Rows)} job needs, {data.Rolls.Sum(file => file.Rows):N0} graduates, {placements} placements ({Stopwatch.GetElapsedTime(started).TotalSeconds:0.0} s)."));
        }
        catch (Exception failure) when (failure is HttpRequestException or IOException or InvalidOperationException
            or JsonException or UnauthorizedAccessException
            || (failure is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            await output.WriteLineAsync($"Demo data could not be brought in; the next start tries again. {failure.Message}");
        }
    }

    public void Dispose() => _http.Dispose();

    // The two services work side by side; within a service one file follows the other.
    Task UploadAsync(DemoData data, CancellationToken cancellationToken) => Task.WhenAll(
        UploadAsync("jobs", data.JobFiles, JobsUploader, cancellationToken),
        UploadAsync("graduates", data.Rolls, GraduatesUploader, cancellationToken));

    /// <summary>Tells the placements service how its placements came about, once it has heard of all jobs and
    /// graduates.</summary>
    async Task<int> TellAsync(DemoData data, DateOnly today, CancellationToken cancellationToken)
    {
        var office = DemoAccounts.People.First(person => person.Role == Roles.Office);
        var address = new Uri(addresses.Of("placements"), "/api/v1/placements/histories");
        var histories = new HistoriesInput(
            data.JobFiles.Sum(file => file.Rows), data.Rolls.Sum(file => file.Rows),
            new DemoPlacements(DemoCatalogue.Default, DemoData.DefaultSeed, today).Of(data));
        using var tick = new PeriodicTimer(Pause, clock);
        while (await tick.WaitForNextTickAsync(cancellationToken))
        {
            using var request = Authorized(HttpMethod.Post, address, tokens.Issue(office, TokenLifetime));
            request.Content = JsonContent.Create(histories);
            using var answer = await _http.SendAsync(request, cancellationToken);
            if (answer.StatusCode == HttpStatusCode.ServiceUnavailable)
                continue;
            answer.EnsureSuccessStatusCode();
            return (await answer.Content.ReadFromJsonAsync<HistoriesTold>(cancellationToken))!.Placements;
        }
        return 0;
    }

    static Caller JobsUploader(DemoFile file) => DemoAccounts.UploaderOf(
        Roles.Employer, file.Organisation, DemoCatalogue.Default.Employers.First(employer => employer.Key == file.Organisation).Name);

    static Caller GraduatesUploader(DemoFile file) => DemoAccounts.UploaderOf(
        Roles.Coordinator, file.Organisation, DemoCatalogue.Default.Colleges.First(college => college.Key == file.Organisation).Name);

    async Task UploadAsync(
        string service, IReadOnlyList<DemoFile> files, Func<DemoFile, Caller> uploader, CancellationToken cancellationToken)
    {
        foreach (var file in files)
        {
            var token = tokens.Issue(uploader(file), TokenLifetime);
            var imports = new Uri(addresses.Of(service), $"/api/v1/{service}/imports");
            var report = await UploadAsync(imports, file, token, cancellationToken);
            using var tick = new PeriodicTimer(Pause, clock);
            while (report.State is "queued" or "running" && await tick.WaitForNextTickAsync(cancellationToken))
                report = await ReportAsync(new Uri($"{imports}/{report.Id}"), token, cancellationToken);
            if (report.State != "done" || report.Rejected > 0)
                throw new InvalidOperationException($"{file.Name}: {Complaint(report)}");
        }
    }

    async Task<ImportReport> UploadAsync(Uri imports, DemoFile file, string token, CancellationToken cancellationToken)
    {
        using var form = new MultipartFormDataContent();
        using var content = new ByteArrayContent(file.Content);
        using var publish = new StringContent("true");
        form.Add(content, "file", file.Name);
        form.Add(publish, "publish");
        using var request = Authorized(HttpMethod.Post, imports, token);
        request.Content = form;
        using var response = await _http.SendAsync(request, cancellationToken);
        if (response.StatusCode != HttpStatusCode.Accepted)
            throw new InvalidOperationException(
                $"{file.Name}: {(int)response.StatusCode} {await response.Content.ReadAsStringAsync(cancellationToken)}");
        var accepted = await response.Content.ReadFromJsonAsync<JsonElement>(cancellationToken);
        return await ReportAsync(new Uri($"{imports}/{accepted.GetProperty("id").GetGuid()}"), token, cancellationToken);
    }

    async Task<ImportReport> ReportAsync(Uri import, string token, CancellationToken cancellationToken)
    {
        using var request = Authorized(HttpMethod.Get, import, token);
        using var response = await _http.SendAsync(request, cancellationToken);
        response.EnsureSuccessStatusCode();
        return await response.Content.ReadFromJsonAsync<ImportReport>(cancellationToken)
            ?? throw new InvalidOperationException($"{import} says nothing.");
    }

    // The public feed tells whether somebody's own job needs are here: they must not find themselves among demo data.
    async Task<bool> HoldsJobsAsync(CancellationToken cancellationToken)
    {
        using var response = await _http.GetAsync(new Uri(addresses.Of("jobs"), "/api/v1/jobs/feed?limit=1"), cancellationToken);
        response.EnsureSuccessStatusCode();
        var page = await response.Content.ReadFromJsonAsync<JsonElement>(cancellationToken);
        return page.GetProperty("items").GetArrayLength() > 0;
    }

    static HttpRequestMessage Authorized(HttpMethod method, Uri address, string token) => new(method, address)
    {
        Headers = { Authorization = new AuthenticationHeaderValue("Bearer", token) },
    };

    static string Complaint(ImportReport report) => report.Failure?.Message
        ?? (report.Errors.Count > 0
            ? $"row {report.Errors[0].Row}: {report.Errors[0].Message} ({report.Rejected} rows not taken)"
            : $"ended as {report.State}");
}

using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Localization;
using Talent.Contracts.Platform;
using Talent.Web.Clients;
using Talent.Web.Layout;
using Talent.Web.Resources;

namespace Talent.Web.Pages.Importing;

/// <summary>What is imported: its service, its texts and its pages.</summary>
/// <param name="Name"><c>jobs</c> or <c>graduates</c>: the service's path and the texts' suffix.</param>
/// <param name="Area">Where the pages of the role begin.</param>
public sealed record ImportKind(string Name, string Area)
{
    public static readonly ImportKind Jobs = new("jobs", "/employer");
    public static readonly ImportKind Graduates = new("graduates", "/coordinator");
}

/// <param name="Earlier">Imports made before, the latest first.</param>
public sealed record ImportUploadModel(ImportKind Kind, IReadOnlyList<ImportReport> Earlier, ApiProblem? Problem);

public sealed record ImportProgressModel(ImportKind Kind, ImportReport Report)
{
    public bool IsUnderway => Report.State is "queued" or "running";
}

internal static class ImportPages
{
    public static async Task<IResult> GetJobsAsync(JobsClient jobs, CancellationToken cancel) =>
        Upload(ImportKind.Jobs, await jobs.ImportsAsync(cancel), null);

    public static async Task<IResult> GetGraduatesAsync(GraduatesClient graduates, CancellationToken cancel) =>
        Upload(ImportKind.Graduates, await graduates.ImportsAsync(cancel), null);

    public static async Task<IResult> PostJobsAsync(HttpRequest request, JobsClient jobs, Visitor visitor,
        IStringLocalizer<Texts> texts, CancellationToken cancel)
    {
        var form = await request.ReadFormAsync(cancel);
        var (report, problem) = form.Files["file"] is { Length: > 0 } file
            ? await jobs.ImportAsync(file, form["drafts"] != "true", cancel) : Missing(texts);
        return report is null ? Upload(ImportKind.Jobs, await jobs.ImportsAsync(cancel), problem)
            : Results.LocalRedirect(visitor.Href($"{ImportKind.Jobs.Area}/imports/{report.Id}"));
    }

    public static async Task<IResult> PostGraduatesAsync(HttpRequest request, GraduatesClient graduates, Visitor visitor,
        IStringLocalizer<Texts> texts, CancellationToken cancel)
    {
        var form = await request.ReadFormAsync(cancel);
        var (report, problem) = form.Files["file"] is { Length: > 0 } file
            ? await graduates.ImportAsync(file, cancel) : Missing(texts);
        return report is null ? Upload(ImportKind.Graduates, await graduates.ImportsAsync(cancel), problem)
            : Results.LocalRedirect(visitor.Href($"{ImportKind.Graduates.Area}/imports/{report.Id}"));
    }

    public static async Task<IResult> GetJobsProgressAsync(
        Guid id, HttpRequest request, JobsClient jobs, CancellationToken cancel) =>
        Progress(request, new ImportProgressModel(ImportKind.Jobs, await jobs.ImportReportAsync(id, cancel)));

    public static async Task<IResult> GetGraduatesProgressAsync(
        Guid id, HttpRequest request, GraduatesClient graduates, CancellationToken cancel) =>
        Progress(request, new ImportProgressModel(ImportKind.Graduates, await graduates.ImportReportAsync(id, cancel)));

    static ApiResult<ImportReport> Missing(IStringLocalizer<Texts> texts) =>
        new(null, ApiProblem.Of(StatusCodes.Status400BadRequest, ("file", texts["Import_file_missing"])));

    static RazorComponentResult<ImportUpload> Upload(ImportKind kind, Page<ImportReport> earlier, ApiProblem? problem) =>
        Page.Of<ImportUpload, ImportUploadModel>(
            new ImportUploadModel(kind, earlier.Items, problem), problem?.Status ?? StatusCodes.Status200OK);

    static IResult Progress(HttpRequest request, ImportProgressModel model)
    {
        if (!Page.WantsPart(request))
            return Page.Of<ImportProgress, ImportProgressModel>(model);
        request.HttpContext.Response.Headers.CacheControl = "no-store";
        return Page.Of<ImportStatus, ImportProgressModel>(model);
    }
}

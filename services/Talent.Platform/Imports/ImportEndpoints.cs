using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Talent.Contracts.Identity;
using Talent.Contracts.Platform;
using Talent.Platform.Auditing;
using Talent.Platform.Http;
using Talent.Platform.Intake;
using Talent.Platform.Messaging;
using Talent.Platform.Operations;
using Talent.Platform.Security;
using Talent.Platform.Store;

namespace Talent.Platform.Imports;

/// <summary>Intake of files for a service: <c>POST …/imports</c> (multipart <c>file</c>, .csv, .xlsx or .json) → 202,
/// <c>GET …/imports/{id}</c>, <c>GET …/imports</c>, <c>GET …/imports/{id}/errors</c> (CSV),
/// <c>GET …/imports/template?format=csv|xlsx</c>. A caller sees the imports of its own organisation only.</summary>
public static class ImportEndpoints
{
    const int MostErrorsShown = 1000;
    const int LongestName = 255;

    /// <summary>Registers the worker that takes the files in and what the service does with their rows.</summary>
    public static void AddImports<TDb, TImporter>(this WebApplicationBuilder builder)
        where TDb : ServiceDb
        where TImporter : class, IRowImporter<TDb>
    {
        builder.Services.AddSingleton<IRowImporter<TDb>, TImporter>();
        builder.Services.AddWorkAfterStart<ImportWorker<TDb>>();
    }

    /// <summary>Maps the routes under <paramref name="service"/>'s group for callers that satisfy the policy.</summary>
    public static void MapImports<TDb>(this IEndpointRouteBuilder service, string policy) where TDb : ServiceDb
    {
        var imports = service.MapGroup("/imports").RequireAuthorization(policy);
        imports.MapPost("/", UploadAsync<TDb>).DisableAntiforgery()
            .HonourIdempotencyKeys<TDb, RouteHandlerBuilder>();
        imports.MapGet("/", ListAsync<TDb>);
        imports.MapGet("/{id:guid}", GetAsync<TDb>);
        imports.MapGet("/{id:guid}/errors", ErrorsAsync<TDb>);
        imports.MapGet("/template", GetTemplate<TDb>);
    }

    static async Task<Results<Accepted<ImportReport>, ProblemHttpResult>> UploadAsync<TDb>(
        HttpRequest request, IFormFile? file, [Microsoft.AspNetCore.Mvc.FromForm] string? publish, Caller caller,
        TDb db, Audit audit, OutboxSignal signal, TimeProvider clock, CancellationToken cancellationToken) where TDb : ServiceDb
    {
        if (file is null || file.Length == 0)
            return Problems.Invalid(new FieldProblem(
                "file", "missing", ProblemTexts.Of("missing-file", "file")));
        if (file.Length > FileLimits.Default.MaxBytes)
            return TooLarge();
        using var content = new MemoryStream((int)file.Length);
        await file.CopyToAsync(content, cancellationToken);
        var now = clock.GetUtcNow();
        var run = new ImportRun
        {
            Id = OrderedIds.Next(now),
            OrganisationId = caller.Organisation,
            OrganisationName = caller.OrganisationName ?? "",
            OrganisationVerified = caller.OrganisationVerified,
            AccountId = caller.AccountId,
            FileName = NameOf(file),
            Publish = publish is not "false",
            CreatedAt = now,
        };
        db.Imports.Add(run);
        db.ImportFiles.Add(new ImportFile { ImportId = run.Id, Content = content.ToArray() });
        audit.Record(db, AuditActions.FileImported, "import", run.Id, run.FileName);
        await db.SaveChangesAsync(cancellationToken);
        signal.Set(typeof(ImportWorker<TDb>));
        return TypedResults.Accepted($"{request.PathBase}{request.Path.Value?.TrimEnd('/')}/{run.Id}", Report(run, []));
    }

    // The extension says what the file should hold, so a long name keeps its end.
    static string NameOf(IFormFile file)
    {
        var name = string.Concat(Path.GetFileName(file.FileName.Replace('\\', '/')).Where(letter => !char.IsControl(letter)));
        return name.Length == 0 ? "upload" : name[^Math.Min(name.Length, LongestName)..];
    }

    static ProblemHttpResult TooLarge() => Problems.Of(
        StatusCodes.Status413PayloadTooLarge, "file-too-large",
        IntakeMessages.Render(IntakeErrors.FileTooLarge(FileLimits.Default.MaxBytes), CultureInfo.CurrentUICulture));

    static async Task<Results<Ok<Page<ImportReport>>, ProblemHttpResult>> ListAsync<TDb>(
        Caller caller, TDb db, int? limit, string? after, CancellationToken cancellationToken) where TDb : ServiceDb
    {
        if (Cursors.Check(limit, after) is { } wrong)
            return Problems.Invalid(wrong);
        _ = Cursors.TryRead(after, out var before);
        var most = limit ?? Cursors.DefaultLimit;
        var query = db.Imports.AsNoTracking().Where(run => run.OrganisationId == caller.Organisation);
        if (before is { } id)
            query = query.Where(run => run.Id < id);
        var runs = await query.OrderByDescending(run => run.Id).Take(most + 1).ToListAsync(cancellationToken);
        var next = runs.Count > most ? Cursors.After(runs[most - 1].Id) : null;
        return TypedResults.Ok(new Page<ImportReport>([.. runs.Take(most).Select(run => Report(run, []))], next));
    }

    static async Task<Results<Ok<ImportReport>, ProblemHttpResult>> GetAsync<TDb>(
        Guid id, Caller caller, TDb db, CancellationToken cancellationToken) where TDb : ServiceDb
    {
        if (await FindAsync(db, id, caller, cancellationToken) is not { } run)
            return Problems.NotFound("import");
        return TypedResults.Ok(Report(run, await ErrorsOfAsync(db, id, MostErrorsShown, cancellationToken)));
    }

    static async Task<Results<FileContentHttpResult, ProblemHttpResult>> ErrorsAsync<TDb>(
        Guid id, Caller caller, TDb db, CancellationToken cancellationToken) where TDb : ServiceDb
    {
        if (await FindAsync(db, id, caller, cancellationToken) is null)
            return Problems.NotFound("import");
        var errors = await ErrorsOfAsync(db, id, int.MaxValue, cancellationToken);
        var rows = errors.Select(error => (IReadOnlyList<string?>)
            [error.Row.ToString(CultureInfo.InvariantCulture), error.Column, error.Code, error.Message]);
        using var csv = new MemoryStream();
        TableWriter.Write(csv, TableFormat.Csv, ["row", "column", "code", "message"], rows);
        return TypedResults.File(
            csv.ToArray(), TableWriter.MediaType(TableFormat.Csv), $"import-errors-{id}.csv");
    }

    static Results<FileContentHttpResult, ProblemHttpResult> GetTemplate<TDb>(
        IRowImporter<TDb> importer, string? format) where TDb : ServiceDb =>
        format switch
        {
            null or "csv" => Template(importer, TableFormat.Csv, "template.csv"),
            "xlsx" => Template(importer, TableFormat.Xlsx, "template.xlsx"),
            _ => Problems.Invalid(FieldProblem.UnknownOption("format", format, ["csv", "xlsx"])),
        };

    static FileContentHttpResult Template<TDb>(IRowImporter<TDb> importer, TableFormat format, string name)
        where TDb : ServiceDb =>
        TypedResults.File(
            TableWriter.Template(importer.Columns, format, CultureInfo.CurrentUICulture, importer.Examples),
            TableWriter.MediaType(format), name);

    static Task<ImportRun?> FindAsync<TDb>(
        TDb db, Guid id, Caller caller, CancellationToken cancellationToken) where TDb : ServiceDb =>
        db.Imports.AsNoTracking().SingleOrDefaultAsync(
            run => run.Id == id && run.OrganisationId == caller.Organisation, cancellationToken);

    static async Task<List<ImportError>> ErrorsOfAsync<TDb>(
        TDb db, Guid id, int most, CancellationToken cancellationToken) where TDb : ServiceDb
    {
        var errors = await db.ImportErrors.AsNoTracking().Where(error => error.ImportId == id)
            .OrderBy(error => error.Number).Take(most).ToListAsync(cancellationToken);
        return errors.ConvertAll(error => Rendered(error.Row, error.Error));
    }

    static ImportError Rendered(int row, RowError error) => new(
        row, error.Column, error.Code, IntakeMessages.Render(error, CultureInfo.CurrentUICulture));

    static ImportReport Report(ImportRun run, IReadOnlyList<ImportError> errors) => new(
        run.Id, run.FileName, run.State, run.Total, run.Processed, run.Accepted, run.Updated, run.Unchanged,
        run.Rejected, errors, run.Failure is null ? null : Rendered(0, run.Failure), run.CreatedAt,
        [.. run.Notes.Select(note => Rendered(0, note))]);
}

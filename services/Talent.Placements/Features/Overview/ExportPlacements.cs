using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Talent.Contracts.Identity;
using Talent.Placements.Features.Applications;
using Talent.Platform.Auditing;
using Talent.Platform.Intake;
using Talent.Platform.Reference;

namespace Talent.Placements.Features.Overview;

/// <summary><c>GET /placements/export.csv|.xlsx</c>: the list of <see cref="GetPlacements"/> as a table in the reader's
/// language, at most 50,000 rows. That it was taken is put on record.</summary>
static class ExportPlacements
{
    const int MostRows = 50_000;

    static readonly string[] Columns =
    [
        "id", "graduate", "graduate-country", "cohort", "job", "employer", "job-country", "kind", "stage", "since",
        "applied",
        "reply-by", "next-due", "started", "end-reason",
    ];

    public static Task<Results<FileContentHttpResult, ProblemHttpResult>> Csv(
        [AsParameters] Filter filter, [AsParameters] Desk desk, Audit audit) =>
        WriteAsync(filter, desk, audit, TableFormat.Csv, "placements.csv");

    public static Task<Results<FileContentHttpResult, ProblemHttpResult>> Xlsx(
        [AsParameters] Filter filter, [AsParameters] Desk desk, Audit audit) =>
        WriteAsync(filter, desk, audit, TableFormat.Xlsx, "placements.xlsx");

    static async Task<Results<FileContentHttpResult, ProblemHttpResult>> WriteAsync(
        Filter filter, Desk desk, Audit audit, TableFormat format, string name)
    {
        if (filter.Wrong() is { } wrong)
            return wrong;
        var db = desk.Db;
        var own = await db.OwnProfileAsync(desk.Caller, desk.CancellationToken);
        var all = filter.InStages(filter.Apply(db, db.Candidacies.AsNoTracking().SeenBy(desk.Caller, own?.Id), desk.Now));
        var rows = await PlacementRows.Of(db, all, filter.Sort, null).Take(MostRows)
            .ToListAsync(desk.CancellationToken);
        audit.Record(db, AuditActions.PlacementsExported, "placements", null, Text(rows.Count));
        await db.SaveChangesAsync(desk.CancellationToken);
        using var file = new MemoryStream();
        TableWriter.Write(
            file, format, [.. Columns.Select(column => PlacementTexts.Of("column_" + column))], rows.Select(Cells));
        return TypedResults.File(file.ToArray(), TableWriter.MediaType(format), name);
    }

    static IReadOnlyList<string?> Cells(PlacementRow row) =>
    [
        row.Id.ToString(), row.Graduate, Country(row.GraduateCountry), row.Cohort, row.JobTitle, row.Organisation,
        Country(row.JobCountry), PlacementTexts.Of("kind_" + row.Kind), PlacementTexts.Of("stage_" + row.Stage),
        Text(row.StageSince), Text(row.AppliedAt), Text(row.ReplyBy), Text(row.NextDueAt), Text(row.StartedOn),
        row.EndReason is { } reason ? PlacementTexts.Of("reason_" + reason) : null,
    ];

    static string Country(string code) => Countries.Name(code, CultureInfo.CurrentUICulture);

    static string? Text(IFormattable? value) => value switch
    {
        DateTimeOffset at => at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm'Z'", CultureInfo.InvariantCulture),
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        _ => value?.ToString(null, CultureInfo.InvariantCulture),
    };
}

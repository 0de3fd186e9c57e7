using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Talent.Contracts.Identity;
using Talent.Contracts.Platform;
using Talent.Identity.Data;
using Talent.Identity.Domain;
using Talent.Identity.Features.Organisations;
using Talent.Platform.Auditing;
using Talent.Platform.Http;
using Talent.Platform.Intake;
using Talent.Platform.Security;

namespace Talent.Identity.Features.AuditTrail;

/// <summary><c>GET /identity/organisations/{id}/audit?limit=&amp;after=</c> and <c>…/audit.csv</c>: what was done for
/// the organisation, newest first, for whoever manages it.</summary>
static class GetAuditTrail
{
    /// <summary>Rows of one file; more than anybody reads, few enough to be held in memory.</summary>
    const int MostExported = 50_000;

    static readonly string[] Headings =
        ["at", "actor", "account_id", "action", "subject_type", "subject_id", "detail", "address", "agent"];

    public static async Task<Results<Ok<Page<AuditEntry>>, ProblemHttpResult>> Page(
        Guid id, int? limit, string? after, Caller caller, IdentityDb db, CancellationToken cancellationToken)
    {
        if (await db.NoOwnerAsync(caller, id, cancellationToken) is { } refusal)
            return refusal;
        if (Cursors.Check(limit, after) is { } wrong)
            return Problems.Invalid(wrong);
        _ = Cursors.TryRead(after, out var before);
        var most = limit ?? Cursors.DefaultLimit;
        var rows = await db.AuditTrail.AsNoTracking().Where(row => row.OrganisationId == id)
            .Where(row => before == null || row.Id < before)
            .OrderByDescending(row => row.Id).Take(most + 1).ToListAsync(cancellationToken);
        var next = rows.Count > most ? Cursors.After(rows[most - 1].Id) : null;
        return TypedResults.Ok(new Page<AuditEntry>([.. rows.Take(most).Select(View)], next));
    }

    public static async Task<Results<FileContentHttpResult, ProblemHttpResult>> Csv(
        Guid id, Caller caller, IdentityDb db, Audit audit, CancellationToken cancellationToken)
    {
        if (await db.NoOwnerAsync(caller, id, cancellationToken) is { } refusal)
            return refusal;
        var rows = await db.AuditTrail.AsNoTracking().Where(row => row.OrganisationId == id)
            .OrderByDescending(row => row.Id).Take(MostExported).ToListAsync(cancellationToken);
        audit.Record(
            db, AuditActions.AuditExported, "organisation", id, rows.Count.ToString(CultureInfo.InvariantCulture));
        await db.SaveChangesAsync(cancellationToken);
        using var csv = new MemoryStream();
        TableWriter.Write(csv, TableFormat.Csv, Headings, rows.Select(Cells));
        return TypedResults.File(csv.ToArray(), TableWriter.MediaType(TableFormat.Csv), $"audit-{id}.csv");
    }

    static AuditEntry View(AuditRow row) => new(
        row.Id, row.At, row.AccountId, row.Actor, row.Action, row.SubjectType, row.SubjectId, row.Detail, row.Address,
        row.Agent);

    static IReadOnlyList<string?> Cells(AuditRow row) =>
    [
        row.At.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture), row.Actor, row.AccountId?.ToString(),
        row.Action, row.SubjectType, row.SubjectId, row.Detail, row.Address, row.Agent,
    ];
}

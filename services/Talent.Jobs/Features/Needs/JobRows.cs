using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Talent.Contracts.Jobs;
using Talent.Jobs.Data;
using Talent.Jobs.Domain;
using Talent.Platform.Imports;
using Talent.Platform.Intake;

namespace Talent.Jobs.Features.Needs;

/// <summary>Takes the rows of a file of job needs: new ones are created, known ones (same external id) changed.</summary>
sealed class JobRows(TimeProvider clock) : IRowImporter<JobsDb>
{
    public ColumnSet Columns => JobColumns.Set;

    public IReadOnlyList<IReadOnlyList<string>> Examples => JobColumns.Examples(clock.GetUtcNow());

    public string? KeyOf(ImportRow row) => row.Json is { ValueKind: JsonValueKind.Object } json
        ? json.TryGetProperty("externalId", out var id) && id.ValueKind is JsonValueKind.String ? id.GetString()?.Trim() : null
        : row["external_id"];

    public async Task<IReadOnlyList<RowResult>> TakeAsync(
        JobsDb db, ImportRun run, IReadOnlyList<ImportRow> rows, CancellationToken cancellationToken)
    {
        var keys = rows.Select(KeyOf).OfType<string>().ToList();
        var known = await db.Requisitions
            .Where(requisition => requisition.OrganisationId == run.OrganisationId && keys.Contains(requisition.ExternalId!))
            .ToDictionaryAsync(requisition => requisition.ExternalId!, StringComparer.Ordinal, cancellationToken);
        return [.. rows.Select(row => Take(db, run, row, known))];
    }

    RowResult Take(JobsDb db, ImportRun run, ImportRow row, Dictionary<string, Requisition> known)
    {
        var errors = new List<RowError>();
        var input = row.Json is null ? JobColumns.Read(row, errors) : row.Deserialize<JobNeedInput>().Into(errors);
        if (input is null)
            return RowResult.Rejected(errors);
        var now = clock.GetUtcNow();
        var unreadable = errors.Select(error => error.Column).ToHashSet(StringComparer.Ordinal);
        var (need, wrong) = JobNeedRules.Understand(input, DateOnly.FromDateTime(now.UtcDateTime));
        errors.AddRange(wrong.Where(error => !unreadable.Contains(error.Column)));
        if (errors.Count > 0)
            return RowResult.Rejected(errors);
        return need.ExternalId is { } key && known.TryGetValue(key, out var requisition)
            ? Change(db, run, requisition, need, now)
            : Create(db, run, need, now);
    }

    RowResult Create(JobsDb db, ImportRun run, JobNeed need, DateTimeOffset now)
    {
        var requisition = Requisition.Draft(need, run.OrganisationId, run.OrganisationName, now);
        if (run.Publish)
            requisition.Publish(now, DateOnly.FromDateTime(now.UtcDateTime));
        db.Requisitions.Add(requisition);
        db.Publish(new JobNeedChanged(requisition.Need), clock);
        return RowResult.Accepted;
    }

    RowResult Change(JobsDb db, ImportRun run, Requisition requisition, JobNeed need, DateTimeOffset now)
    {
        var changed = requisition.Change(need, now);
        if (run.Publish && requisition.State == JobStates.Draft)
            changed |= requisition.Publish(now, DateOnly.FromDateTime(now.UtcDateTime)) is null;
        if (!changed)
            return RowResult.Unchanged;
        db.Publish(new JobNeedChanged(requisition.Need), clock);
        return RowResult.Updated;
    }
}

using Microsoft.EntityFrameworkCore;
using Talent.Contracts.Jobs;
using Talent.Jobs.Data;
using Talent.Jobs.Domain;
using Talent.Jobs.Features.Employers;
using Talent.Platform.Imports;
using Talent.Platform.Intake;

namespace Talent.Jobs.Features.Needs;

/// <summary>Takes the rows of a file of job needs: new ones are created, known ones (same external id)
/// changed.</summary>
sealed class JobRows(TimeProvider clock) : IRowImporter<JobsDb>
{
    public ColumnSet Columns => JobColumns.Set;

    public IReadOnlyList<IReadOnlyList<string>> Examples => JobColumns.Examples(clock.GetUtcNow());

    public string? KeyOf(ImportRow row) => JobNeedRules.ExternalId(
        row.Json is null ? row["external_id"] : row.Deserialize<JobNeedInput>().Value?.ExternalId);

    public async Task<IReadOnlyList<RowResult>> TakeAsync(
        JobsDb db, ImportRun run, IReadOnlyList<ImportRow> rows, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var read = rows.Select(row => Read(row, DateOnly.FromDateTime(now.UtcDateTime))).ToList();
        var keys = read.Select(row => row.Need?.ExternalId).OfType<string>().ToList();
        var known = await db.Requisitions
            .Where(requisition => requisition.OrganisationId == run.OrganisationId && keys.Contains(requisition.ExternalId!))
            .ToDictionaryAsync(requisition => requisition.ExternalId!, StringComparer.Ordinal, cancellationToken);
        var verified = run.Publish
            && await db.IsVerifiedAsync(run.OrganisationId, run.OrganisationVerified, cancellationToken);
        return [.. read.Select(row => row.Need is null
            ? RowResult.Rejected(row.Errors)
            : row.Need.ExternalId is { } key && known.TryGetValue(key, out var requisition)
                ? Change(db, run, verified, requisition, row.Need)
                : Create(db, run, verified, row.Need))];
    }

    /// <summary>The need that a row asks for; null when it has errors.</summary>
    static (JobNeed? Need, IReadOnlyList<RowError> Errors) Read(ImportRow row, DateOnly today)
    {
        var errors = new List<RowError>();
        var input = row.Json is null ? JobColumns.Read(row, errors) : row.Deserialize<JobNeedInput>().Into(errors);
        if (input is null)
            return (null, errors);
        var unreadable = errors.Select(error => error.Column).ToHashSet(StringComparer.Ordinal);
        var (need, wrong) = JobNeedRules.Understand(input, today);
        errors.AddRange(wrong.Where(error => !unreadable.Contains(error.Column)));
        return (errors.Count > 0 ? null : need, errors);
    }

    RowResult Create(JobsDb db, ImportRun run, bool verified, JobNeed need)
    {
        var now = clock.GetUtcNow();
        var requisition = Requisition.Draft(need, run.OrganisationId, run.OrganisationName, now);
        if (run.Publish)
            requisition.Publish(verified, now, DateOnly.FromDateTime(now.UtcDateTime));
        db.Requisitions.Add(requisition);
        db.Publish(new JobNeedChanged(requisition.Need), clock);
        return RowResult.Accepted;
    }

    RowResult Change(JobsDb db, ImportRun run, bool verified, Requisition requisition, JobNeed need)
    {
        var now = clock.GetUtcNow();
        var changed = requisition.Change(need, now);
        if (run.Publish && requisition.State == JobStates.Draft)
            changed |= requisition.Publish(verified, now, DateOnly.FromDateTime(now.UtcDateTime)) is null;
        if (!changed)
            return RowResult.Unchanged;
        db.Publish(new JobNeedChanged(requisition.Need), clock);
        return RowResult.Updated;
    }
}

using Microsoft.EntityFrameworkCore;
using Talent.Contracts.Graduates;
using Talent.Graduates.Data;
using Talent.Graduates.Domain;
using Talent.Platform.Imports;
using Talent.Platform.Intake;

namespace Talent.Graduates.Features.Profiles;

/// <summary>Takes the rows of a cohort roll: new graduates are enrolled, known ones (same external id) changed.</summary>
sealed class GraduateRows(TimeProvider clock) : IRowImporter<GraduatesDb>
{
    public ColumnSet Columns => GraduateColumns.Set;

    public IReadOnlyList<IReadOnlyList<string>> Examples => GraduateColumns.Examples;

    public string? KeyOf(ImportRow row) => ProfileRules.ExternalId(
        row.Json is null ? row["external_id"] : row.Deserialize<GraduateInput>().Value?.ExternalId);

    public async Task<IReadOnlyList<RowResult>> TakeAsync(
        GraduatesDb db, ImportRun run, IReadOnlyList<ImportRow> rows, CancellationToken cancellationToken)
    {
        var read = rows.Select(Read).ToList();
        var keys = read.Select(row => row.Graduate?.ExternalId).OfType<string>().ToList();
        var known = await db.Profiles
            .Where(profile => profile.OrganisationId == run.OrganisationId && keys.Contains(profile.ExternalId!))
            .ToDictionaryAsync(profile => profile.ExternalId!, StringComparer.Ordinal, cancellationToken);
        return [.. read.Select(row => row.Graduate is null
            ? RowResult.Rejected(row.Errors)
            : Take(db, run, row.Graduate, known))];
    }

    /// <summary>The profile that a row describes; null when it has errors.</summary>
    static (Graduate? Graduate, IReadOnlyList<RowError> Errors) Read(ImportRow row)
    {
        var errors = new List<RowError>();
        var input = row.Json is null ? GraduateColumns.Read(row, errors) : row.Deserialize<GraduateInput>().Into(errors);
        if (input is null)
            return (null, errors);
        var unreadable = errors.Select(error => error.Column).ToHashSet(StringComparer.Ordinal);
        var (graduate, wrong) = ProfileRules.Understand(input, Author.College);
        errors.AddRange(wrong.Where(error => !unreadable.Contains(error.Column)));
        return (errors.Count > 0 ? null : graduate, errors);
    }

    RowResult Take(GraduatesDb db, ImportRun run, Graduate graduate, Dictionary<string, Profile> known)
    {
        var now = clock.GetUtcNow();
        if (graduate.ExternalId is { } key && known.TryGetValue(key, out var profile))
        {
            if (!profile.Reenrol(graduate, now))
                return RowResult.Unchanged;
            db.Publish(new GraduateProfileChanged(profile.Graduate), clock);
            return RowResult.Updated;
        }
        var enrolled = Profile.Enrol(graduate, run.OrganisationId, run.OrganisationName, now);
        db.Profiles.Add(enrolled);
        db.Publish(new GraduateProfileChanged(enrolled.Graduate), clock);
        return RowResult.Accepted;
    }
}

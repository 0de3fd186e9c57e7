using System.Text.Json;
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

    public string? KeyOf(ImportRow row) => row.Json is { ValueKind: JsonValueKind.Object } json
        ? json.TryGetProperty("externalId", out var id) && id.ValueKind is JsonValueKind.String ? id.GetString()?.Trim() : null
        : row["external_id"];

    public async Task<IReadOnlyList<RowResult>> TakeAsync(
        GraduatesDb db, ImportRun run, IReadOnlyList<ImportRow> rows, CancellationToken cancellationToken)
    {
        var keys = rows.Select(KeyOf).OfType<string>().ToList();
        var known = await db.Profiles
            .Where(profile => profile.OrganisationId == run.OrganisationId && keys.Contains(profile.ExternalId!))
            .ToDictionaryAsync(profile => profile.ExternalId!, StringComparer.Ordinal, cancellationToken);
        return [.. rows.Select(row => Take(db, run, row, known))];
    }

    RowResult Take(GraduatesDb db, ImportRun run, ImportRow row, Dictionary<string, Profile> known)
    {
        var errors = new List<RowError>();
        var input = row.Json is null ? GraduateColumns.Read(row, errors) : row.Deserialize<GraduateInput>().Into(errors);
        if (input is null)
            return RowResult.Rejected(errors);
        var unreadable = errors.Select(error => error.Column).ToHashSet(StringComparer.Ordinal);
        var (graduate, wrong) = ProfileRules.Understand(input, Author.College);
        errors.AddRange(wrong.Where(error => !unreadable.Contains(error.Column)));
        if (errors.Count > 0)
            return RowResult.Rejected(errors);
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

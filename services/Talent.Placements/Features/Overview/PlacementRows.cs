using System.Globalization;
using Talent.Contracts.Placements;
using Talent.Placements.Data;
using Talent.Placements.Domain;
using Talent.Placements.Features.Applications;

namespace Talent.Placements.Features.Overview;

/// <summary>Rows of lists, in order.</summary>
static class PlacementRows
{
    /// <summary>Stands for no date: what has none comes last.</summary>
    public static readonly DateTimeOffset Never = new(9999, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>The rows after a place in the list, in the order of a sort.</summary>
    public static IQueryable<PlacementRow> Of(
        PlacementsDb db, IQueryable<Candidacy> all, string? sort, PlaceInList? after) =>
        from one in Sorted(all, sort, after)
        join job in db.Jobs on one.JobId equals job.Id
        join graduate in db.Graduates on one.GraduateId equals graduate.Id
        select new PlacementRow(
            one.Id, one.Version, one.Stage, one.StageSince, one.EndReason, one.Kind, one.JobId, job.Title, job.Language,
            job.OrganisationName, job.Country, one.GraduateId, graduate.Name, graduate.Country, graduate.Cohort,
            one.AppliedAt, one.ReplyBy, one.NextCode, one.NextSide, one.NextDueAt, one.StartedOn, one.Permit);

    static IQueryable<Candidacy> Sorted(IQueryable<Candidacy> all, string? sort, PlaceInList? after)
    {
        var (at, id) = after is null ? (default, default) : (after.At, after.Id);
        switch (sort)
        {
            case "waiting":
                if (after is not null)
                    all = all.Where(one => one.StageSince > at || (one.StageSince == at && one.Id > id));
                return all.OrderBy(one => one.StageSince).ThenBy(one => one.Id);
            case "due":
                if (after is not null)
                {
                    all = all.Where(one => (one.NextDueAt ?? Never) > at
                        || ((one.NextDueAt ?? Never) == at && one.Id > id));
                }
                return all.OrderBy(one => one.NextDueAt ?? Never).ThenBy(one => one.Id);
            default:
                return (after is null ? all : all.Where(one => one.Id < id)).OrderByDescending(one => one.Id);
        }
    }
}

/// <summary>What a list shows of a candidacy.</summary>
sealed record PlacementRow(
    Guid Id, int Version, string Stage, DateTimeOffset StageSince, string? EndReason, string Kind, Guid JobId,
    string JobTitle, string JobLanguage, string Organisation, string JobCountry, Guid GraduateId, string Graduate,
    string GraduateCountry, string? Cohort, DateTimeOffset AppliedAt, DateTimeOffset? ReplyBy, string? NextCode,
    string? NextSide, DateTimeOffset? NextDueAt, DateOnly? StartedOn, PermitProgress? Permit)
{
    public PlacementItem Item(DateTimeOffset now, string side) => new()
    {
        Id = Id,
        Version = Version,
        Stage = Stage,
        StageSince = StageSince,
        EndReason = EndReason,
        Kind = Kind,
        JobId = JobId,
        JobTitle = JobTitle,
        JobLanguage = JobLanguage,
        OrganisationName = Organisation,
        JobCountry = JobCountry,
        GraduateId = GraduateId,
        GraduateName = Graduate,
        GraduateCountry = GraduateCountry,
        Cohort = Cohort,
        AppliedAt = AppliedAt,
        ReplyBy = ReplyBy,
        Next = PlacementViews.Next(NextCode, NextSide, NextDueAt, now),
        NextStage = Possibilities.NextStage(Stage, Permit, side),
        StartedOn = StartedOn,
    };
}

/// <summary>A place in a sorted list: where the next page begins.</summary>
sealed record PlaceInList(DateTimeOffset At, Guid Id)
{
    public static string After(PlacementRow row, string? sort)
    {
        var at = sort switch
        {
            "waiting" => row.StageSince,
            "due" => row.NextDueAt ?? PlacementRows.Never,
            _ => DateTimeOffset.UnixEpoch,
        };
        return string.Create(
            CultureInfo.InvariantCulture, $"{(at.UtcTicks - DateTimeOffset.UnixEpoch.Ticks) / 10}-{row.Id:N}");
    }

    /// <summary>Reads a cursor; null: from the start. False when it is none of ours.</summary>
    public static bool TryRead(string? cursor, out PlaceInList? place)
    {
        place = null;
        if (string.IsNullOrEmpty(cursor))
            return true;
        if (cursor.Split('-') is not [var time, var last]
            || !long.TryParse(time, NumberStyles.None, CultureInfo.InvariantCulture, out var microseconds)
            || microseconds > TimeSpan.FromDays(3_000_000).Ticks / 10
            || !Guid.TryParseExact(last, "N", out var id))
            return false;
        place = new PlaceInList(DateTimeOffset.UnixEpoch.AddTicks(microseconds * 10), id);
        return true;
    }
}

using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Talent.Contracts.Jobs;
using Talent.Contracts.Platform;
using Talent.Jobs.Data;
using Talent.Jobs.Domain;
using Talent.Platform.Http;

namespace Talent.Jobs.Features.Needs;

/// <summary><c>GET /jobs/feed?after=CURSOR&amp;limit=</c>: public changes in order, for other systems to follow. A need
/// appears again whenever it changes; one that is no longer open appears with its state (one held back as paused, without its texts), one that
/// never was does not. <c>next</c> is never null:
/// keep it and ask again later.</summary>
static class GetFeed
{
    /// <summary>Changes younger than this wait: a transaction that began earlier may still commit with an earlier time,
    /// and a follower that has passed it would miss it.</summary>
    static readonly TimeSpan Settling = TimeSpan.FromSeconds(5);

    public static async Task<Results<Ok<Page<JobNeed>>, ProblemHttpResult>> Handle(
        int? limit, string? after, JobsDb db, TimeProvider clock, CancellationToken cancellationToken)
    {
        if (limit is < 1 or > Cursors.MostLimit)
            return Problems.Invalid(Cursors.Check(limit, null)!);
        if (!TryRead(after, out var at, out var id))
            return Problems.Invalid(Cursors.UnknownCursor());
        var until = clock.GetUtcNow() - Settling;
        var changed = await db.Requisitions.AsNoTracking()
            .Where(requisition => requisition.State != JobStates.Draft && requisition.UpdatedAt <= until)
            .Where(requisition => requisition.UpdatedAt > at || (requisition.UpdatedAt == at && requisition.Id > id))
            .OrderBy(requisition => requisition.UpdatedAt).ThenBy(requisition => requisition.Id)
            .Take(limit ?? Cursors.DefaultLimit)
            .Select(requisition => requisition.Need)
            .ToListAsync(cancellationToken);
        var next = changed.Count > 0 ? Write(changed[^1].UpdatedAt, changed[^1].Id) : Write(at, id);
        return TypedResults.Ok(new Page<JobNeed>(
            [.. changed.Where(need => need.PublishedAt is not null).Select(ForEveryone)], next));
    }

    // Followers must learn that it is gone; what an enterprise that is not verified writes into it is not for them.
    static JobNeed ForEveryone(JobNeed need) => need.State == JobStates.Held
        ? need with { ExternalId = null, State = JobStates.Paused, Title = "", Description = "", Skills = [], Fees = [] }
        : need with { ExternalId = null };

    static string Write(DateTimeOffset at, Guid id) =>
        string.Create(CultureInfo.InvariantCulture, $"{(at.UtcTicks - DateTimeOffset.UnixEpoch.Ticks) / 10}-{id:N}");

    static bool TryRead(string? cursor, out DateTimeOffset at, out Guid id)
    {
        at = DateTimeOffset.UnixEpoch;
        id = default;
        if (string.IsNullOrEmpty(cursor))
            return true;
        if (cursor.Split('-') is not [var time, var last]
            || !long.TryParse(time, NumberStyles.None, CultureInfo.InvariantCulture, out var microseconds)
            || microseconds > TimeSpan.FromDays(365_000).Ticks / 10
            || !Guid.TryParseExact(last, "N", out id))
            return false;
        at = DateTimeOffset.UnixEpoch.AddTicks(microseconds * 10);
        return true;
    }
}

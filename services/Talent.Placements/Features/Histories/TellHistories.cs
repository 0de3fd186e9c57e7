using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Talent.Contracts.Placements;
using Talent.Placements.Data;
using Talent.Placements.Features.Applications;
using Talent.Platform.Http;

namespace Talent.Placements.Features.Histories;

/// <summary><c>POST /placements/histories</c>: the demo's placements, once. Others learn of each as it stands now;
/// nobody is notified of what was long ago.</summary>
static class TellHistories
{
    const int Most = 5_000;

    public static async Task<Results<Ok<HistoriesTold>, ProblemHttpResult>> Handle(
        HistoriesInput body, PlacementsDb db, PlacementRecord record, TimeProvider clock,
        CancellationToken cancellationToken)
    {
        if (body.Histories is not { Count: <= Most })
            return Problems.Invalid(PlacementErrors.Field("histories", "ids-out-of-range", "histories", Most));
        if (await db.Candidacies.AnyAsync(cancellationToken))
            return TypedResults.Ok(new HistoriesTold(0));
        if (await db.Jobs.CountAsync(job => job.State == "published", cancellationToken) < body.Jobs
            || await db.Graduates.CountAsync(cancellationToken) < body.Graduates)
            return Problems.Status(StatusCodes.Status503ServiceUnavailable);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var told = await TellAsync(body, db, record, clock.GetUtcNow(), cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return TypedResults.Ok(new HistoriesTold(told));
    }

    static async Task<int> TellAsync(
        HistoriesInput body, PlacementsDb db, PlacementRecord record, DateTimeOffset now,
        CancellationToken cancellationToken)
    {
        var emails = body.Histories.Select(history => history.GraduateEmail.ToLowerInvariant())
            .ToHashSet(StringComparer.Ordinal);
        var graduates = await db.Graduates.AsNoTracking().Where(graduate => emails.Contains(graduate.Email!))
            .ToDictionaryAsync(graduate => graduate.Email!, StringComparer.Ordinal, cancellationToken);
        var jobs = (await db.Jobs.AsNoTracking().ToListAsync(cancellationToken))
            .Where(job => job.Need.ExternalId is not null)
            .ToDictionary(job => (job.OrganisationId, job.Need.ExternalId!));
        var seats = await db.Seats.ToDictionaryAsync(seats => seats.JobId, cancellationToken);
        var open = new OpenMatters(db, now);
        var told = 0;
        foreach (var history in body.Histories.OrderBy(history => history.AppliedAt))
        {
            if (!jobs.TryGetValue((history.OrganisationId, history.JobExternalId), out var job)
                || !graduates.TryGetValue(history.GraduateEmail.ToLowerInvariant(), out var graduate))
                continue;
            var own = seats[job.Id];
            var one = History.Tell(history, job, graduate, () => own.Filled < own.Openings);
            if (one.TakesSeat)
                own.Filled++;
            db.Candidacies.Add(one);
            await open.KeepAsync(one, job, cancellationToken);
            record.KeepTold(db, one, now);
            told++;
        }
        return told;
    }
}

using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Talent.Contracts.Notifications;
using Talent.Contracts.Placements;
using Talent.Contracts.Platform;
using Talent.Placements.Data;
using Talent.Placements.Domain;
using Talent.Placements.Features.Applications;
using Talent.Platform;
using Talent.Platform.Http;
using Talent.Platform.Intake;
using Talent.Platform.Security;

namespace Talent.Placements.Features.Consents;

/// <summary><c>GET</c>, <c>POST /placements/consents</c> and <c>DELETE /placements/consents/{id}</c>: a graduate lets
/// the own college apply for them until a day; or the college records that the graduate said so.</summary>
static class KeepConsents
{
    const int LongestHow = 500;
    const int MostDays = 366;

    /// <summary>The caller's own, newest first.</summary>
    /// <param name="cohort">Those of one cohort's graduates alone; none: all.</param>
    public static async Task<Results<Ok<Page<Consent>>, ProblemHttpResult>> Get(
        string? cohort, int? limit, string? after, [AsParameters] Desk desk)
    {
        if (Cursors.Check(limit, after) is { } wrong)
            return Problems.Invalid(wrong);
        _ = Cursors.TryRead(after, out var before);
        var most = limit ?? Cursors.DefaultLimit;
        var own = await OwnAsync(desk);
        if (!string.IsNullOrWhiteSpace(cohort))
        {
            own = own.Where(mandate => desk.Db.Graduates.Any(
                graduate => graduate.Id == mandate.GraduateId && graduate.Cohort == cohort));
        }
        var found = await own.AsNoTracking().Where(mandate => before == null || mandate.Id < before)
            .OrderByDescending(mandate => mandate.Id).Take(most + 1).ToListAsync(desk.CancellationToken);
        var items = new List<Consent>();
        foreach (var mandate in found.Take(most))
            items.Add(await ViewAsync(desk.Db, mandate, desk.CancellationToken));
        return TypedResults.Ok(new Page<Consent>(items, found.Count > most ? Cursors.After(items[^1].Id) : null));
    }

    public static async Task<Results<Created<Consent>, ProblemHttpResult>> Post(
        ConsentInput body, [AsParameters] Desk desk, ConsentNews news)
    {
        var graduate = await GraduateAsync(body, desk);
        var checks = new InputChecks([]);
        var how = checks.Text("how", body.How, LongestHow, required: desk.Caller.Role == Roles.Coordinator);
        if (desk.Caller.Role == Roles.Coordinator && body.GraduateId is null)
            checks.Errors.Add(IntakeErrors.Missing("graduate_id"));
        if (body.Until is null)
            checks.Errors.Add(IntakeErrors.Missing("until"));
        if (PlacementErrors.Wrong(checks) is { } wrong)
            return wrong;
        if (graduate is null)
            return Problems.NotFound(desk.Caller.Role == Roles.Graduate ? "profile" : "graduate");
        if (graduate.CollegeId is not { } college)
            return PlacementErrors.Conflict("no-college");
        var today = LocalDays.Today(desk.Now, graduate.Zone);
        var until = body.Until!.Value;
        if (until < today || until > today.AddDays(MostDays))
        {
            return Problems.Invalid(
                PlacementErrors.Field("until", "day-out-of-range", "until", today, today.AddDays(MostDays)));
        }
        var mandate = Add(desk, graduate, college, until, how);
        news.Keep(desk.Db, mandate, graduate, desk.Actor, KindsOfNotice.ConsentRecorded);
        await desk.Db.SaveChangesAsync(desk.CancellationToken);
        return TypedResults.Created(
            $"/api/v1/placements/consents/{mandate.Id}", await ViewAsync(desk.Db, mandate, desk.CancellationToken));
    }

    public static async Task<Results<NoContent, ProblemHttpResult>> Delete(
        Guid id, [AsParameters] Desk desk, ConsentNews news)
    {
        var (db, cancellationToken) = (desk.Db, desk.CancellationToken);
        var own = await OwnAsync(desk);
        if (await own.SingleOrDefaultAsync(mandate => mandate.Id == id, cancellationToken) is not { } mandate)
            return Problems.NotFound("consent");
        if (mandate.WithdrawnAt is null)
        {
            mandate.WithdrawnAt = desk.Now;
            db.Alarms.RemoveRange(await db.Alarms.Where(alarm => alarm.Subject == id).ToListAsync(cancellationToken));
            var graduate = await db.Graduates.SingleAsync(one => one.Id == mandate.GraduateId, cancellationToken);
            news.Keep(db, mandate, graduate, desk.Actor, KindsOfNotice.ConsentWithdrawn);
            await db.SaveChangesAsync(cancellationToken);
        }
        return TypedResults.NoContent();
    }

    static Mandate Add(Desk desk, KnownGraduate graduate, Guid college, DateOnly until, string? how)
    {
        var mandate = new Mandate
        {
            Id = OrderedIds.Next(desk.Now),
            GraduateId = graduate.Id,
            OrganisationId = college,
            Until = until,
            EndsAt = LocalDays.End(until, graduate.Zone),
            How = how,
            RecordedBy = desk.Caller.Name,
            RecordedAt = desk.Now,
        };
        desk.Db.Mandates.Add(mandate);
        if (mandate.EndsAt - ConsentNews.Warning > desk.Now)
        {
            desk.Db.Alarms.Add(new Alarm
            {
                Id = OrderedIds.Next(desk.Now),
                PlacementId = null,
                Kind = AlarmKinds.ConsentExpiring,
                Subject = mandate.Id,
                DueAt = mandate.EndsAt - ConsentNews.Warning,
            });
        }
        return mandate;
    }

    static async Task<KnownGraduate?> GraduateAsync(ConsentInput body, Desk desk)
    {
        if (desk.Caller.Role == Roles.Graduate)
            return await desk.Db.OwnProfileAsync(desk.Caller, desk.CancellationToken);
        return await desk.Db.Graduates.SingleOrDefaultAsync(
            graduate => graduate.Id == body.GraduateId && graduate.CollegeId == desk.Caller.OrganisationId
                && !graduate.Removed, desk.CancellationToken);
    }

    static async Task<IQueryable<Mandate>> OwnAsync(Desk desk)
    {
        if (desk.Caller.Role == Roles.Coordinator)
            return desk.Db.Mandates.Where(mandate => mandate.OrganisationId == desk.Caller.OrganisationId);
        var own = await desk.Db.OwnProfileAsync(desk.Caller, desk.CancellationToken);
        var id = own?.Id;
        return desk.Db.Mandates.Where(mandate => mandate.GraduateId == id);
    }

    static async Task<Consent> ViewAsync(PlacementsDb db, Mandate mandate, CancellationToken cancellationToken)
    {
        var graduate = await db.Graduates.AsNoTracking()
            .SingleAsync(graduate => graduate.Id == mandate.GraduateId, cancellationToken);
        return new Consent(
            mandate.Id, mandate.GraduateId, graduate.Name, mandate.OrganisationId, graduate.College ?? "",
            mandate.Until,
            mandate.How, mandate.RecordedBy, mandate.RecordedAt, mandate.WithdrawnAt);
    }
}

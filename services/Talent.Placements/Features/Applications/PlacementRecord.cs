using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Talent.Contracts.Identity;
using Talent.Contracts.Notifications;
using Talent.Contracts.Placements;
using Talent.Placements.Data;
using Talent.Placements.Domain;
using Talent.Placements.Features.Interviews;
using Talent.Platform;
using Talent.Platform.Auditing;

namespace Talent.Placements.Features.Applications;

/// <summary>Puts beside a change, in the same transaction, all that goes with it: the event, the notices, the audit
/// entry and the alarms that it sets or makes needless.</summary>
sealed class PlacementRecord(Audit audit, TimeProvider clock)
{
    /// <summary>Of a change of the candidacy itself; its version has risen.</summary>
    /// <param name="kind">One of <see cref="KindsOfNotice"/>.</param>
    /// <param name="more">Values of the notice besides those that follow from the case.</param>
    public async Task KeepAsync(
        PlacementsDb db, PlacementCase of, Actor by, string kind, CancellationToken cancellationToken,
        NoticeSubject? subject = null, params IReadOnlyList<(string Name, string? Value)> more)
    {
        await CloseWithPlacement.FollowAsync(db, of.Candidacy, clock.GetUtcNow(), cancellationToken);
        db.Publish(Changed(of.Candidacy), clock);
        await PlanAlarmsAsync(db, of.Candidacy, cancellationToken);
        await TellAsync(db, of, by, kind, cancellationToken, subject, more);
    }

    /// <summary>Of something that leaves the candidacy as it is: a note, a reminder. Nothing but notices and, when
    /// somebody did it, the audit entry.</summary>
    public async Task TellAsync(
        PlacementsDb db, PlacementCase of, Actor by, string kind, CancellationToken cancellationToken,
        NoticeSubject? subject = null, params IReadOnlyList<(string Name, string? Value)> more)
    {
        var telling = Tellings.Of(kind);
        if (telling.Audit is { } action)
            Audit(db, of.Candidacy, by, action);
        var office = await OfficesAsync(db, cancellationToken);
        foreach (var notice in Notices(of, by, kind, telling, office, subject, Values(of, more)))
            db.Publish(notice, clock);
    }

    /// <summary>Of a new candidacy whose history is told afterwards: others learn how it stands, and its clocks run
    /// from now on, but nobody is told of what was long ago.</summary>
    public void KeepTold(PlacementsDb db, Candidacy candidacy, DateTimeOffset now)
    {
        db.Publish(Changed(candidacy), clock);
        SetAlarms(db, candidacy, AlarmPlan.Of(candidacy, now), now);
    }

    IEnumerable<NoticeRaised> Notices(
        PlacementCase of, Actor by, string kind, Telling telling, IReadOnlyList<Guid> offices, NoticeSubject? subject,
        IReadOnlyDictionary<string, string> values)
    {
        var (candidacy, now) = (of.Candidacy, clock.GetUtcNow());
        List<(string? Weight, Guid? Account, Guid? Organisation)> told =
        [
            (telling.Employer, null, candidacy.OrganisationId),
            (telling.Graduate, of.Graduate.AccountId, null),
            (telling.College, null, candidacy.CollegeId),
        ];
        if (telling.Graduate is not null || telling.College is not null)
            told.AddRange(offices.Select(office => ((string?)NoticeWeights.Signal, (Guid?)null, (Guid?)office)));
        foreach (var group in told
            .Where(one => one.Weight is not null && (one.Account ?? one.Organisation) is not null)
            .GroupBy(one => one.Weight!, StringComparer.Ordinal))
        {
            yield return new NoticeRaised(
                OrderedIds.Next(now), kind, group.Key,
                [.. group.Select(one => one.Account).OfType<Guid>()],
                [.. group.Select(one => one.Organisation).OfType<Guid>()],
                by.Account, subject?.Type ?? "placement", subject?.Id ?? candidacy.Id, values,
                $"/placements/{candidacy.Id}", now);
        }
    }

    static Dictionary<string, string> Values(PlacementCase of, IReadOnlyList<(string Name, string? Value)> more)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["job"] = of.Job.Title,
            ["jobLanguage"] = of.Job.Language,
            ["employer"] = of.Job.OrganisationName,
            ["graduate"] = of.Graduate.Name,
            ["stage"] = of.Candidacy.Stage,
        };
        if (of.Candidacy.Stage == Stages.Ended)
            values["reason"] = of.Candidacy.RefusalReason ?? of.Candidacy.EndReason!;
        if (of.Candidacy is { Stage: Stages.Ended, EndComment: { } comment })
            values["comment"] = comment;
        if (of.Candidacy.ReplyBy is { } replyBy)
            values["untilAt"] = replyBy.ToString("O", CultureInfo.InvariantCulture);
        foreach (var (name, value) in more)
        {
            if (value is not null)
                values[name] = value;
        }
        return values;
    }

    void Audit(PlacementsDb db, Candidacy candidacy, Actor by, string action)
    {
        var detail = candidacy.Stage == Stages.Ended
            ? $"{candidacy.Stage}: {candidacy.RefusalReason ?? candidacy.EndReason}"
            : candidacy.Stage;
        if (by.Side == Sides.Platform)
        {
            var platform = new AuditActor(null, "", candidacy.OrganisationId);
            audit.Record(db, platform, action, "placement", candidacy.Id, detail);
        }
        else
        {
            audit.Record(db, action, "placement", candidacy.Id, detail);
        }
    }

    async Task PlanAlarmsAsync(PlacementsDb db, Candidacy candidacy, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var planned = AlarmPlan.Of(candidacy, now).ToList();
        if (candidacy.Version > 1)
        {
            var set = await db.Alarms.Where(alarm => alarm.PlacementId == candidacy.Id && alarm.Subject == null)
                .ToListAsync(cancellationToken);
            foreach (var alarm in set.Where(alarm => !planned.Remove((alarm.Kind, alarm.DueAt))))
                db.Alarms.Remove(alarm);
        }
        SetAlarms(db, candidacy, planned, now);
    }

    static void SetAlarms(
        PlacementsDb db, Candidacy candidacy, IEnumerable<(string Kind, DateTimeOffset DueAt)> planned,
        DateTimeOffset now) =>
        db.Alarms.AddRange(planned.Select(alarm => new Alarm
        {
            Id = OrderedIds.Next(now),
            PlacementId = candidacy.Id,
            Kind = alarm.Kind,
            Subject = null,
            DueAt = alarm.DueAt,
        }));

    static Task<List<Guid>> OfficesAsync(PlacementsDb db, CancellationToken cancellationToken) =>
        db.Organisations.Where(organisation => organisation.Kind == OrganisationKinds.Office)
            .Select(organisation => organisation.Id).ToListAsync(cancellationToken);

    PlacementChanged Changed(Candidacy one) => new(
        one.Id, one.Version, one.JobId, one.OrganisationId, one.GraduateId, one.CollegeId, one.Stage, one.Reached,
        one.EndReason, one.Kind, one.AppliedAt, clock.GetUtcNow());
}

/// <summary>What a notice is about when it is not the placement.</summary>
/// <param name="Type"><c>interview</c> or <c>offer</c>.</param>
sealed record NoticeSubject(string Type, Guid Id);

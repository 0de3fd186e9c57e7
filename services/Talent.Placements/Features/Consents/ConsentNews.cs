using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Talent.Contracts.Notifications;
using Talent.Placements.Data;
using Talent.Placements.Domain;
using Talent.Placements.Features.Applications;
using Talent.Placements.Features.Clock;
using Talent.Platform;
using Talent.Platform.Auditing;

namespace Talent.Placements.Features.Consents;

/// <summary>Tells the graduate and the college of a consent, puts it on record, and warns before it is over.</summary>
sealed class ConsentNews(Audit audit, TimeProvider clock) : IAlarmRinger
{
    /// <summary>How long before its end a consent is warned of.</summary>
    public static readonly TimeSpan Warning = TimeSpan.FromDays(7);

    public bool Rings(string kind) => kind == AlarmKinds.ConsentExpiring;

    public async Task RingAsync(PlacementsDb db, Alarm alarm, CancellationToken cancellationToken)
    {
        var mandate = await db.Mandates.SingleAsync(one => one.Id == alarm.Subject, cancellationToken);
        var graduate = await db.Graduates.SingleAsync(one => one.Id == mandate.GraduateId, cancellationToken);
        if (mandate.WithdrawnAt is null)
            Tell(db, mandate, graduate, Actor.Platform, KindsOfNotice.ConsentExpiring);
    }

    /// <summary>Of a consent that was recorded or withdrawn.</summary>
    /// <param name="kind">One of <see cref="KindsOfNotice"/>.</param>
    public void Keep(PlacementsDb db, Mandate mandate, KnownGraduate graduate, Actor by, string kind)
    {
        audit.Record(
            db, Tellings.Of(kind).Audit!, "consent", mandate.Id,
            $"{mandate.GraduateId} {mandate.Until.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}");
        Tell(db, mandate, graduate, by, kind);
    }

    void Tell(PlacementsDb db, Mandate mandate, KnownGraduate graduate, Actor by, string kind)
    {
        var now = clock.GetUtcNow();
        db.Publish(new NoticeRaised(
            OrderedIds.Next(now), kind, Tellings.Of(kind).College!,
            graduate.AccountId is { } account ? [account] : [], [mandate.OrganisationId], by.Account, "consent",
            mandate.Id,
            new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["graduate"] = graduate.Name,
                ["college"] = graduate.College ?? "",
                ["untilAt"] = mandate.EndsAt.ToString("O", CultureInfo.InvariantCulture),
            },
            "/account/consents", now), clock);
    }
}

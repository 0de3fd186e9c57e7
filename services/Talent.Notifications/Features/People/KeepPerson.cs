using Microsoft.EntityFrameworkCore;
using Talent.Contracts.Identity;
using Talent.Notifications.Data;
using Talent.Notifications.Domain;
using Talent.Notifications.Mails;
using Talent.Platform.Messaging;

namespace Talent.Notifications.Features.People;

/// <summary>Keeps the newest that is known of a person and of where they belong.</summary>
sealed class KeepPerson(NotificationsDb db, TimeProvider clock)
    : IdempotentConsumer<NotificationsDb, PersonChanged>(db, clock)
{
    protected override async Task HandleAsync(PersonChanged message, CancellationToken cancellationToken)
    {
        var known = await Db.People.FindAsync([message.AccountId], cancellationToken);
        if (known?.Version >= message.Version)
            return;
        if (known is null)
            Db.People.Add(new Person
            {
                AccountId = message.AccountId,
                Name = message.Name,
                Email = message.Email,
                Language = message.Language,
                Zone = message.Zone,
                Version = message.Version,
            });
        else
            await ChangeAsync(known, message, cancellationToken);
        await BelongAsync(message, cancellationToken);
    }

    async Task ChangeAsync(Person known, PersonChanged message, CancellationToken cancellationToken)
    {
        var moved = known.Zone != message.Zone;
        (known.Name, known.Email, known.Version) = (message.Name, message.Email, message.Version);
        (known.Language, known.Zone) = (message.Language, message.Zone);
        if (moved)
            await Db.RescheduleAsync(message.AccountId, await Db.PreferencesOfAsync(message.AccountId, cancellationToken),
                message.Zone, cancellationToken);
    }

    async Task BelongAsync(PersonChanged message, CancellationToken cancellationToken)
    {
        var known = await Db.Belongings.Where(one => one.AccountId == message.AccountId).ToListAsync(cancellationToken);
        var told = message.Memberships.Select(one => one.OrganisationId).ToHashSet();
        Db.Belongings.RemoveRange(known.Where(one => !told.Contains(one.OrganisationId)));
        foreach (var organisation in told.Except(known.Select(one => one.OrganisationId)))
            Db.Belongings.Add(new Belonging { OrganisationId = organisation, AccountId = message.AccountId });
    }
}

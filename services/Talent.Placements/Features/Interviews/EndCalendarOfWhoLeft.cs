using Talent.Contracts.Identity;
using Talent.Placements.Data;
using Talent.Platform.Messaging;
using Talent.Platform.Security;

namespace Talent.Placements.Features.Interviews;

/// <summary>Whoever has left an organisation no longer reads its interviews in a calendar.</summary>
sealed class EndCalendarOfWhoLeft(PlacementsDb db, TimeProvider clock)
    : IdempotentConsumer<PlacementsDb, PersonChanged>(db, clock)
{
    protected override async Task HandleAsync(PersonChanged message, CancellationToken cancellationToken)
    {
        var calendar = await Db.CalendarSubscriptions.FindAsync([message.AccountId], cancellationToken);
        if (calendar is null || calendar.Role == Roles.Graduate)
            return;
        if (!message.Memberships.Any(membership => membership.OrganisationId == calendar.OrganisationId))
            Db.CalendarSubscriptions.Remove(calendar);
    }
}

using Talent.Contracts.Identity;
using Talent.Placements.Data;
using Talent.Placements.Domain;
using Talent.Platform.Messaging;

namespace Talent.Placements.Features.Known;

/// <summary>Keeps the newest that is known of an organisation.</summary>
sealed class KeepOrganisation(PlacementsDb db, TimeProvider clock)
    : IdempotentConsumer<PlacementsDb, OrganisationChanged>(db, clock)
{
    protected override async Task HandleAsync(OrganisationChanged message, CancellationToken cancellationToken)
    {
        var known = await Db.Organisations.FindAsync([message.Id], cancellationToken);
        if (known?.Version >= message.Version)
            return;
        if (known is null)
        {
            Db.Organisations.Add(new KnownOrganisation
            {
                Id = message.Id,
                Version = message.Version,
                Kind = message.Kind,
                Name = message.Name,
                Verified = message.Verified,
            });
            return;
        }
        known.Version = message.Version;
        known.Kind = message.Kind;
        known.Name = message.Name;
        known.Verified = message.Verified;
    }
}

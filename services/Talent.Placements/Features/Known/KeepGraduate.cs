using Talent.Contracts.Graduates;
using Talent.Placements.Data;
using Talent.Placements.Domain;
using Talent.Platform.Messaging;

namespace Talent.Placements.Features.Known;

/// <summary>Keeps the newest that placements need to know of a graduate.</summary>
sealed class KeepGraduate(PlacementsDb db, TimeProvider clock)
    : IdempotentConsumer<PlacementsDb, GraduateProfileChanged>(db, clock)
{
    protected override async Task HandleAsync(GraduateProfileChanged message, CancellationToken cancellationToken)
    {
        var graduate = message.Graduate;
        var known = await Db.Graduates.FindAsync([graduate.Id], cancellationToken);
        if (known?.Version >= graduate.Version)
            return;
        if (known is null)
            Db.Graduates.Add(New(graduate));
        else
            Renew(known, New(graduate));
    }

    static KnownGraduate New(Graduate graduate) => new()
    {
        Id = graduate.Id,
        Version = graduate.Version,
        AccountId = graduate.AccountId,
        Email = graduate.Email?.ToLowerInvariant(),
        Name = graduate.Name,
        NameKey = graduate.Name.ToLowerInvariant(),
        Country = graduate.Country,
        Zone = graduate.Zone,
        Hours = graduate.Hours,
        Currency = graduate.Currency,
        CollegeId = graduate.OrganisationId,
        College = graduate.OrganisationName,
        Cohort = graduate.Cohort,
        Programme = (graduate.Education.LastOrDefault(education => education.Cohort is not null)
            ?? graduate.Education.LastOrDefault())?.Programme,
        Removed = graduate.Removed,
    };

    static void Renew(KnownGraduate known, KnownGraduate newest)
    {
        known.Version = newest.Version;
        known.AccountId = newest.AccountId;
        known.Email = newest.Email;
        known.Name = newest.Name;
        known.NameKey = newest.NameKey;
        known.Country = newest.Country;
        known.Zone = newest.Zone;
        known.Hours = newest.Hours;
        known.Currency = newest.Currency;
        known.CollegeId = newest.CollegeId;
        known.College = newest.College;
        known.Cohort = newest.Cohort;
        known.Programme = newest.Programme;
        known.Removed = newest.Removed;
    }
}

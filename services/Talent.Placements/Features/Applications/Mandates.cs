using Microsoft.EntityFrameworkCore;
using Talent.Placements.Domain;

namespace Talent.Placements.Features.Applications;

/// <summary>Consents to act on a graduate's behalf.</summary>
static class Mandates
{
    /// <summary>The one that the caller's college holds now, the longest; null: none, or it is over or was
    /// withdrawn.</summary>
    public static Task<Mandate?> FindAsync(Desk desk, KnownGraduate graduate)
    {
        var (now, college) = (desk.Now, desk.Caller.OrganisationId);
        return desk.Db.Mandates
            .Where(mandate => mandate.GraduateId == graduate.Id && mandate.OrganisationId == college
                && mandate.WithdrawnAt == null && mandate.EndsAt > now)
            .OrderByDescending(mandate => mandate.EndsAt).FirstOrDefaultAsync(desk.CancellationToken);
    }
}

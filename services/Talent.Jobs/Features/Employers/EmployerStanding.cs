using Microsoft.EntityFrameworkCore;
using Talent.Jobs.Data;

namespace Talent.Jobs.Features.Employers;

static class EmployerStanding
{
    /// <summary>Whether the office has verified the enterprise: as this service was told, or, before it was told
    /// anything, as the caller's token says.</summary>
    public static async Task<bool> IsVerifiedAsync(
        this JobsDb db, Guid organisation, bool asTheTokenSays, CancellationToken cancellationToken) =>
        await db.Employers.Where(employer => employer.Id == organisation)
            .Select(employer => (bool?)employer.Verified).SingleOrDefaultAsync(cancellationToken) ?? asTheTokenSays;
}

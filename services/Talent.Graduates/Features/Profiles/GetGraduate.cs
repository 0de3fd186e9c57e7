using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Talent.Contracts.Graduates;
using Talent.Contracts.Identity;
using Talent.Graduates.Data;
using Talent.Platform.Auditing;
using Talent.Platform.Privacy;
using Talent.Platform.Security;

namespace Talent.Graduates.Features.Profiles;

/// <summary><c>GET /graduates/{id}</c>: what the caller may see of a graduate; 404 when that is nothing.</summary>
static class GetGraduate
{
    public static async Task<Results<Ok<GraduateView>, ProblemHttpResult>> Handle(
        Guid id, Caller caller, GraduatesDb db, Audit audit, TimeProvider clock,
        CancellationToken cancellationToken)
    {
        var profile = await db.Profiles.AsNoTracking()
            .SingleOrDefaultAsync(profile => profile.Id == id, cancellationToken);
        var known = profile is not null && caller.Role == Roles.Employer && (await db.KnownToAsync(
            caller.OrganisationId, [id], clock.GetUtcNow(), cancellationToken)).Contains(id);
        if (profile is null || GraduateDisclosure.For(profile.Graduate, caller, known) is not { } view)
            return ProfileErrors.Unknown();
        if (GraduateDisclosure.Discloses(view, caller))
        {
            audit.Record(db, AuditActions.NamesDisclosed, "graduate", id);
            await db.SaveChangesAsync(cancellationToken);
        }
        return TypedResults.Ok(view);
    }
}

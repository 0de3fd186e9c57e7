using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Talent.Contracts.Identity;
using Talent.Identity.Data;
using Talent.Identity.Domain;
using Talent.Platform.Auditing;
using Talent.Platform.Http;
using Talent.Platform.Security;

namespace Talent.Identity.Features.Organisations;

/// <summary><c>POST /identity/organisations</c>: a new enterprise or college; the caller becomes its owner.</summary>
static class FoundOrganisation
{
    // Verified ones do not count: a holding may own many.
    const int MostUnverified = 3;

    public static async Task<Results<Created<OrganisationView>, ProblemHttpResult>> Handle(
        OrganisationInput input, Caller caller, IdentityDb db, Audit audit, TimeProvider clock, HttpResponse response,
        CancellationToken cancellationToken)
    {
        var (described, errors) = OrganisationRules.Understand(input);
        if (errors.Count > 0)
            return OrganisationErrors.Invalid(errors);
        var owned = await db.Memberships.CountAsync(
            member => member.AccountId == caller.AccountId && member.Role == MemberRoles.Owner && db.Organisations.Any(
                one => one.Id == member.OrganisationId && one.State != OrganisationStates.Verified), cancellationToken);
        if (owned >= MostUnverified)
            return OrganisationErrors.TooManyOrganisations(MostUnverified);
        var organisation = Organisation.Found(described, clock.GetUtcNow());
        db.Found(organisation, caller.AccountId, MemberRoles.Owner, clock);
        audit.Record(
            db, new AuditActor(caller.AccountId, caller.Name, organisation.Id), AuditActions.OrganisationMade,
            "organisation", organisation.Id, organisation.Name);
        await db.SaveChangesAsync(cancellationToken);
        response.Headers.ETag = ETags.Of(organisation.Version);
        return TypedResults.Created(
            $"/api/v1/identity/organisations/{organisation.Id}", await db.ViewAsync(organisation, cancellationToken));
    }

    /// <summary>Adds the organisation and its first member, and tells the other services; saved by the
    /// caller.</summary>
    public static void Found(this IdentityDb db, Organisation organisation, Guid account, string role, TimeProvider clock)
    {
        db.Organisations.Add(organisation);
        db.Memberships.Add(new Membership
        {
            OrganisationId = organisation.Id,
            AccountId = account,
            Role = role,
            JoinedAt = clock.GetUtcNow(),
        });
        db.Publish(organisation.ToEvent(), clock);
    }
}

using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Talent.Identity.Data;
using Talent.Identity.Domain;
using Talent.Platform.Security;

namespace Talent.Identity.Features.Organisations;

/// <summary>Whether a caller may do something with an organisation. The membership itself is looked at, not the token:
/// it may have ended since that was issued.</summary>
static class Standing
{
    /// <summary>Null for a member who acts for the organisation; another organisation does not exist for
    /// them.</summary>
    public static async Task<ProblemHttpResult?> NoMemberAsync(
        this IdentityDb db, Caller caller, Guid organisation, CancellationToken cancellationToken) =>
        await RoleAsync(db, caller, organisation, cancellationToken) is null ? OrganisationErrors.Unknown() : null;

    /// <summary>Null for a member who acts for the organisation and manages it.</summary>
    public static async Task<ProblemHttpResult?> NoOwnerAsync(
        this IdentityDb db, Caller caller, Guid organisation, CancellationToken cancellationToken) =>
        await RoleAsync(db, caller, organisation, cancellationToken) is not { } role ? OrganisationErrors.Unknown()
            : OrganisationRules.Manages(role) ? null : OrganisationErrors.OwnersOnly();

    /// <summary>As <see cref="NoOwnerAsync"/>, but null for the programme office too.</summary>
    public static async Task<ProblemHttpResult?> NeitherOwnerNorOfficeAsync(
        this IdentityDb db, Caller caller, Guid organisation, CancellationToken cancellationToken) =>
        caller.Role == Roles.Office
        && await RoleAsync(db, caller, caller.Organisation, cancellationToken) is not null
            ? null : await db.NoOwnerAsync(caller, organisation, cancellationToken);

    static async Task<string?> RoleAsync(
        IdentityDb db, Caller caller, Guid organisation, CancellationToken cancellationToken) =>
        caller.OrganisationId != organisation ? null
            : await db.Memberships
                .Where(member => member.OrganisationId == organisation && member.AccountId == caller.AccountId)
                .Select(member => member.Role).SingleOrDefaultAsync(cancellationToken);
}

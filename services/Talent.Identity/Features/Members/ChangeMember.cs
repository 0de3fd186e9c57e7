using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Talent.Contracts.Identity;
using Talent.Identity.Data;
using Talent.Identity.Domain;
using Talent.Identity.Features.Organisations;
using Talent.Platform.Auditing;
using Talent.Platform.Intake;
using Talent.Platform.Security;

namespace Talent.Identity.Features.Members;

/// <summary><c>PUT /identity/organisations/{id}/members/{account}</c>: gives a member another role. The last one who
/// manages the organisation keeps theirs.</summary>
static class ChangeMember
{
    public static async Task<Results<Ok<Member>, ProblemHttpResult>> Handle(
        Guid id, Guid account, MemberRoleInput input, Caller caller, IdentityDb db, Audit audit,
        CancellationToken cancellationToken)
    {
        if (await db.NoOwnerAsync(caller, id, cancellationToken) is { } refusal)
            return refusal;
        var organisation = await db.Organisations.SingleAsync(organisation => organisation.Id == id, cancellationToken);
        var checks = new InputChecks([]);
        var role = checks.MemberRole(input.Role, organisation.Kind);
        if (role is null)
            return OrganisationErrors.Invalid(checks.Errors);
        var member = await db.Memberships.SingleOrDefaultAsync(
            member => member.OrganisationId == id && member.AccountId == account, cancellationToken);
        if (member is null)
            return MemberErrors.Unknown();
        if (!OrganisationRules.Manages(role) && await db.IsLastOwnerAsync(member, cancellationToken))
            return MemberErrors.LastOwner();
        var person = await db.Accounts.AsNoTracking().SingleAsync(one => one.Id == account, cancellationToken);
        if (member.Role != role)
        {
            audit.Record(
                db, AuditActions.MemberRoleChanged, "member", account, $"{person.Email}: {member.Role} → {role}");
            member.Role = role;
            organisation.ChangeMembers();
            await db.SaveChangesAsync(cancellationToken);
        }
        return TypedResults.Ok(new Member(account, person.Name, person.Email ?? "", role, member.JoinedAt));
    }

    /// <summary>True for the only member who manages the organisation. Whoever asks has read the organisation
    /// before and raises its <see cref="Organisation.MembersVersion"/>: of two who leave at once, one is refused.</summary>
    public static async Task<bool> IsLastOwnerAsync(
        this IdentityDb db, Membership member, CancellationToken cancellationToken) =>
        OrganisationRules.Manages(member.Role) && !await db.Memberships.AnyAsync(
            other => other.OrganisationId == member.OrganisationId && other.AccountId != member.AccountId
                && (other.Role == MemberRoles.Owner || other.Role == MemberRoles.Administrator), cancellationToken);
}

using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Talent.Contracts.Identity;
using Talent.Identity.Data;
using Talent.Identity.Features.Organisations;
using Talent.Platform.Auditing;
using Talent.Platform.Security;

namespace Talent.Identity.Features.Members;

/// <summary><c>DELETE /identity/organisations/{id}/members/{account}</c>: takes a member out, or leaves. The last one
/// who manages the organisation stays.</summary>
static class RemoveMember
{
    public static async Task<Results<NoContent, ProblemHttpResult>> Handle(
        Guid id, Guid account, Caller caller, IdentityDb db, Audit audit, CancellationToken cancellationToken)
    {
        var refusal = account == caller.AccountId
            ? await db.NoMemberAsync(caller, id, cancellationToken)
            : await db.NoOwnerAsync(caller, id, cancellationToken);
        if (refusal is not null)
            return refusal;
        // Read before who is left is asked: of two who leave at once, the second finds a newer version when it saves.
        var organisation = await db.Organisations.SingleAsync(organisation => organisation.Id == id, cancellationToken);
        var member = await db.Memberships.SingleOrDefaultAsync(
            member => member.OrganisationId == id && member.AccountId == account, cancellationToken);
        if (member is null)
            return MemberErrors.Unknown();
        if (await db.IsLastOwnerAsync(member, cancellationToken))
            return MemberErrors.LastOwner();
        organisation.ChangeMembers();
        db.Memberships.Remove(member);
        var email = await db.Accounts.Where(one => one.Id == account).Select(one => one.Email).SingleAsync(cancellationToken);
        audit.Record(db, AuditActions.MemberRemoved, "member", account, email);
        await db.SaveChangesAsync(cancellationToken);
        return TypedResults.NoContent();
    }
}

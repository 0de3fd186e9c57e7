using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Talent.Contracts.Identity;
using Talent.Identity.Data;
using Talent.Identity.Features.Organisations;
using Talent.Platform.Auditing;
using Talent.Platform.Security;

namespace Talent.Identity.Features.Members;

/// <summary><c>DELETE /identity/organisations/{id}/invitations/{invitation}</c>: its link works no more.</summary>
static class WithdrawInvitation
{
    public static async Task<Results<NoContent, ProblemHttpResult>> Handle(
        Guid id, Guid invitation, Caller caller, IdentityDb db, Audit audit, CancellationToken cancellationToken)
    {
        if (await db.NoOwnerAsync(caller, id, cancellationToken) is { } refusal)
            return refusal;
        var pending = await db.Invitations.SingleOrDefaultAsync(
            one => one.Id == invitation && one.OrganisationId == id, cancellationToken);
        if (pending is null)
            return MemberErrors.UnknownInvitation();
        db.Invitations.Remove(pending);
        audit.Record(db, AuditActions.InvitationWithdrawn, "invitation", invitation, pending.Email);
        await db.SaveChangesAsync(cancellationToken);
        return TypedResults.NoContent();
    }
}

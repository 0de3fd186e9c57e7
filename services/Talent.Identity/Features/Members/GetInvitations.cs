using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Talent.Contracts.Identity;
using Talent.Identity.Data;
using Talent.Identity.Domain;
using Talent.Identity.Features.Organisations;
using Talent.Platform.Security;

namespace Talent.Identity.Features.Members;

/// <summary><c>GET /identity/organisations/{id}/invitations</c>: those that wait for an answer, for whoever manages the
/// organisation.</summary>
static class GetInvitations
{
    public static async Task<Results<Ok<List<Invitation>>, ProblemHttpResult>> Handle(
        Guid id, Caller caller, IdentityDb db, TimeProvider clock, CancellationToken cancellationToken)
    {
        if (await db.NoOwnerAsync(caller, id, cancellationToken) is { } refusal)
            return refusal;
        var now = clock.GetUtcNow();
        var invitations = await db.Invitations.AsNoTracking()
            .Where(invitation => invitation.OrganisationId == id && invitation.ExpiresAt > now)
            .OrderBy(invitation => invitation.Id).ToListAsync(cancellationToken);
        return TypedResults.Ok(invitations.ConvertAll(View));
    }

    public static Invitation View(PendingInvitation invitation) => new(
        invitation.Id, invitation.Email, invitation.Role, invitation.InvitedBy, invitation.CreatedAt, invitation.ExpiresAt);
}

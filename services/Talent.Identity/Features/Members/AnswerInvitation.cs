using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Talent.Contracts.Identity;
using Talent.Identity.Data;
using Talent.Identity.Domain;
using Talent.Identity.SigningIn;
using Talent.Platform.Auditing;
using Talent.Platform.Security;

namespace Talent.Identity.Features.Members;

/// <summary>What an invitation's link leads to, and the same without the link: <c>POST /identity/invitations/look</c> says what it offers, <c>POST
/// /identity/invitations/accept</c> makes the signed-in person a member. A link that was passed on is of no use: the
/// account must have the address that was invited.</summary>
static class AnswerInvitation
{
    public static async Task<Results<Ok<InvitationOffer>, ProblemHttpResult>> Look(
        InvitationToken input, IdentityDb db, TimeProvider clock, CancellationToken cancellationToken)
    {
        if (await FindAsync(db, input.Token, clock, cancellationToken) is not { } invitation)
            return MemberErrors.UnknownInvitation();
        var organisation = await db.Organisations.AsNoTracking()
            .SingleAsync(one => one.Id == invitation.OrganisationId, cancellationToken);
        return TypedResults.Ok(new InvitationOffer(
            organisation.Id, organisation.Name, organisation.Kind, invitation.Role, invitation.Email, invitation.InvitedBy,
            invitation.ExpiresAt));
    }

    public static async Task<Results<Ok<MembershipInfo>, ProblemHttpResult>> Accept(
        InvitationToken input, Caller caller, IdentityDb db, Audit audit, TimeProvider clock,
        CancellationToken cancellationToken)
    {
        if (await FindAsync(db, input.Token, clock, cancellationToken) is not { } invitation)
            return MemberErrors.UnknownInvitation();
        if (!string.Equals(invitation.Email, caller.Email, StringComparison.OrdinalIgnoreCase))
            return MemberErrors.OtherAddress(invitation.Email);
        return await JoinAsync(invitation, caller, db, audit, clock, cancellationToken);
    }

    /// <summary>Those that wait for the caller; the account's address, which is a confirmed one, is the proof.</summary>
    public static async Task<Ok<List<OwnInvitation>>> Mine(
        Caller caller, IdentityDb db, TimeProvider clock, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        return TypedResults.Ok(await To(db, caller).Where(invitation => invitation.ExpiresAt > now)
            .Join(db.Organisations, invitation => invitation.OrganisationId, organisation => organisation.Id,
                (invitation, organisation) => new { invitation, organisation })
            .OrderBy(one => one.invitation.Id)
            .Select(one => new OwnInvitation(
                one.invitation.Id, one.organisation.Id, one.organisation.Name, one.organisation.Kind, one.invitation.Role,
                one.invitation.InvitedBy, one.invitation.ExpiresAt))
            .ToListAsync(cancellationToken));
    }

    /// <summary>Accepts one of them; anybody else's is none.</summary>
    public static async Task<Results<Ok<MembershipInfo>, ProblemHttpResult>> AcceptMine(
        Guid invitation, Caller caller, IdentityDb db, Audit audit, TimeProvider clock, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        return await To(db, caller).SingleOrDefaultAsync(
            one => one.Id == invitation && one.ExpiresAt > now, cancellationToken) is { } own
            ? await JoinAsync(own, caller, db, audit, clock, cancellationToken)
            : MemberErrors.UnknownInvitation();
    }

    static IQueryable<PendingInvitation> To(IdentityDb db, Caller caller)
    {
        var address = caller.Email.ToLowerInvariant();
        return db.Invitations.Where(invitation => invitation.Email == address);
    }

    static async Task<Ok<MembershipInfo>> JoinAsync(
        PendingInvitation invitation, Caller caller, IdentityDb db, Audit audit, TimeProvider clock,
        CancellationToken cancellationToken)
    {
        var organisation = await db.Organisations.AsNoTracking()
            .SingleAsync(one => one.Id == invitation.OrganisationId, cancellationToken);
        var member = await db.Memberships.SingleOrDefaultAsync(
            one => one.OrganisationId == organisation.Id && one.AccountId == caller.AccountId, cancellationToken);
        if (member is null)
        {
            db.Memberships.Add(member = new Membership
            {
                OrganisationId = organisation.Id,
                AccountId = caller.AccountId,
                Role = invitation.Role,
                JoinedAt = clock.GetUtcNow(),
            });
            audit.Record(
                db, new AuditActor(caller.AccountId, caller.Name, organisation.Id), AuditActions.MemberJoined, "member",
                caller.AccountId, $"{caller.Email} ({invitation.Role})");
        }
        db.Invitations.Remove(invitation);
        await db.SaveChangesAsync(cancellationToken);
        return TypedResults.Ok(new MembershipInfo(
            organisation.Id, organisation.Name, organisation.Kind, organisation.State, member.Role,
            Acting: caller.OrganisationId == organisation.Id));
    }

    static async Task<PendingInvitation?> FindAsync(
        IdentityDb db, string? token, TimeProvider clock, CancellationToken cancellationToken)
    {
        if (string.IsNullOrEmpty(token) || token.Length > 100)
            return null;
        var (hash, now) = (Secrets.HashOf(token), clock.GetUtcNow());
        return await db.Invitations.SingleOrDefaultAsync(
            invitation => invitation.Hash == hash && invitation.ExpiresAt > now, cancellationToken);
    }
}

using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Talent.Contracts.Identity;
using Talent.Identity.Data;
using Talent.Identity.Domain;
using Talent.Identity.Features.Organisations;
using Talent.Identity.SigningIn;
using Talent.Identity.Texts;
using Talent.Platform;
using Talent.Platform.Auditing;
using Talent.Platform.Intake;
using Talent.Platform.Security;
using Talent.Platform.Texts;

namespace Talent.Identity.Features.Members;

/// <summary><c>POST /identity/organisations/{id}/invitations</c>: asks an address to join. Asked again, the earlier
/// link works no more. Whether the address has an account is not told.</summary>
static class InviteMember
{
    // Whoever is invited did not ask for the mail.
    const int MostADay = 100;

    public static async Task<Results<Created<Invitation>, ProblemHttpResult>> Handle(
        Guid id, InvitationInput input, Caller caller, IdentityDb db, Throttle throttle, Letters letters, Audit audit,
        TimeProvider clock, CancellationToken cancellationToken)
    {
        if (await db.NoOwnerAsync(caller, id, cancellationToken) is { } refusal)
            return refusal;
        var organisation = await db.Organisations.AsNoTracking().SingleAsync(one => one.Id == id, cancellationToken);
        var checks = new InputChecks([]);
        var role = checks.MemberRole(input.Role, organisation.Kind);
        var email = CellParsers.Email("email", checks.Text("email", input.Email, 254, required: true)).Into(checks.Errors);
        var language = (TextLanguage.Find(checks.Language("language", input.Language)) ?? TextLanguage.Current).Code;
        if (checks.Errors.Count > 0)
            return OrganisationErrors.Invalid(checks.Errors);
        var (address, now) = (email!.ToLowerInvariant(), clock.GetUtcNow());
        if (await IsMemberAsync(db, id, address, cancellationToken))
            return MemberErrors.AlreadyMember();
        if (await throttle.TakeAsync($"invite:{id:N}", MostADay, TimeSpan.FromDays(1), cancellationToken) is { } wait)
            return SignInErrors.TooMany(wait);
        await db.Invitations.Where(old => old.OrganisationId == id && (old.Email == address || old.ExpiresAt <= now))
            .ForEachAsync(old => db.Invitations.Remove(old), cancellationToken);
        if (await db.Invitations.CountAsync(
            other => other.OrganisationId == id && other.Email != address && other.ExpiresAt > now, cancellationToken)
            >= PendingInvitation.Most)
            return MemberErrors.TooManyInvitations();
        // The old row of the address goes first: both cannot stand.
        await using var transaction = db.Database.CurrentTransaction is null
            ? await db.Database.BeginTransactionAsync(cancellationToken) : null;
        await db.SaveChangesAsync(cancellationToken);
        var (invitation, token) = Invite(organisation.Id, address, role!, caller.Name, now);
        db.Invitations.Add(invitation);
        db.Send(letters.Invitation(address, language, caller.Name, organisation.Name, token), clock);
        audit.Record(db, AuditActions.MemberInvited, "invitation", invitation.Id, $"{address} ({role})");
        await db.SaveChangesAsync(cancellationToken);
        if (transaction is not null)
            await transaction.CommitAsync(cancellationToken);
        return TypedResults.Created(
            $"/api/v1/identity/organisations/{id}/invitations/{invitation.Id}", GetInvitations.View(invitation));
    }

    static (PendingInvitation Row, string Token) Invite(
        Guid organisation, string email, string role, string invitedBy, DateTimeOffset now)
    {
        var (token, hash) = Secrets.Make();
        return (new PendingInvitation
        {
            Id = OrderedIds.Next(now),
            OrganisationId = organisation,
            Email = email,
            Role = role,
            Hash = hash,
            InvitedBy = invitedBy,
            CreatedAt = now,
            ExpiresAt = now + PendingInvitation.Lifetime,
        }, token);
    }

    static Task<bool> IsMemberAsync(IdentityDb db, Guid organisation, string address, CancellationToken cancellationToken)
    {
        var normalised = Emails.Normalised(address);
        return db.Memberships.Where(member => member.OrganisationId == organisation)
            .Join(db.Accounts, member => member.AccountId, account => account.Id, (member, account) => account.NormalizedEmail)
            .AnyAsync(email => email == normalised, cancellationToken);
    }
}

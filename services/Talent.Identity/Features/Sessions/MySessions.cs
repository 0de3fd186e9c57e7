using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Talent.Contracts.Identity;
using Talent.Identity.Data;
using Talent.Identity.Features.Accounts;
using Talent.Identity.SigningIn;
using Talent.Platform.Auditing;
using Talent.Platform.Http;

namespace Talent.Identity.Features.Sessions;

/// <summary>Where one is signed in: <c>GET /identity/sessions</c>, <c>DELETE /identity/sessions/{id}</c>,
/// <c>DELETE /identity/sessions?keepCurrent=</c>, <c>POST /identity/sessions/act</c>.</summary>
static class MySessions
{
    public static async Task<Ok<IReadOnlyList<SessionInfo>>> List(
        CurrentPerson person, IdentityDb db, TimeProvider clock, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var sessions = await db.Sessions.AsNoTracking()
            .Where(session => session.AccountId == person.Account.Id && session.RevokedAt == null && session.ExpiresAt > now)
            .OrderByDescending(session => session.LastSeenAt).ToListAsync(cancellationToken);
        return TypedResults.Ok<IReadOnlyList<SessionInfo>>(
        [
            .. sessions.Where(session => session.IsOpen(now)).Select(session => new SessionInfo(
                session.Id, session.CreatedAt, session.LastSeenAt, session.Address, session.Device,
                session.Id == person.Session?.Id, session.EndsAt)),
        ]);
    }

    public static async Task<Results<NoContent, ProblemHttpResult>> End(
        Guid id, CurrentPerson person, IdentityDb db, Audit audit, TimeProvider clock, CancellationToken cancellationToken)
    {
        var session = await db.Sessions.SingleOrDefaultAsync(
            one => one.Id == id && one.AccountId == person.Account.Id, cancellationToken);
        if (session is null)
            return Problems.NotFound("session");
        session.Revoke(clock.GetUtcNow());
        audit.Record(
            db, id == person.Session?.Id ? AuditActions.SignedOut : AuditActions.SessionsEnded, "session", id, session.Device);
        await db.SaveChangesAsync(cancellationToken);
        return TypedResults.NoContent();
    }

    /// <param name="keepCurrent">Whether the session that asks stays; default: it ends too.</param>
    public static async Task<NoContent> EndAll(
        bool? keepCurrent, CurrentPerson person, IdentityDb db, Audit audit, TimeProvider clock,
        CancellationToken cancellationToken)
    {
        var except = keepCurrent is true ? person.Session?.Id : null;
        await db.EndSessionsAsync(person.Account.Id, except, clock.GetUtcNow(), cancellationToken);
        audit.Record(db, AuditActions.SessionsEnded, "account", person.Account.Id);
        await db.SaveChangesAsync(cancellationToken);
        return TypedResults.NoContent();
    }

    /// <summary>For whom the session acts from now on; the next one too.</summary>
    public static async Task<Results<Ok<SessionAccess>, ProblemHttpResult>> Act(
        ActInput input, CurrentPerson person, IdentityDb db, AccessIssuer issuer, CancellationToken cancellationToken)
    {
        if (person.Session is not { } session)
            return SignInErrors.SessionEnded();
        if (input.OrganisationId is { } organisation && !await db.Memberships.AnyAsync(
                member => member.AccountId == person.Account.Id && member.OrganisationId == organisation, cancellationToken))
            return AccountErrors.NoMember();
        session.Act(input.OrganisationId);
        person.Account.ActFor(input.OrganisationId);
        await db.SaveChangesAsync(cancellationToken);
        return TypedResults.Ok(await issuer.IssueAsync(person.Account, session, cancellationToken));
    }
}

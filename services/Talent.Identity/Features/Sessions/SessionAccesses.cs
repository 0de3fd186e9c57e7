using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Talent.Contracts.Identity;
using Talent.Identity.Data;
using Talent.Identity.SigningIn;
using Talent.Platform.Auditing;

namespace Talent.Identity.Features.Sessions;

/// <summary><c>POST /identity/sessions/access</c>: what the pages ask once a minute; and <c>POST /identity/sessions/end</c>.
/// The session's secret is the proof.</summary>
static class SessionAccesses
{
    // Each time would be a write to the disk for each minute of each reader.
    static readonly TimeSpan SeenEvery = TimeSpan.FromMinutes(5);

    public static async Task<Results<Ok<SessionAccess>, ProblemHttpResult>> Access(
        SessionInput input, IdentityDb db, AccessIssuer issuer, HttpContext http, TimeProvider clock,
        CancellationToken cancellationToken)
    {
        if (string.IsNullOrEmpty(input.SessionToken))
            return SignInErrors.Missing("$.sessionToken");
        var now = clock.GetUtcNow();
        var hash = Secrets.HashOf(input.SessionToken);
        var session = await db.Sessions.SingleOrDefaultAsync(one => one.SecretHash == hash, cancellationToken);
        if (session?.IsOpen(now) != true)
            return SignInErrors.SessionEnded();
        var account = await db.Accounts.SingleAsync(one => one.Id == session.AccountId, cancellationToken);
        if (now - session.LastSeenAt >= SeenEvery)
        {
            session.See(http.Connection.RemoteIpAddress?.ToString(), now);
            await db.SaveChangesAsync(cancellationToken);
        }
        return TypedResults.Ok(await issuer.IssueAsync(account, session, cancellationToken));
    }

    public static async Task<Results<NoContent, ProblemHttpResult>> End(
        SessionInput input, IdentityDb db, Audit audit, TimeProvider clock, CancellationToken cancellationToken)
    {
        if (string.IsNullOrEmpty(input.SessionToken))
            return SignInErrors.Missing("$.sessionToken");
        var hash = Secrets.HashOf(input.SessionToken);
        if (await db.Sessions.SingleOrDefaultAsync(one => one.SecretHash == hash, cancellationToken) is { } session)
        {
            session.Revoke(clock.GetUtcNow());
            var name = await db.Accounts.Where(one => one.Id == session.AccountId).Select(one => one.Name)
                .SingleAsync(cancellationToken);
            audit.Record(
                db, new AuditActor(session.AccountId, name, session.ActingOrganisationId), AuditActions.SignedOut, "session",
                session.Id, session.Device);
            await db.SaveChangesAsync(cancellationToken);
        }
        return TypedResults.NoContent();
    }
}

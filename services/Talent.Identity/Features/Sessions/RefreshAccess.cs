using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Talent.Contracts.Identity;
using Talent.Identity.Data;
using Talent.Identity.Domain;
using Talent.Identity.SigningIn;
using Talent.Platform.Auditing;

namespace Talent.Identity.Features.Sessions;

/// <summary><c>POST /identity/token/refresh</c>: the next pair of tokens. A refresh token that comes a second time has been
/// copied, and nobody can tell which of the two is the owner: the session ends.</summary>
static class RefreshAccess
{
    public static async Task<Results<Ok<TokenAnswer>, ProblemHttpResult>> Handle(
        RefreshInput input, IdentityDb db, SessionStarter sessions, AccessIssuer issuer, Audit audit, TimeProvider clock,
        CancellationToken cancellationToken)
    {
        if (string.IsNullOrEmpty(input.RefreshToken))
            return SignInErrors.Missing("$.refreshToken");
        var now = clock.GetUtcNow();
        var hash = Secrets.HashOf(input.RefreshToken);
        var found = await db.RefreshTokens.SingleOrDefaultAsync(token => token.Hash == hash, cancellationToken);
        if (found is null)
            return SignInErrors.SessionEnded();
        var session = await db.Sessions.SingleAsync(one => one.Id == found.SessionId, cancellationToken);
        if (!session.IsOpen(now))
            return SignInErrors.SessionEnded();
        if (found.UsedAt is not null)
            return await EndAsync(db, audit, session, now, cancellationToken);
        found.UsedAt = now;
        session.See(null, now);
        var account = await db.Accounts.SingleAsync(one => one.Id == session.AccountId, cancellationToken);
        var refresh = sessions.AddRefreshToken(session);
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateConcurrencyException)
        {
            // Twice at the same moment is twice.
            return await EndAsync(db, audit, session, now, cancellationToken);
        }
        var access = await issuer.IssueAsync(account, session, cancellationToken);
        return TypedResults.Ok(new TokenAnswer(access.AccessToken, access.ExpiresIn, refresh));
    }

    static async Task<ProblemHttpResult> EndAsync(
        IdentityDb db, Audit audit, Session session, DateTimeOffset now, CancellationToken cancellationToken)
    {
        // What this call was about to change is not to be saved with what follows.
        db.ChangeTracker.Clear();
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var ended = await db.Sessions.Where(one => one.Id == session.Id && one.RevokedAt == null)
            .ExecuteUpdateAsync(set => set.SetProperty(one => one.RevokedAt, now), cancellationToken);
        if (ended > 0)
        {
            var name = await db.Accounts.Where(one => one.Id == session.AccountId).Select(one => one.Name)
                .SingleAsync(cancellationToken);
            audit.Record(
                db, new AuditActor(session.AccountId, name, session.ActingOrganisationId), AuditActions.RefreshReused,
                "session", session.Id, session.Device);
            db.Publish(new SessionEnded(session.Id, session.AccountId), db.Clock);
            await db.SaveChangesAsync(cancellationToken);
        }
        await transaction.CommitAsync(cancellationToken);
        return SignInErrors.SessionEnded();
    }
}

using Microsoft.AspNetCore.Http;
using Talent.Contracts.Identity;
using Talent.Identity.Data;
using Talent.Identity.Domain;
using Talent.Platform.Auditing;

namespace Talent.Identity.SigningIn;

/// <summary>Begins sessions. Each sign-in makes a new one with a new secret; nothing that was there before carries over.</summary>
sealed class SessionStarter(
    IdentityDb db, AccessIssuer issuer, KnownDevices devices, Audit audit, IHttpContextAccessor accessor,
    TimeProvider clock)
{
    /// <summary>For the pages; saves what is not saved yet.</summary>
    /// <param name="secondFactor">Whether more than a password was shown.</param>
    /// <param name="deviceToken">What the device had before; one of this account's is kept.</param>
    public async Task<SessionAnswer> BeginAsync(
        Account account, bool secondFactor, string? deviceToken, CancellationToken cancellationToken)
    {
        var (secret, hash) = Secrets.Make();
        var session = await AddAsync(account, hash, secondFactor, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        var access = await issuer.IssueAsync(account, session, cancellationToken);
        var device = devices.Find(deviceToken, account.Id) ?? Guid.CreateVersion7();
        return new SessionAnswer(
            secret, devices.TokenFor(account.Id, device), access.AccessToken, access.ExpiresIn, access.Caller);
    }

    /// <summary>For programs; saves what is not saved yet.</summary>
    public async Task<TokenAnswer> BeginTokensAsync(
        Account account, bool secondFactor, CancellationToken cancellationToken)
    {
        // Nobody is given the session's own secret: the refresh tokens stand for it.
        var session = await AddAsync(account, Secrets.Make().Hash, secondFactor, cancellationToken);
        var refresh = AddRefreshToken(session);
        await db.SaveChangesAsync(cancellationToken);
        var access = await issuer.IssueAsync(account, session, cancellationToken);
        return new TokenAnswer(access.AccessToken, access.ExpiresIn, refresh);
    }

    /// <summary>A further refresh token; saved with the next save.</summary>
    public string AddRefreshToken(Session session)
    {
        var (refresh, hash) = Secrets.Make();
        db.RefreshTokens.Add(new RefreshToken { Hash = hash, SessionId = session.Id, CreatedAt = clock.GetUtcNow() });
        return refresh;
    }

    async Task<Session> AddAsync(
        Account account, byte[] secretHash, bool secondFactor, CancellationToken cancellationToken)
    {
        var http = accessor.HttpContext;
        account.ActFor(await issuer.FirstOrganisationAsync(account, cancellationToken));
        var session = Session.Begin(
            account, secretHash, http?.Connection.RemoteIpAddress?.ToString(),
            Devices.Label(http?.Request.Headers.UserAgent), secondFactor, clock.GetUtcNow());
        db.Sessions.Add(session);
        audit.Record(
            db, new AuditActor(account.Id, account.Name, session.ActingOrganisationId), AuditActions.SignedIn, "session",
            session.Id, session.Device);
        return session;
    }
}

using Microsoft.EntityFrameworkCore;
using Talent.Identity.Data;

namespace Talent.Identity.SigningIn;

static class EndedSessions
{
    /// <summary>Ends the account's open sessions; saved with the next save.</summary>
    /// <param name="except">A session that stays.</param>
    public static async Task EndSessionsAsync(
        this IdentityDb db, Guid account, Guid? except, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var open = await db.Sessions
            .Where(session => session.AccountId == account && session.RevokedAt == null && session.Id != except)
            .ToListAsync(cancellationToken);
        foreach (var session in open)
            session.Revoke(now);
    }
}

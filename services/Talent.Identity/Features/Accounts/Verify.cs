using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Talent.Contracts.Identity;
using Talent.Identity.Data;
using Talent.Identity.Domain;
using Talent.Identity.Features.Organisations;
using Talent.Identity.SigningIn;
using Talent.Platform;

namespace Talent.Identity.Features.Accounts;

/// <summary><c>POST /identity/verify</c>: the link in the mail makes the account, and what was registered with it, and signs
/// in.</summary>
static class Verify
{
    public static async Task<Results<Ok<SessionAnswer>, ProblemHttpResult>> Handle(
        VerifyInput input, IdentityDb db, SessionStarter sessions, TimeProvider clock,
        CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var hash = Secrets.HashOf(input.Token ?? "");
        var registration = await db.Registrations.SingleOrDefaultAsync(
            one => one.Hash == hash && !one.IsVoid && one.UsedAt == null && one.ExpiresAt > now, cancellationToken);
        // Registered twice: the first link that is followed makes the account, the other has ended with it.
        if (registration is null || await db.Accounts.AnyAsync(
                account => account.NormalizedEmail == registration.NormalizedEmail, cancellationToken))
            return AccountErrors.LinkEnded();
        registration.UsedAt = now;
        var account = Account.Of(
            OrderedIds.Next(now), registration.Email, registration.NormalizedEmail, registration.PasswordHash, now);
        account.Describe(registration.Name, registration.Language, registration.Zone);
        db.Accounts.Add(account);
        if (registration.Organisation is { } described)
            db.Found(Organisation.Found(described, now), account.Id, MemberRoles.Owner, clock);
        // The memberships are looked up in the store when the session begins; all of it or nothing is kept.
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        var answer = await sessions.BeginAsync(account, false, input.DeviceToken, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return TypedResults.Ok(answer);
    }
}

using Microsoft.EntityFrameworkCore;
using Talent.Contracts.Identity;
using Talent.Identity.Data;
using Talent.Identity.Domain;
using Talent.Platform.Security;

namespace Talent.Identity.SigningIn;

/// <summary>Says for whom a session speaks at this moment, and issues the token that says so for ten minutes.</summary>
sealed class AccessIssuer(IdentityDb db, AccessTokens tokens)
{
    public static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(10);

    public async Task<SessionAccess> IssueAsync(Account account, Session session, CancellationToken cancellationToken)
    {
        var caller = await CallerOfAsync(account, session, cancellationToken);
        return new SessionAccess(
            tokens.Issue(caller, Lifetime), (int)Lifetime.TotalSeconds, Described(caller));
    }

    public static SignedInPerson Described(Caller caller) => new(
        caller.AccountId, caller.Role, caller.Name, caller.Email, caller.OrganisationId, caller.OrganisationName,
        caller.MemberRole, caller.OrganisationVerified, caller.SessionId);

    /// <summary>The organisation a new session acts for: the one chosen last, else the one joined first.</summary>
    public async Task<Guid?> FirstOrganisationAsync(Account account, CancellationToken cancellationToken) =>
        await db.Memberships.AsNoTracking().Where(member => member.AccountId == account.Id)
            .OrderByDescending(member => member.OrganisationId == account.ActsFor).ThenBy(member => member.JoinedAt)
            .Select(member => (Guid?)member.OrganisationId).FirstOrDefaultAsync(cancellationToken);

    async Task<Caller> CallerOfAsync(Account account, Session session, CancellationToken cancellationToken)
    {
        var person = new Caller(
            account.Id, Roles.Graduate, account.Name, account.Email!, null, null, SessionId: session.Id);
        if (session.ActingOrganisationId is not { } id)
            return person;
        var acting = await db.Memberships.AsNoTracking()
            .Where(member => member.AccountId == account.Id && member.OrganisationId == id)
            .Join(db.Organisations, member => member.OrganisationId, organisation => organisation.Id,
                (member, organisation) => new { member.Role, organisation.Kind, organisation.Name, organisation.State })
            .SingleOrDefaultAsync(cancellationToken);
        // No longer a member: back to the person alone.
        if (acting is null)
            return person;
        var strong = session.SecondFactor || account.IsDemo;
        return person with
        {
            Role = strong ? RoleIn(acting.Kind) : Roles.Pending,
            OrganisationId = id,
            OrganisationName = acting.Name,
            MemberRole = acting.Role,
            OrganisationVerified = acting.State == OrganisationStates.Verified,
        };
    }

    static string RoleIn(string kind) => kind switch
    {
        OrganisationKinds.Enterprise => Roles.Employer,
        OrganisationKinds.College => Roles.Coordinator,
        OrganisationKinds.Office => Roles.Office,
        _ => throw new InvalidOperationException($"No role for the kind of organisation {kind}."),
    };
}

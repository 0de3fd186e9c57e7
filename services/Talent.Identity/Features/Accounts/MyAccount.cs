using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Talent.Contracts.Identity;
using Talent.Identity.Data;
using Talent.Identity.Domain;
using Talent.Identity.SigningIn;
using Talent.Platform.Http;
using Talent.Platform.Security;

namespace Talent.Identity.Features.Accounts;

/// <summary><c>GET /identity/me</c> and <c>PUT /identity/me</c>: one's own account.</summary>
static class MyAccount
{
    public static async Task<Ok<Me>> Get(
        Caller caller, CurrentPerson person, IdentityDb db, CancellationToken cancellationToken) =>
        TypedResults.Ok(await DescribeAsync(caller, person.Account, db, cancellationToken));

    public static async Task<Results<Ok<Me>, ProblemHttpResult>> Put(
        MeInput input, Caller caller, CurrentPerson person, IdentityDb db, CancellationToken cancellationToken)
    {
        var rules = new PersonRules();
        var (name, language, zone) = (
            rules.Text("$.name", input.Name), rules.Language("$.language", input.Language), rules.Zone("$.zone", input.Zone));
        if (rules.Wrong.Count > 0)
            return Problems.Invalid(rules.Wrong);
        person.Account.Describe(name, language, zone);
        await db.SaveChangesAsync(cancellationToken);
        return TypedResults.Ok(await DescribeAsync(caller, person.Account, db, cancellationToken));
    }

    static async Task<Me> DescribeAsync(
        Caller caller, Account account, IdentityDb db, CancellationToken cancellationToken)
    {
        var memberships = await db.Memberships.AsNoTracking().Where(member => member.AccountId == account.Id)
            .Join(db.Organisations, member => member.OrganisationId, organisation => organisation.Id,
                (member, organisation) => new { organisation, member })
            .OrderBy(one => one.organisation.Name)
            .Select(one => new MembershipInfo(
                one.organisation.Id, one.organisation.Name, one.organisation.Kind, one.organisation.State,
                one.member.Role, one.organisation.Id == caller.OrganisationId))
            .ToListAsync(cancellationToken);
        return new Me(
            account.Id, account.Name, account.Email!, account.Language, account.Zone, AccessIssuer.Described(caller),
            account.TwoFactorEnabled,
            await db.RecoveryCodes.CountAsync(code => code.AccountId == account.Id, cancellationToken),
            memberships.Count > 0 && !account.IsDemo,
            await db.Passkeys.CountAsync(passkey => passkey.UserId == account.Id, cancellationToken), memberships);
    }
}

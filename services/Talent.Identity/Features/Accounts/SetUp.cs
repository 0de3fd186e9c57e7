using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Talent.Contracts.Identity;
using Talent.Identity.Data;
using Talent.Identity.Domain;
using Talent.Identity.Features.Organisations;
using Talent.Identity.Passwords;
using Talent.Identity.SigningIn;
using Talent.Platform;
using Talent.Platform.Http;

namespace Talent.Identity.Features.Accounts;

/// <summary><c>POST /identity/set-up</c>: the first programme office and its administrator, with the link that the start of
/// an empty installation prints. It works as long as there is no office.</summary>
static class SetUp
{
    public static async Task<Results<Ok<SessionAnswer>, ProblemHttpResult>> Handle(
        SetUpInput input, IdentityDb db, IPasswordHasher<Account> hasher, PasswordRules passwords, SessionStarter sessions,
        TimeProvider clock, CancellationToken cancellationToken)
    {
        var hash = Secrets.HashOf(input.Token ?? "");
        var link = await db.Links.SingleOrDefaultAsync(
            one => one.Hash == hash && one.Purpose == SingleUseLink.SetUp && one.UsedAt == null, cancellationToken);
        if (link is null || await HasOfficeAsync(db, cancellationToken))
            return AccountErrors.LinkEnded();
        var rules = new PersonRules();
        var email = rules.Email("$.email", input.Email);
        var (name, office) = (rules.Text("$.name", input.Name), rules.Text("$.officeName", input.OfficeName));
        rules.Password("$.password", input.Password, email, name, passwords);
        var (language, zone) = (rules.Language("$.language", input.Language), rules.Zone("$.zone", input.Zone));
        var country = rules.Country("$.country", input.Country);
        if (rules.Wrong.Count > 0)
            return Problems.Invalid(rules.Wrong);
        var now = clock.GetUtcNow();
        var account = Account.Of(
            OrderedIds.Next(now), email, Emails.Normalised(email), hasher.HashPassword(new Account(), input.Password!), now);
        account.Describe(name, language, zone);
        db.Accounts.Add(account);
        var organisation = Organisation.Trusted(OrderedIds.Next(now), OrganisationKinds.Office, office, country, now);
        db.Found(organisation, account.Id, MemberRoles.Administrator, clock);
        link.UsedAt = now;
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        var answer = await sessions.BeginAsync(account, false, null, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return TypedResults.Ok(answer);
    }

    public static Task<bool> HasOfficeAsync(IdentityDb db, CancellationToken cancellationToken) =>
        db.Organisations.AnyAsync(organisation => organisation.Kind == OrganisationKinds.Office, cancellationToken);
}

using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Talent.Contracts.Identity;
using Talent.Identity.Data;
using Talent.Identity.Domain;
using Talent.Identity.Passwords;
using Talent.Identity.SigningIn;
using Talent.Identity.Texts;
using Talent.Platform;
using Talent.Platform.Http;
using Talent.Platform.Intake;
using Talent.Platform.Security;

namespace Talent.Identity.Features.Accounts;

/// <summary><c>POST /identity/register</c>. Whether the address has an account is told to nobody but its mailbox: in both
/// cases a password is hashed, a registration kept and a mail sent.</summary>
static class Register
{
    public static readonly TimeSpan LinkLifetime = TimeSpan.FromHours(24);
    const int MostOfNetwork = 200;
    const int MostOfAddress = 5;
    static readonly string[] Ways = [Roles.Graduate, Roles.Employer, Roles.Coordinator];

    public static async Task<Results<Accepted, ProblemHttpResult>> Handle(
        RegisterInput input, IdentityDb db, IPasswordHasher<Account> hasher, PasswordRules passwords, Throttle throttle,
        Letters letters, TimeProvider clock, CancellationToken cancellationToken)
    {
        var rules = new PersonRules();
        var registration = Understand(input, rules, passwords, clock.GetUtcNow());
        if (rules.Wrong.Count > 0)
            return Problems.Invalid(rules.Wrong);
        if (await throttle.TakeAsync(
                $"register:{throttle.Network}", MostOfNetwork, TimeSpan.FromHours(1), cancellationToken) is { } wait)
            return SignInErrors.TooMany(wait);
        var owner = await db.Accounts.AsNoTracking().SingleOrDefaultAsync(
            account => account.NormalizedEmail == registration.NormalizedEmail, cancellationToken);
        var (token, hash) = Secrets.Make();
        db.Registrations.Add(registration.With(
            hash, hasher.HashPassword(new Account(), input.Password!), isVoid: owner is not null));
        // A mailbox is not filled by somebody who types its address again and again.
        if (await throttle.TakeAsync(
                $"mail:{Emails.KeyOf(registration.NormalizedEmail)}", MostOfAddress, TimeSpan.FromHours(1), cancellationToken) is null)
            db.Send(owner is null
                ? letters.Verify(registration.Email, registration.Name, registration.Language, token)
                : letters.AlreadyRegistered(owner.Email!, owner.Name, owner.Language), clock);
        await db.SaveChangesAsync(cancellationToken);
        return TypedResults.Accepted((string?)null);
    }

    static Described Understand(RegisterInput input, PersonRules rules, PasswordRules passwords, DateTimeOffset now)
    {
        var email = rules.Email("$.email", input.Email);
        var name = rules.Text("$.name", input.Name);
        rules.Password("$.password", input.Password, email, name, passwords);
        var way = rules.OneOf("$.as", input.As, Ways);
        return new Described(
            now, email, Emails.Normalised(email), name, rules.Language("$.language", input.Language),
            rules.Zone("$.zone", input.Zone), way,
            input.Organisation is { } organisation ? Understand(organisation, way, rules) : null);
    }

    static NewOrganisation? Understand(OrganisationInput input, string way, PersonRules rules)
    {
        // A graduate acts for nobody; the kind follows from what the person registers as.
        if (way is not (Roles.Employer or Roles.Coordinator))
            return null;
        var kind = way == Roles.Employer ? OrganisationKinds.Enterprise : OrganisationKinds.College;
        var (organisation, errors) = OrganisationRules.Understand(input with { Kind = kind });
        rules.Wrong.AddRange(errors.Select(error => new FieldProblem(
            "$.organisation." + (error.Column == "registration_number" ? "registrationNumber" : error.Column), error.Code,
            IntakeMessages.Render(error, CultureInfo.CurrentUICulture))));
        return organisation;
    }

    sealed record Described(
        DateTimeOffset Now, string Email, string NormalizedEmail, string Name, string Language, string Zone, string As,
        NewOrganisation? Organisation)
    {
        public Registration With(byte[] hash, string passwordHash, bool isVoid) => new()
        {
            Id = OrderedIds.Next(Now),
            Hash = hash,
            Email = Email,
            NormalizedEmail = NormalizedEmail,
            PasswordHash = passwordHash,
            Name = Name,
            Language = Language,
            Zone = Zone,
            As = As,
            Organisation = Organisation,
            IsVoid = isVoid,
            ExpiresAt = Now + LinkLifetime,
        };
    }
}

using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using System.Buffers.Text;
using System.Text.Json;
using Talent.Contracts.Identity;
using Talent.Identity.Data;
using Talent.Identity.Domain;
using Talent.Identity.Features.Accounts;
using Talent.Identity.SigningIn;
using Talent.Identity.Texts;
using Talent.Platform.Auditing;
using Talent.Platform.Http;

namespace Talent.Identity.Features.Passkeys;

/// <summary>One's own passkeys: <c>POST /identity/passkeys/options</c>, <c>POST</c>, <c>GET /identity/passkeys</c>,
/// <c>DELETE /identity/passkeys/{id}</c>.</summary>
static class MyPasskeys
{
    const string Making = "make";
    const int Most = 20;

    public static async Task<Ok<PasskeyOptions>> Options(
        CurrentPerson person, IPasskeyHandler<Account> passkeys, PasskeyStates states, HttpContext http)
    {
        var entity = new PasskeyUserEntity
        {
            Id = person.Account.Id.ToString(),
            Name = person.Account.Email!,
            DisplayName = person.Account.Name,
        };
        var made = await passkeys.MakeCreationOptionsAsync(entity, http);
        return TypedResults.Ok(new PasskeyOptions(
            JsonElement.Parse(made.CreationOptionsJson), states.Wrap(Making, made.AttestationState ?? "")));
    }

    public static async Task<Results<Created<PasskeyInfo>, ProblemHttpResult>> Add(
        PasskeyInput input, CurrentPerson person, IPasskeyHandler<Account> passkeys, IUserStore<Account> store,
        PasskeyStates states, IdentityDb db, Audit audit, HttpContext http, CancellationToken cancellationToken)
    {
        var rules = new PersonRules();
        var name = rules.Text("$.name", input.Name, 100);
        if (rules.Wrong.Count > 0)
            return Problems.Invalid(rules.Wrong);
        if (states.Unwrap(Making, input.State) is not { } state || input.Credential is not { } credential)
            return SignInErrors.PasskeyRefused();
        if (await db.Passkeys.CountAsync(one => one.UserId == person.Account.Id, cancellationToken) >= Most)
            return Problems.Conflict("too-many-passkeys", IdentityTexts.Format("too-many-passkeys"));
        var result = await passkeys.PerformAttestationAsync(new PasskeyAttestationContext
        {
            HttpContext = http, CredentialJson = credential.GetRawText(), AttestationState = state,
        });
        if (!result.Succeeded || result.UserEntity.Id != person.Account.Id.ToString())
            return SignInErrors.PasskeyRefused();
        result.Passkey.Name = name;
        await ((IUserPasskeyStore<Account>)store).AddOrUpdatePasskeyAsync(person.Account, result.Passkey, cancellationToken);
        if (result.Passkey.IsUserVerified)
            person.Session?.Strengthen();
        audit.Record(db, AuditActions.PasskeyAdded, "account", person.Account.Id, name);
        await db.SaveChangesAsync(cancellationToken);
        var info = InfoOf(result.Passkey.CredentialId, name, result.Passkey.CreatedAt, null);
        return TypedResults.Created($"/api/v1/identity/passkeys/{info.Id}", info);
    }

    public static async Task<Ok<IReadOnlyList<PasskeyInfo>>> List(
        CurrentPerson person, IdentityDb db, CancellationToken cancellationToken)
    {
        var passkeys = await db.Passkeys.AsNoTracking()
            .Where(passkey => passkey.UserId == person.Account.Id).ToListAsync(cancellationToken);
        return TypedResults.Ok<IReadOnlyList<PasskeyInfo>>(
        [
            .. passkeys.OrderBy(passkey => passkey.Data.CreatedAt).Select(passkey => InfoOf(
                passkey.CredentialId, passkey.Data.Name ?? "", passkey.Data.CreatedAt, passkey.LastUsedAt)),
        ]);
    }

    public static async Task<Results<NoContent, ProblemHttpResult>> Remove(
        string id, CurrentPerson person, IdentityDb db, Audit audit, CancellationToken cancellationToken)
    {
        var credential = Base64Url.IsValid(id) ? Base64Url.DecodeFromChars(id) : [];
        var passkey = await db.Passkeys.SingleOrDefaultAsync(
            one => one.CredentialId == credential && one.UserId == person.Account.Id, cancellationToken);
        if (passkey is null)
            return Problems.NotFound("passkey");
        db.Passkeys.Remove(passkey);
        audit.Record(db, AuditActions.PasskeyRemoved, "account", person.Account.Id, passkey.Data.Name);
        await db.SaveChangesAsync(cancellationToken);
        return TypedResults.NoContent();
    }

    static PasskeyInfo InfoOf(byte[] credential, string name, DateTimeOffset createdAt, DateTimeOffset? lastUsedAt) =>
        new(Base64Url.EncodeToString(credential), name, createdAt, lastUsedAt);
}

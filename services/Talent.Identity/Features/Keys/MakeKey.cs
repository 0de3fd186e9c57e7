using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Talent.Contracts.Identity;
using Talent.Identity.Data;
using Talent.Identity.Domain;
using Talent.Identity.Features.Organisations;
using Talent.Platform.Auditing;
using Talent.Platform.Http;
using Talent.Platform.Intake;
using Talent.Platform.Security;

namespace Talent.Identity.Features.Keys;

/// <summary><c>POST /identity/keys</c>: a key of the organisation that its owner acts for. The answer is the only place
/// where it can be read.</summary>
static class MakeKey
{
    const int LongestName = 100;
    const int LongestDays = 366;

    public static async Task<Results<Created<NewApiKey>, ProblemHttpResult>> Handle(
        ApiKeyInput input, Caller caller, IdentityDb db, Audit audit, TimeProvider clock, HttpResponse response,
        CancellationToken cancellationToken)
    {
        if (await db.NoOwnerAsync(caller, caller.Organisation, cancellationToken) is { } refusal)
            return refusal;
        var now = clock.GetUtcNow();
        var checks = new InputChecks([]);
        var name = checks.Text("name", input.Name, LongestName, required: true)?.ReplaceLineEndings(" ");
        var scopes = Scopes(input, checks);
        var expires = Expires(input, DateOnly.FromDateTime(now.UtcDateTime), checks);
        if (checks.Errors.Count > 0)
            return OrganisationErrors.Invalid(checks.Errors);
        if (await db.Keys.CountAsync(key => key.OrganisationId == caller.Organisation, cancellationToken)
            >= OrganisationKey.Most)
            return Problems.Conflict(
                "too-many-keys", OrganisationTexts.Of("too-many-keys", OrganisationKey.Most));
        var (row, key) = OrganisationKey.Make(caller.Organisation, name!, scopes, caller.Name, expires, now);
        db.Keys.Add(row);
        audit.Record(db, AuditActions.KeyMade, "key", row.Id, $"{row.Name} ({row.Start}…): {row.Scopes}");
        await db.SaveChangesAsync(cancellationToken);
        response.Headers.CacheControl = "no-store";
        return TypedResults.Created($"/api/v1/identity/keys/{row.Id}", new NewApiKey(row.Id, key, row.ExpiresAt));
    }

    static List<string> Scopes(ApiKeyInput input, InputChecks checks)
    {
        var asked = checks.Items("scopes", input.Scopes).Distinct(StringComparer.Ordinal).ToList();
        if (asked.Count == 0)
            checks.Errors.Add(IntakeErrors.Missing("scopes"));
        foreach (var unknown in asked.Except(KeyScopes.All, StringComparer.Ordinal).Take(1))
            checks.Errors.Add(IntakeErrors.UnknownOption("scopes", unknown, string.Join(", ", KeyScopes.All)));
        return asked;
    }

    /// <summary>The end of the last day, UTC.</summary>
    static DateTimeOffset Expires(ApiKeyInput input, DateOnly today, InputChecks checks)
    {
        if (input.ExpiresOn is not { } last)
            checks.Errors.Add(IntakeErrors.Missing("expires_on"));
        else if (last < today || last > today.AddDays(LongestDays))
            checks.Errors.Add(IntakeErrors.NumberOutOfRange(
                "expires_on", Written(last), Written(today), Written(today.AddDays(LongestDays))));
        else
            return new DateTimeOffset(last.AddDays(1), TimeOnly.MinValue, TimeSpan.Zero);
        return default;
    }

    static string Written(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}

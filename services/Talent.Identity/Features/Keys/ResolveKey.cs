using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Talent.Contracts.Identity;
using Talent.Identity.Data;
using Talent.Identity.Domain;
using Talent.Platform.Http;
using Talent.Platform.Security;

namespace Talent.Identity.Features.Keys;

/// <summary><c>POST /identity/keys/resolve</c>: whom a key speaks for. Services ask this when they are called with one;
/// nobody learns from it what they could not do with the key anyway.</summary>
static class ResolveKey
{
    const int LongestKey = 100;

    public static async Task<Results<Ok<ApiKeyOwner>, ProblemHttpResult>> Handle(
        ApiKeyProof input, IdentityDb db, TimeProvider clock, HttpResponse response, CancellationToken cancellationToken)
    {
        if (input.Key is not { Length: > 0 and <= LongestKey } shown)
            return Unknown();
        var (hash, now) = (OrganisationKey.HashOf(shown), clock.GetUtcNow());
        var found = await db.Keys.AsNoTracking().Where(key => key.Hash == hash && key.ExpiresAt > now)
            .Join(db.Organisations, key => key.OrganisationId, one => one.Id, (key, organisation) => new { key, organisation })
            .SingleOrDefaultAsync(cancellationToken);
        if (found is null)
            return Unknown();
        var from = IPAddress.TryParse(input.From, out var address) ? address.ToString() : null;
        await db.Keys.Where(key => key.Id == found.key.Id).ExecuteUpdateAsync(
            key => key.SetProperty(row => row.LastUsedAt, now).SetProperty(row => row.LastUsedFrom, from), cancellationToken);
        response.Headers.CacheControl = "no-store";
        return TypedResults.Ok(new ApiKeyOwner(
            found.key.Id, found.key.Name, RoleOf(found.organisation.Kind), found.organisation.Id, found.organisation.Name,
            found.organisation.IsVerified, found.key.Scopes.Split(' '), found.key.ExpiresAt));
    }

    static string RoleOf(string kind) => kind switch
    {
        OrganisationKinds.College => Roles.Coordinator,
        OrganisationKinds.Office => Roles.Office,
        _ => Roles.Employer,
    };

    static ProblemHttpResult Unknown() => Problems.NotFound("key");
}

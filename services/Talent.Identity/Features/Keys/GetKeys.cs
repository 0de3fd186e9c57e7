using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Talent.Contracts.Identity;
using Talent.Identity.Data;
using Talent.Identity.Features.Organisations;
using Talent.Platform.Security;

namespace Talent.Identity.Features.Keys;

/// <summary><c>GET /identity/keys</c>: the keys of the organisation that its owner acts for, newest first, without the
/// keys themselves.</summary>
static class GetKeys
{
    public static async Task<Results<Ok<List<ApiKey>>, ProblemHttpResult>> Handle(
        Caller caller, IdentityDb db, CancellationToken cancellationToken)
    {
        if (await db.NoOwnerAsync(caller, caller.Organisation, cancellationToken) is { } refusal)
            return refusal;
        var keys = await db.Keys.AsNoTracking().Where(key => key.OrganisationId == caller.Organisation)
            .OrderByDescending(key => key.Id).ToListAsync(cancellationToken);
        return TypedResults.Ok(keys.ConvertAll(key => new ApiKey(
            key.Id, key.Name, key.Start, key.Scopes.Split(' '), key.CreatedBy, key.CreatedAt, key.ExpiresAt, key.LastUsedAt,
            key.LastUsedFrom)));
    }
}

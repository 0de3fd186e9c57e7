using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Talent.Contracts.Identity;
using Talent.Identity.Data;
using Talent.Identity.Features.Organisations;
using Talent.Platform.Auditing;
using Talent.Platform.Http;
using Talent.Platform.Security;

namespace Talent.Identity.Features.Keys;

/// <summary><c>DELETE /identity/keys/{id}</c>: the key works no more, everywhere within a minute.</summary>
static class RevokeKey
{
    public static async Task<Results<NoContent, ProblemHttpResult>> Handle(
        Guid id, Caller caller, IdentityDb db, Audit audit, CancellationToken cancellationToken)
    {
        if (await db.NoOwnerAsync(caller, caller.Organisation, cancellationToken) is { } refusal)
            return refusal;
        var key = await db.Keys.SingleOrDefaultAsync(
            key => key.Id == id && key.OrganisationId == caller.Organisation, cancellationToken);
        if (key is null)
            return Problems.NotFound("key");
        db.Keys.Remove(key);
        audit.Record(db, AuditActions.KeyRevoked, "key", id, $"{key.Name} ({key.Start}…)");
        await db.SaveChangesAsync(cancellationToken);
        return TypedResults.NoContent();
    }
}

using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Talent.Contracts.Identity;
using Talent.Identity.Data;
using Talent.Platform.Http;
using Talent.Platform.Security;

namespace Talent.Identity.Features.Organisations;

/// <summary><c>GET /identity/organisations/{id}</c>: for its members and the programme office.</summary>
static class GetOrganisation
{
    public static async Task<Results<Ok<OrganisationView>, ProblemHttpResult>> Handle(
        Guid id, Caller caller, IdentityDb db, HttpResponse response, CancellationToken cancellationToken)
    {
        if (await db.NoMemberAsync(caller, id, cancellationToken) is not null
            && await db.NeitherOwnerNorOfficeAsync(caller, id, cancellationToken) is { } refusal)
            return refusal;
        var organisation = await db.Organisations.AsNoTracking()
            .SingleOrDefaultAsync(organisation => organisation.Id == id, cancellationToken);
        if (organisation is null)
            return OrganisationErrors.Unknown();
        response.Headers.ETag = ETags.Of(organisation.Version);
        return TypedResults.Ok(await db.ViewAsync(organisation, cancellationToken));
    }
}

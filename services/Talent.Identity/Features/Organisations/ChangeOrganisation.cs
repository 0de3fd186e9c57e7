using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Talent.Contracts.Identity;
using Talent.Identity.Data;
using Talent.Identity.Domain;
using Talent.Platform.Auditing;
using Talent.Platform.Http;
using Talent.Platform.Security;

namespace Talent.Identity.Features.Organisations;

/// <summary><c>PUT /identity/organisations/{id}</c> with <c>If-Match</c>: describes it anew; the kind stays. Another
/// name, country or number has to be verified anew.</summary>
static class ChangeOrganisation
{
    public static async Task<Results<Ok<OrganisationView>, ProblemHttpResult>> Handle(
        Guid id, OrganisationInput input, Caller caller, IdentityDb db, Audit audit, TimeProvider clock, HttpContext http,
        CancellationToken cancellationToken)
    {
        if (await db.NoOwnerAsync(caller, id, cancellationToken) is { } refusal)
            return refusal;
        var organisation = await db.Organisations.SingleAsync(organisation => organisation.Id == id, cancellationToken);
        if (ETags.Mismatch(http.Request, organisation.Version) is { } mismatch)
            return mismatch;
        if (organisation.Kind == OrganisationKinds.Office)
            return Problems.Conflict("wrong-kind", OrganisationTexts.Of("wrong-kind"));
        var (described, errors) = OrganisationRules.Understand(input with { Kind = organisation.Kind });
        if (errors.Count > 0)
            return OrganisationErrors.Invalid(errors);
        var before = organisation.State;
        organisation.Describe(described, clock.GetUtcNow());
        db.Publish(organisation.ToEvent(), clock);
        audit.Record(
            db, AuditActions.OrganisationEdited, "organisation", id,
            before == organisation.State ? organisation.Name : $"{organisation.Name}; {before} → {organisation.State}");
        await db.SaveChangesAsync(cancellationToken);
        http.Response.Headers.ETag = ETags.Of(organisation.Version);
        return TypedResults.Ok(await db.ViewAsync(organisation, cancellationToken));
    }
}
